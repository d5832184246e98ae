import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { emptyRegistry, inOwnRegistry, sampleFiles } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { splitOrganisation } from './commands.ts'
import { sayDistinct } from './distinct.ts'
import { countLookalikes, listLookalikes, lookalikesOf } from './lookalike-queries.ts'
import { bringIn, correct, list, mergeNow, page } from './testing.ts'

inOwnRegistry()

beforeEach(async () => {
  await emptyRegistry()
  await signIn('EDITOR')
})

const pairs = async () =>
  (await listLookalikes({ page: 1 })).rows.map(({ a, b, why }) => [a.slug, b.slug, why])

const owned = (owner: string, number: string, ownerNumber?: string) =>
  page({
    number: `2019/0000${number}`,
    name: `Projekt ${number}`,
    owner,
    ...(ownerNumber && { ownerNumber }),
  })

const [STAD, KOMMUN] = ['provkopings-stad', 'provkopings-kommun']
const PAIR = [STAD, KOMMUN, 'municipality']

test('what an import brings in is compared with what is there', async () => {
  await bringIn(owned('Provköpings stad', '1'))
  expect(await pairs()).toEqual([])
  await bringIn(
    list([
      { name: 'Tre', applicant: 'Provköpings kommun', partners: ['Bruket AB', 'Region Provköping'] },
      { name: 'Fyra', applicant: 'KTH', partners: ['Kungliga Tekniska högskolan', 'Bruket Aktiebolag'] },
    ]),
  )
  expect(await pairs()).toEqual([
    PAIR,
    ['bruket-ab', 'bruket-aktiebolag', 'spelling'],
    ['kth', 'kungliga-tekniska-hogskolan', 'initials'],
  ])
  expect(await countLookalikes()).toBe(3)
  expect(await lookalikesOf(KOMMUN)).toMatchObject([{ other: { slug: STAD, owned: 1 }, why: 'municipality' }])
})

describe('two that look like one', () => {
  beforeEach(() => bringIn(owned('Provköpings stad', '1'), owned('Provköpings kommun', '2')))

  test('merged, they are asked about no more; split, again', async () => {
    expect(await pairs()).toEqual([PAIR])
    const merged = await mergeNow(STAD, KOMMUN)
    expect(await pairs()).toEqual([])
    await splitOrganisation({ mergeId: merged.ok ? merged.value.mergeId : 0, reason: 'De är två.' })
    expect(await pairs()).toEqual([PAIR])
  })

  test('said to be two, they are asked about no more, whatever is imported or rebuilt', async () => {
    const note = 'Staden är ett bolag.'
    expect(await sayDistinct({ aSlug: KOMMUN, bSlug: STAD, note })).toMatchObject({ ok: true })
    expect(await pairs()).toEqual([])
    await bringIn(owned('Provköpings stad', '3', '212000-1124'))
    await rebuildRegistry()
    expect(await pairs()).toEqual([])
    expect(await sayDistinct({ aSlug: STAD, bSlug: KOMMUN, note })).toMatchObject({
      problem: { kind: 'alreadyDecided' },
    })
    const told = await database().change.findMany({ where: { action: 'distinct' } })
    expect(told).toMatchObject([{ reason: note }, { reason: note }])
    // Who finds otherwise later may merge them all the same.
    expect(await mergeNow(KOMMUN, STAD)).toMatchObject({ ok: true })
  })

  test('a name that one got by a merge asks nothing that was answered', async () => {
    await bringIn(owned('Bruket AB', '3'))
    await sayDistinct({ aSlug: KOMMUN, bSlug: STAD, note: null })
    await mergeNow(STAD, 'bruket-ab')
    expect(await pairs()).toEqual([])
  })

  test('and one that nobody has answered is asked of the one that it is part of', async () => {
    await bringIn(owned('Bruket AB', '3'))
    await mergeNow(STAD, 'bruket-ab')
    expect(await pairs()).toEqual([[KOMMUN, 'bruket-ab', 'municipality']])
  })

  test('numbers that differ make them two', async () => {
    await bringIn(
      owned('Provköpings stad', '1x', '212000-1124'),
      owned('Provköpings kommun', '2x', '556036-0793'),
    )
    expect(await pairs()).toEqual([])
  })

  test('an official name is compared as well', async () => {
    await bringIn(owned('Bruket AB', '3'), owned('Verket i Provköping', '4'))
    await correct('bruket-ab', 'name', 'Verket i Provköping')
    expect(await pairs()).toEqual([['bruket-ab', 'verket-i-provkoping', 'sameName'], PAIR])
    await rebuildRegistry()
    expect(await pairs()).toEqual([['bruket-ab', 'verket-i-provkoping', 'sameName'], PAIR])
  })

  test('nobody decides without being signed in', async () => {
    signOutHere()
    expect(await sayDistinct({ aSlug: KOMMUN, bSlug: STAD, note: null })).toMatchObject({
      problem: { kind: 'signedOut' },
    })
    expect(await pairs()).toEqual([PAIR])
  })

  test('what is no pair is told', async () => {
    const problem = async (aSlug: string, bSlug: string) => sayDistinct({ aSlug, bSlug, note: null })
    expect(await problem(STAD, STAD)).toMatchObject({ problem: { kind: 'itself' } })
    expect(await problem(STAD, 'finns-inte')).toMatchObject({ problem: { kind: 'missing' } })
  })
})

test('the sample, found page by page or all at once, has the same pairs', async () => {
  await importFiles(sampleFiles(), { actor: 'test' })
  const before = await pairs()
  await rebuildRegistry()
  expect(await pairs()).toEqual(before)
  if (process.env.PRINT) process.stdout.write(`${JSON.stringify(before, null, 1)}\n`)
})
