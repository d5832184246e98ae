import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { findDecision } from '../decisions/queries.ts'
import { findProject } from '../projects/queries.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { beginFollowUp, publishFollowUp, saveFollowUp, withdrawFollowUp } from './commands.ts'
import { publishedOf } from './testing/published.ts'

inSampleRegistry()
beforeAll(() => signIn('EDITOR'))
beforeEach(() => signIn('EDITOR'))

const SLUG = '2015-09101'
type To = Parameters<typeof beginFollowUp>[1]

async function draft(kind: string, fields: Record<string, string>, to: To = { project: SLUG }) {
  const made = await beginFollowUp(kind, to)
  if (!made.ok) throw new Error(made.problem.kind)
  const { id } = made.value
  const mine = { fields: { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport', ...fields } }
  const saved = await saveFollowUp({ id, version: 1, base: {}, mine })
  return { id, version: saved.ok ? saved.value.version : 0 }
}

const published = (kind: string, fields: Record<string, string>, to: To = { project: SLUG }) =>
  publishedOf(kind, { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport', ...fields }, to)

/** Corrections as if they had been made at a moment. */
async function movedTo(moment: string) {
  const db = database()
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE correction SET at = ${moment}::timestamptz`,
  ])
}

const outcomes = async () => (await findProject(SLUG))?.followUp
const ids = async () => (await outcomes())?.followUps.map(({ id }) => id)

describe('what readers see of a project', () => {
  test('is what is published: no draft, and nothing that was withdrawn', async () => {
    const { id } = await draft('RESULTS', { achieved: 'Hemligt ännu' })
    expect(await ids()).not.toContain(id)
    const open = await published('RESULTS', { achieved: 'Ett nätverk' })
    expect(await ids()).toContain(open)
    await withdrawFollowUp({ id: open, reason: 'Det var ett annat projekts.' })
    expect(await ids()).not.toContain(open)
    expect(JSON.stringify(await findProject(SLUG))).not.toMatch(/Hemligt ännu|Ett nätverk/)
  })

  test('says of a figure where it is from, and why it was corrected', async () => {
    const id = await published('COSTS', { basis: 'approved', 'costs.total': '1 200 000', sourcePage: 's. 4' })
    const record = await loadRecord(database(), { kind: 'followUp', id })
    const basis = basisOf(record?.fields['costs.total']?.shown ?? null)
    await correctRecord({
      kind: 'followUp',
      id,
      version: record?.version ?? 0,
      changes: [{ field: 'costs.total', basis, as: 'typed', text: '1 250 000' }],
      reason: 'Så står det i slutrapporten, sidan 14.',
    })
    const view = await outcomes()
    const followUp = view?.followUps.find((one) => one.id === id)
    expect(followUp?.source).toMatchObject({ url: 'https://example.se/rapport', page: 's. 4', file: null })
    expect(followUp?.corrections).toMatchObject([{ field: 'costs.total', by: 'editor' }])
    const said = view?.outcomes['costs.total']
    const figure = said?.source.kind === 'followUp' ? said : said?.earlier[0]
    expect(figure).toMatchObject({
      value: 1_250_000,
      basis: 'approved',
      asOf: '2018-12-31',
      source: { kind: 'followUp', id },
      stated: { value: 1_200_000 },
      correction: { reason: 'Så står det i slutrapporten, sidan 14.', by: 'editor' },
    })
    expect(view?.outcomes.support?.source).toEqual({ kind: 'page', field: 'grantedSupport' })
    // As clocks in Sweden go: half an hour after midnight there.
    await movedTo('2026-06-30T22:30:00Z')
    expect((await outcomes())?.followUps.flatMap(({ corrections }) => corrections)).toMatchObject([
      { on: '2026-07-01' },
    ])
  })

  test('says on which rivals a figure is chosen, and what it was summed from', async () => {
    await published('PARTICIPANTS', { 'reached.women': '40', 'reached.men': '35' })
    await published('PARTICIPANTS', { 'reached.women': '42' })
    const view = await outcomes()
    expect(view?.outcomes['reached.women']).toMatchObject({ value: 42, isDisputed: true })
    expect(view?.outcomes['reached.women']?.rivals).toMatchObject([{ value: 40 }])
    // The whole is of the first source, and sources disagree on a part of it.
    expect(view?.outcomes['reached.total']).toMatchObject({
      value: 75,
      isDisputed: true,
      derivedFrom: ['reached.women', 'reached.men'],
    })
  })

  test('names the decision that a change follows from', async () => {
    const decision = await database().decision.findFirstOrThrow({ where: { inForce: true } })
    const id = await published('EVENT', {
      event: 'budgetChanged',
      budget: '9 999 999',
      decision: `https://fondspar.example/beslut/${decision.slug}`,
      asOf: '2016-05-01',
    })
    const view = await outcomes()
    expect(view?.decisions[decision.slug]?.heading).toBe(decision.heading)
    const budget = view?.outcomes.budget
    expect([budget, ...(budget?.earlier ?? [])].map((figure) => figure?.source)).toContainEqual({
      kind: 'followUp',
      id,
    })
  })

  test('tells nobody who wrote it', async () => {
    const user = await database().user.findFirstOrThrow({ where: { role: 'EDITOR' } })
    const text = JSON.stringify(await outcomes())
    expect(text).not.toContain(user.name)
    expect(text).not.toContain(user.email)
  })
})

test('a project that has ended says what is missing; the groups and indicators that are there have names', async () => {
  const slug = '2015-09103'
  const before = (await findProject(slug))?.followUp
  expect(before?.followUps).toEqual([])
  expect(before?.missing?.lacks).toContain('report')
  const made = await beginFollowUp('INDICATORS', { project: slug })
  if (!made.ok) throw new Error(made.problem.kind)
  const { id } = made.value
  const rows = [
    { id: 'a', fields: { name: 'Företag som var med', unit: 'företag', 'actual.total': '12,5' } },
    { id: 'b', fields: { code: 'CO01', 'target.total': '20', 'actual.women': '9', 'actual.men': '8' } },
  ]
  const fields = { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport' }
  await saveFollowUp({ id, version: 1, base: {}, mine: { fields, rows } })
  expect(await publishFollowUp({ id, version: 2, seen: [] })).toMatchObject({ ok: true })
  const view = (await findProject(slug))?.followUp
  expect(view?.rows).toMatchObject([
    { key: 'CO01', kind: 'indicator', name: null },
    { key: 'foretag-som-var-med', kind: 'indicator', name: 'Företag som var med', unit: 'företag' },
  ])
  expect(view?.outcomes['actual.total@CO01']?.value).toBe(17)
})

test('an entry that no project belongs to has its follow-ups on its decision’s page', async () => {
  const item = await database().decisionItem.findFirstOrThrow({
    where: { projectId: null, inForce: true },
    select: { id: true, decision: { select: { slug: true } } },
  })
  const id = await published('PARTICIPANTS', { 'reached.total': '12' }, { item: item.id })
  const decision = await findDecision(item.decision.slug)
  expect(decision?.followUps[item.id]?.followUps.map((one) => one.id)).toEqual([id])
  expect(decision?.followUps[item.id]?.missing).toBeNull()
  expect(Object.keys(decision?.followUps ?? {})).toEqual([String(item.id)])
})
