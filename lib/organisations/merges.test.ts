import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../db.ts'
import { EVERYTHING, withText, withToggled } from '../projects/search/links.ts'
import { findProjects } from '../projects/search/queries.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { mergeOrganisations, splitOrganisation } from './commands.ts'
import { findComparison, findMergeOverview } from './merge-queries.ts'
import { findOrganisation, listOrganisations } from './queries.ts'
import { findSplitPreview } from './split-preview.ts'
import { bringIn, correct, list, mergeNow, page, picture } from './testing.ts'

inOwnRegistry()

const STAD = 'provkopings-stad'
const KOMMUN = 'provkopings-kommun'
const REASON = 'De är två ändå.'

/** Merges, and fails the test where it cannot be done. */
async function merged(from: string, into: string, rightNumber?: string) {
  const result = await mergeNow(from, into, rightNumber)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.mergeId
}
const organisation = (slug: string) => database().organisation.findUniqueOrThrow({ where: { slug } })

async function twoOrganisations() {
  await emptyRegistry()
  await signIn('EDITOR')
  await bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Provköpings stad', support: '100 000' }),
    page({ number: '2019/00002', name: 'Två', owner: 'PROVKÖPINGS KOMMUN', support: '250 000' }),
    list([
      { name: 'Två', amount: '250 000', applicant: 'Provköpings stad' },
      { name: 'Tre', applicant: 'Provköpings kommun', partners: ['Provköpings stad', 'Bruket AB'] },
    ]),
  )
}

describe('two that are one', () => {
  beforeEach(twoOrganisations)

  test('everything that one owns and takes part in is the other’s', async () => {
    await merged(STAD, KOMMUN)
    const { organisations, owners, participations, links } = await picture()
    expect(organisations.filter(({ slug }) => slug.startsWith('provk'))).toMatchObject([
      { slug: KOMMUN, into: null, sums: [2, 350_000, 2, 1] },
      { slug: STAD, into: KOMMUN, sums: [0, 0, 0, 0] },
    ])
    expect(owners).toEqual([
      ['2019-00001', KOMMUN],
      ['2019-00002', KOMMUN],
    ])
    // As the sources name them, whoever they are.
    expect(participations).toEqual([
      ['Tre', 'APPLICANT', 'Provköpings kommun', KOMMUN],
      ['Tre', 'PARTNER', 'Provköpings stad', KOMMUN],
      ['Tre', 'PARTNER', 'Bruket AB', 'bruket-ab'],
      ['Två', 'APPLICANT', 'Provköpings stad', KOMMUN],
    ])
    // The applicant is the owner now: that makes the link certain.
    expect(links).toContainEqual(['Två', '2019-00002', 'nameAndOwner'])
    await noDrift()
  })

  test('split again, everything is as it was', async () => {
    const before = await picture()
    const mergeId = await merged(STAD, KOMMUN)
    expect(await splitOrganisation({ mergeId, reason: REASON })).toEqual({ ok: true, value: { slug: STAD } })
    expect(await picture()).toEqual(before)
    await noDrift()
  })

  test('both histories tell of it, with reason and evidence', async () => {
    const mergeId = await merged(STAD, KOMMUN)
    await splitOrganisation({ mergeId, reason: REASON })
    const [stad, kommun] = [await organisation(STAD), await organisation(KOMMUN)]
    const told = await database().change.findMany({ where: { mergeId }, orderBy: { id: 'asc' } })
    const reason = 'Samma organisation enligt kommunens webbplats.'
    expect(told).toMatchObject([
      {
        action: 'merged',
        organisationId: stad.id,
        from: null,
        to: { into: kommun.id, name: kommun.name },
        reason,
      },
      { action: 'merged', organisationId: kommun.id, to: { took: stad.id, name: stad.name }, reason },
      { action: 'split', organisationId: stad.id, from: { into: kommun.id }, to: null, reason: REASON },
      { action: 'split', organisationId: kommun.id, from: { took: stad.id }, reason: REASON },
    ])
    expect(told.every(({ actor, userId }) => actor === 'editor' && userId !== null)).toBe(true)
  })

  test('the one page has all the names with their documents, and says since when and why', async () => {
    await merged(STAD, KOMMUN)
    expect(await findOrganisation(STAD)).toMatchObject({ movedTo: KOMMUN })
    const found = await findOrganisation(KOMMUN)
    expect(found).toMatchObject({
      movedTo: null,
      owned: 2,
      aliases: [{ slug: STAD, name: 'Provköpings stad', reason: expect.stringContaining('webbplats') }],
    })
    expect(found?.names.map(({ name }) => name)).toEqual(['PROVKÖPINGS KOMMUN', 'Provköpings stad'])
    expect(found?.names.every(({ document }) => document !== null)).toBe(true)
  })

  test('the list has the one, and finds it by every name', async () => {
    await merged(STAD, KOMMUN)
    const slugs = async (q: string) => (await listOrganisations({ q, page: 1 })).rows.map(({ slug }) => slug)
    expect(await slugs('')).toEqual([KOMMUN, 'bruket-ab'])
    expect(await slugs('provköpings stad')).toEqual([KOMMUN])
    expect(await slugs('köpings kommun')).toEqual([KOMMUN])
  })

  test('pages that name either are dropped', async () => {
    await merged(STAD, KOMMUN)
    const { revision } = await database().registry.findFirstOrThrow()
    const tags = (await database().cacheTag.findMany({ where: { revision } })).map(({ tag }) => tag)
    const [decision] = await database().decision.findMany()
    expect(tags).toEqual(
      expect.arrayContaining([
        `organisation:${STAD}`,
        `organisation:${KOMMUN}`,
        'project:2019-00001',
        'project:2019-00002',
        `decision:${decision?.slug}`,
      ]),
    )
  })

  test('a later import that names an alias leads to the one; split, to the alias again', async () => {
    const mergeId = await merged(STAD, KOMMUN)
    await bringIn(page({ number: '2019/00003', name: 'Fyra', owner: 'Provköpings Stad', support: '5 000' }))
    // A newer capture of a page that is known.
    await bringIn(
      page({
        number: '2019/00001',
        name: 'Ett',
        owner: 'Provköpings stad',
        support: '200 000',
        day: '2030-01-01',
      }),
    )
    expect(await organisation(KOMMUN)).toMatchObject({ owned: 3, granted: 455_000n })
    expect(await database().organisation.count()).toBe(3)
    await noDrift()
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await organisation(STAD)).toMatchObject({ owned: 2, granted: 205_000n })
    expect(await organisation(KOMMUN)).toMatchObject({ owned: 1, granted: 250_000n })
    await noDrift()
  })

  test('what was merged before goes along, and a split gives back what was before', async () => {
    const first = await merged(STAD, KOMMUN)
    const between = await picture()
    const second = await merged(KOMMUN, 'bruket-ab')
    expect(await organisation(STAD)).toMatchObject({ mergedIntoId: (await organisation('bruket-ab')).id })
    expect(await organisation('bruket-ab')).toMatchObject({ owned: 2, partner: 2 })
    // The first of two in a chain: the second stays.
    await splitOrganisation({ mergeId: first, reason: REASON })
    expect(await organisation(STAD)).toMatchObject({ mergedIntoId: null, owned: 1 })
    expect(await organisation('bruket-ab')).toMatchObject({ owned: 1 })
    await splitOrganisation({ mergeId: second, reason: REASON })
    await merged(STAD, KOMMUN)
    expect(await picture()).toEqual(between)
    await noDrift()
  })

  test('what cannot be merged is told, and changes nothing', async () => {
    expect(await mergeNow(STAD, STAD)).toMatchObject({ problem: { kind: 'itself' } })
    expect(await mergeNow(STAD, 'finns-inte')).toMatchObject({ problem: { kind: 'missing' } })
    await merged(STAD, KOMMUN)
    const before = await picture()
    const which = { slug: STAD, name: 'Provköpings stad' }
    const into = { slug: KOMMUN, name: 'PROVKÖPINGS KOMMUN' }
    const problem = { kind: 'alreadyMerged', which, into }
    expect(await mergeNow(STAD, 'bruket-ab')).toMatchObject({ problem })
    expect(await mergeNow('bruket-ab', STAD)).toMatchObject({ problem })
    // Round in a circle.
    expect(await mergeNow(KOMMUN, STAD)).toMatchObject({ problem })
    expect(await picture()).toEqual(before)
    expect(await database().organisationMerge.count()).toBe(1)
  })

  test('a merge is undone once', async () => {
    const mergeId = await merged(STAD, KOMMUN)
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await splitOrganisation({ mergeId, reason: REASON })).toMatchObject({
      problem: { kind: 'alreadySplit' },
    })
    expect(await splitOrganisation({ mergeId: 0, reason: REASON })).toMatchObject({
      problem: { kind: 'missing' },
    })
  })

  test('of two editors at once one wins, and the other is told', async () => {
    const both = await Promise.all([mergeNow(STAD, KOMMUN), mergeNow(STAD, 'bruket-ab')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((result) => (result.ok ? [] : [result.problem.kind]))).toEqual(['alreadyMerged'])
    expect(await database().organisationMerge.count()).toBe(1)
    await noDrift()
  })

  test('who saw an older version is told', async () => {
    const { version } = await organisation(KOMMUN)
    const mergeId = await merged('bruket-ab', KOMMUN)
    await splitOrganisation({ mergeId, reason: REASON })
    const late = await mergeOrganisations({
      fromSlug: STAD,
      intoSlug: KOMMUN,
      reason: REASON,
      evidence: null,
      versions: { from: (await organisation(STAD)).version, into: version },
      rightNumber: null,
    })
    expect(late).toMatchObject({ problem: { kind: 'stale' } })
  })

  test('what would follow is told before, of a merge and of a split', async () => {
    await bringIn(page({ number: '2019/00003', name: 'Fem', owner: 'Provköpings stad', support: '7' }))
    const [a, b] = (await findComparison(STAD, KOMMUN))?.sides ?? []
    expect([a?.owned, b?.owned, a?.granted, b?.granted]).toEqual([2, 1, 100_007, 250_000])
    const mergeId = await merged(STAD, KOMMUN)
    expect(await organisation(KOMMUN)).toMatchObject({ owned: 3, granted: 350_007n, applied: 2, partner: 1 })
    const preview = await findSplitPreview(mergeId)
    expect(await findMergeOverview(KOMMUN)).toMatchObject({ mergedInto: null, parts: [{ id: mergeId }] })
    expect(await findMergeOverview(STAD)).toMatchObject({ mergedInto: { root: { slug: KOMMUN } } })
    await splitOrganisation({ mergeId, reason: REASON })
    const sums = async (slug: string) => {
      const { owned, granted, applied, partner } = await organisation(slug)
      return { owned, granted: Number(granted), applied, partner }
    }
    expect(preview).toMatchObject({ part: await sums(STAD), rest: await sums(KOMMUN), unresolved: 0 })
    expect(await findSplitPreview(mergeId)).toMatchObject({ isUndone: true })
  })

  test('corrections made meanwhile stand after the split, where they were made', async () => {
    const mergeId = await merged(STAD, KOMMUN)
    expect(await correct(KOMMUN, 'name', 'Provköping')).toMatchObject({ ok: true })
    expect(await correct(KOMMUN, 'number', '2120001124')).toMatchObject({ ok: true })
    expect(await findOrganisation(KOMMUN)).toMatchObject({
      name: 'Provköping',
      number: '2120001124',
      owned: 2,
    })
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await organisation(KOMMUN)).toMatchObject({ name: 'Provköping', number: '2120001124', owned: 1 })
    expect(await organisation(STAD)).toMatchObject({ name: 'Provköpings stad', number: null, owned: 1 })
    await noDrift()
  })

  test('a reason is needed, and it names nobody', async () => {
    const versions = { from: (await organisation(STAD)).version, into: (await organisation(KOMMUN)).version }
    const tried = (reason: string, evidence: string | null = null) =>
      mergeOrganisations({ fromSlug: STAD, intoSlug: KOMMUN, reason, evidence, versions, rightNumber: null })
    expect(await tried('  ')).toMatchObject({ problem: { kind: 'invalid', reason: 'short' } })
    expect(await tried('Enligt kim.exempel@example.se är det så.')).toMatchObject({
      problem: { kind: 'invalid', reason: { sv: expect.any(String) } },
    })
    expect(await tried(REASON, 'javascript:alert(1)')).toMatchObject({
      problem: { kind: 'invalid', evidence: { sv: expect.any(String) } },
    })
    const mergeId = await merged(STAD, KOMMUN)
    expect(await splitOrganisation({ mergeId, reason: 'nej' })).toMatchObject({
      problem: { kind: 'invalid', reason: 'short' },
    })
    expect(await database().organisationMerge.count({ where: { undoneAt: null } })).toBe(1)
  })

  test('nobody merges or splits without being signed in', async () => {
    const mergeId = await merged(STAD, KOMMUN)
    const before = await picture()
    signOutHere()
    expect(await mergeNow('bruket-ab', KOMMUN)).toMatchObject({ problem: { kind: 'signedOut' } })
    expect(await splitOrganisation({ mergeId, reason: REASON })).toMatchObject({
      problem: { kind: 'signedOut' },
    })
    expect(await picture()).toEqual(before)
  })
})

describe('names and numbers', () => {
  beforeEach(async () => {
    await emptyRegistry()
    await signIn('EDITOR')
  })
  const [FIRST, SECOND] = ['2120001124', '5560360793']

  test('the one with a number stays', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Provköpings stad', ownerNumber: FIRST }),
      page({ number: '2019/00002', name: 'Två', owner: 'Provköpings kommun' }),
    )
    expect(await mergeNow(STAD, KOMMUN)).toMatchObject({
      problem: { kind: 'numberStays', with: { slug: STAD } },
    })
    await merged(KOMMUN, STAD)
    expect(await findOrganisation(STAD)).toMatchObject({ number: FIRST, owned: 2 })
  })

  test('of two numbers a person says which is right, and that one stays', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Provköpings stad', ownerNumber: FIRST }),
      page({ number: '2019/00002', name: 'Två', owner: 'Provköpings kommun', ownerNumber: SECOND }),
    )
    const problem = { kind: 'numbersDiffer', from: FIRST, into: SECOND }
    expect(await mergeNow(STAD, KOMMUN)).toMatchObject({ problem })
    expect(await mergeNow(STAD, KOMMUN, FIRST)).toMatchObject({ problem })
    const mergeId = await merged(STAD, KOMMUN, SECOND)
    expect(await findOrganisation(KOMMUN)).toMatchObject({
      number: SECOND,
      aliases: [{ slug: STAD, number: FIRST }],
    })
    // Sources go on giving the other number, under whatever name.
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Provköping', ownerNumber: FIRST }))
    expect(await organisation(KOMMUN)).toMatchObject({ owned: 3 })
    const list = await listOrganisations({ q: '212000-1124', page: 1 })
    expect(list.rows).toMatchObject([{ slug: KOMMUN, number: SECOND }])
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await organisation(STAD)).toMatchObject({ owned: 2, number: FIRST })
    await noDrift()
  })

  test('a name that two go by is nobody’s until they are one, and again when they are two', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Vuxenskolan', ownerNumber: FIRST }),
      page({ number: '2019/00002', name: 'Två', owner: 'Vuxenskolan', ownerNumber: SECOND }),
      page({ number: '2019/00003', name: 'Tre', owner: 'Vuxenskolan' }),
      list([{ name: 'Fyra', applicant: 'Vuxenskolan' }]),
    )
    const before = await picture()
    expect(before.owners).toContainEqual(['2019-00003', null])
    expect(before.participations).toEqual([])
    const mergeId = await merged('vuxenskolan-2', 'vuxenskolan', FIRST)
    const { owners, participations } = await picture()
    expect(owners).toContainEqual(['2019-00003', 'vuxenskolan'])
    expect(participations).toEqual([['Fyra', 'APPLICANT', 'Vuxenskolan', 'vuxenskolan']])
    await noDrift()
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await picture()).toEqual(before)
    await noDrift()
  })

  test('a name that comes to be another’s too is nobody’s any more', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Vuxenskolan', ownerNumber: FIRST }),
      page({ number: '2019/00003', name: 'Tre', owner: 'Vuxenskolan' }),
      list([{ name: 'Fyra', applicant: 'Vuxenskolan' }]),
    )
    expect(await organisation('vuxenskolan')).toMatchObject({ owned: 2, applied: 1 })
    await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Vuxenskolan', ownerNumber: SECOND }))
    expect(await organisation('vuxenskolan')).toMatchObject({ owned: 1, applied: 0 })
    await noDrift()
  })

  test('a number that is read with an alias’s name is the alias’s, and is shown with the one', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Provköpings stad' }),
      page({ number: '2019/00002', name: 'Två', owner: 'Provköpings kommun' }),
    )
    const mergeId = await merged(STAD, KOMMUN)
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Provköpings stad', ownerNumber: FIRST }))
    expect(await findOrganisation(KOMMUN)).toMatchObject({ number: FIRST, owned: 3 })
    await splitOrganisation({ mergeId, reason: REASON })
    expect(await findOrganisation(STAD)).toMatchObject({ number: FIRST, owned: 2 })
    expect(await findOrganisation(KOMMUN)).toMatchObject({ number: null, owned: 1 })
    await noDrift()
  })
})

describe('an official number', () => {
  const [READ, RIGHT] = ['2120001124', '5560360793']
  beforeEach(async () => {
    await emptyRegistry()
    await signIn('EDITOR')
    await bringIn(page({ number: '2019/00001', name: 'Ett', owner: 'Provskolan', ownerNumber: READ }))
    expect(await correct('provskolan', 'number', RIGHT)).toMatchObject({ ok: true })
  })

  test('stands whatever later imports say, and what they say leads to it all the same', async () => {
    await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Provskolan', ownerNumber: READ }))
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Skolan i Prov', ownerNumber: RIGHT }))
    expect(await database().organisation.findMany()).toMatchObject([{ number: RIGHT, owned: 3 }])
    await noDrift()
  })

  test('is found, shown, and nobody else’s', async () => {
    const { rows } = await listOrganisations({ q: '556036-07', page: 1 })
    expect(rows).toMatchObject([{ slug: 'provskolan', number: RIGHT }])
    await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Verkstan' }))
    expect(await correct('verkstan', 'number', RIGHT)).toMatchObject({
      problem: { kind: 'field', why: 'numberTaken', other: { slug: 'provskolan' } },
    })
  })

  test('that no source gave is kept beside the one that a source gives later', async () => {
    await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Verkstan' }))
    await correct('verkstan', 'number', '8020024769')
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Verkstan', ownerNumber: '8024018312' }))
    expect(await organisation('verkstan')).toMatchObject({
      number: '8020024769',
      asRead: { name: 'Verkstan', number: '8024018312' },
      owned: 2,
    })
    await noDrift()
  })
})

test('an official name is searched for, in lists and among projects', async () => {
  await twoOrganisations()
  await correct('bruket-ab', 'name', 'Verkstaden')
  await correct(STAD, 'name', 'Kommunalhuset')
  const { rows } = await listOrganisations({ q: 'verkstad', page: 1 })
  expect(rows.map(({ slug }) => slug)).toEqual(['bruket-ab'])
  const found = async () => {
    const { rows } = await findProjects(withText(EVERYTHING, 'kommunalhuset'), { today: '2026-01-01' })
    return rows.map(({ slug }) => slug).sort()
  }
  // The search knows of a change within half a second.
  await expect.poll(found, { timeout: 3000 }).toEqual(['2019-00001'])
  // Merged, the one's projects are found by the other's name as well, and by its address that somebody has kept.
  await merged(STAD, KOMMUN)
  await expect.poll(found, { timeout: 3000 }).toEqual(['2019-00001', '2019-00002'])
  const { rows: those, facets } = await findProjects(withToggled(EVERYTHING, 'organisation', STAD), {
    today: '2026-01-01',
  })
  expect(those.map(({ slug }) => slug).sort()).toEqual(['2019-00001', '2019-00002'])
  const chosen = facets.find(({ key }) => key === 'organisation')?.values.filter((value) => value.chosen)
  expect(chosen).toMatchObject([{ value: STAD, label: 'PROVKÖPINGS KOMMUN', count: 2 }])
})

describe('the database itself', () => {
  beforeAll(twoOrganisations)

  test('a merge without its trace is refused', async () => {
    const [from, into] = [await organisation(STAD), await organisation(KOMMUN)]
    await expect(
      database().organisation.update({ where: { id: from.id }, data: { mergedIntoId: into.id } }),
    ).rejects.toThrow(/without a trace/)
    await expect(
      database().organisationMerge.create({
        data: { fromId: from.id, intoId: into.id, reason: 'x', actor: 'editor' },
      }),
    ).rejects.toThrow(/without a trace/)
  })
})
