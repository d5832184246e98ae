import { beforeAll, beforeEach, expect, test } from 'vitest'
import { correctRecord } from '../corrections/commands.ts'
import { database } from '../db.ts'
import { withdrawFollowUp } from '../follow-up/commands.ts'
import { publishedOf } from '../follow-up/testing/published.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { lookAtOutcome, undoCorrection } from './commands.ts'
import type { DeskFilter } from './filter.ts'
import { savedCorrection } from './notice.ts'
import {
  deskCounts,
  fieldKinds,
  fieldNeighbours,
  findNotice,
  findOutcomeDisagreement,
  findRecords,
  listFieldTasks,
} from './queries.ts'
import { keyText, type OutcomeTaskKey, readOutcomeKey } from './task-key.ts'

inSampleRegistry()
const ALL: DeskFilter = { page: 1 }
const REASON = 'Slutrapporten säger så'
const SLUG = '2018-09206'
let editor = { id: 0 }
let projectId = 0
/** Two follow-ups that tell different costs of one day; the later one is shown. */
let told: [number, number] = [0, 0]
let before = 0

const key = (field = 'costs.eu'): OutcomeTaskKey => ({ kind: 'outcome', id: projectId, field })
const waiting = async () => (await deskCounts()).disagreements - before
const costs = (kronor: number, more: Record<string, string> = {}) =>
  publishedOf(
    'COSTS',
    {
      ...{ asOf: '2019-12-31', sourceUrl: 'https://example.se/rapport', basis: 'reported' },
      'costs.eu': String(kronor),
      ...more,
    },
    { project: SLUG },
  )
async function look(field = 'costs.eu') {
  const { basis } = (await findOutcomeDisagreement(key(field))) ?? { basis: '' }
  return lookAtOutcome({ key: key(field), basis, reason: REASON, evidence: '' })
}

beforeAll(async () => {
  editor = await signIn('EDITOR')
  projectId = (await database().project.findUniqueOrThrow({ where: { slug: SLUG } })).id
}, 60_000)

beforeEach(async () => {
  const public_ = await database().followUp.findMany({ where: { state: 'PUBLISHED' }, select: { id: true } })
  for (const { id } of public_) await withdrawFollowUp({ id, reason: REASON })
  before = (await deskCounts()).disagreements
  told = [await costs(100_000), await costs(120_000)]
})

test('two sources that say different things of one day are on the desk', async () => {
  const { region } = await database().project.findUniqueOrThrow({ where: { id: projectId } })
  const elsewhere = region === 'SE11' ? 'SE22' : 'SE11'
  expect(await waiting()).toBe(1)
  const { rows, total } = await listFieldTasks('disagreements', ALL)
  expect([total, rows.length]).toEqual([before + 1, before + 1])
  expect(rows.at(-1)).toMatchObject({
    key: key(),
    record: { kind: 'project', slug: SLUG },
    type: 'amount',
    shown: { value: 120_000 },
    others: [{ value: 100_000 }],
  })
  expect(await fieldKinds('disagreements', ALL)).toContainEqual({ field: 'costs.eu', count: 1 })
  expect((await listFieldTasks('disagreements', { ...ALL, field: 'costs.eu' })).total).toBe(1)
  expect(
    (await listFieldTasks('disagreements', { ...ALL, region: elsewhere, field: 'costs.eu' })).total,
  ).toBe(0)
  expect(
    (await listFieldTasks('disagreements', { ...ALL, region: region ?? '', field: 'costs.eu' })).total,
  ).toBe(1)
  expect((await listFieldTasks('changed', ALL)).total).toBe(0)
  expect(await findOutcomeDisagreement(key())).toMatchObject({
    isOpen: true,
    outcome: {
      value: 120_000,
      source: { id: told[1] },
      rivals: [{ value: 100_000, source: { id: told[0] } }],
    },
  })
  const { projects } = await findRecords('2018/09206')
  const [project] = projects
  expect(project?.disagreements).toBeGreaterThan(0)
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({ driftedOutcomes: [] })
})

test('next and previous lead over the border between fields and outcomes', async () => {
  const { rows } = await listFieldTasks('disagreements', ALL)
  const field = rows.at(-2)?.key
  if (!field) throw new Error('no field waits')
  expect(await fieldNeighbours('disagreements', ALL, key())).toEqual({ previous: keyText(field), next: null })
  expect((await fieldNeighbours('disagreements', ALL, field)).next).toBe(keyText(key()))
})

test('who has looked at it says why: it leaves the queue, changes no figure, and comes back when it is undone', async () => {
  const looked = await look()
  if (!looked.ok) throw new Error(JSON.stringify(looked.problem))
  expect(await waiting()).toBe(0)
  const { correctionId } = looked.value
  expect(await database().correction.findUniqueOrThrow({ where: { id: correctionId } })).toMatchObject({
    kind: 'REVIEWED',
    followUpId: told[1],
    field: 'costs.eu',
    reason: REASON,
  })
  const outcome = await database().outcome.findFirstOrThrow({ where: { projectId, measure: 'costs.eu' } })
  expect([outcome.value.toNumber(), outcome.isOpen]).toEqual([120_000, false])
  expect(await look()).toMatchObject({
    problem: {
      kind: 'outcomeChanged',
      isOpen: false,
      shown: { value: 120_000 },
      by: { actor: 'editor', reason: REASON },
    },
  })
  expect(await findNotice(`c${correctionId}`, editor.id)).toMatchObject({
    what: 'asPublished',
    field: 'costs.eu',
  })
  expect(await undoCorrection(correctionId, 'Ångrades av den som sparade')).toEqual({
    ok: true,
    value: { key: key() },
  })
  expect(await waiting()).toBe(1)
})

test('nobody finds right what they have not seen', async () => {
  const { basis } = (await findOutcomeDisagreement(key())) ?? { basis: '' }
  await costs(130_000)
  const input = { key: key(), basis, reason: REASON, evidence: '' }
  const told = await lookAtOutcome(input)
  expect(told).toMatchObject({
    problem: { kind: 'outcomeChanged', isOpen: true, shown: { value: 130_000 }, by: null },
  })
  expect(await waiting()).toBe(1)
})

test('who comes after a withdrawal is told what is shown now, by whom and why', async () => {
  const { basis } = (await findOutcomeDisagreement(key())) ?? { basis: '' }
  const input = { key: key(), basis, reason: REASON, evidence: '' }
  await withdrawFollowUp({ id: told[1], reason: 'Rapporten gäller ett annat projekt' })
  const by = { actor: 'editor', reason: 'Rapporten gäller ett annat projekt' }
  expect(await lookAtOutcome(input)).toMatchObject({
    problem: { kind: 'outcomeChanged', isOpen: false, shown: { value: 100_000 }, by },
  })
  await withdrawFollowUp({ id: told[0], reason: 'En dubblett av en annan' })
  expect(await lookAtOutcome(input)).toMatchObject({
    problem: {
      kind: 'outcomeChanged',
      isOpen: false,
      shown: null,
      by: { reason: 'En dubblett av en annan' },
    },
  })
  expect(await findOutcomeDisagreement(key())).toMatchObject({ isOpen: false, outcome: null })
})

test('who comes after a correction is told its value and its reason', async () => {
  const { basis } = (await findOutcomeDisagreement(key())) ?? { basis: '' }
  const reason = 'Rapporten säger hundra tusen'
  const change = {
    ...{ field: 'costs.eu', as: 'typed' as const, text: '100 000' },
    basis: `value.${JSON.stringify(120_000)}.`,
  }
  const corrected = { kind: 'followUp' as const, id: told[1], version: 0, changes: [change], reason }
  expect(await correctRecord(corrected)).toMatchObject({ ok: true })
  expect(await lookAtOutcome({ key: key(), basis, reason: REASON, evidence: '' })).toMatchObject({
    problem: {
      kind: 'outcomeChanged',
      isOpen: false,
      shown: { value: 100_000 },
      by: { actor: 'editor', reason },
    },
  })
})

test('of two who find it right at once, one is told that the other was first', async () => {
  const { basis } = (await findOutcomeDisagreement(key())) ?? { basis: '' }
  const lookFor = (reason: string) => lookAtOutcome({ key: key(), basis, reason, evidence: '' })
  const both = await Promise.all([lookFor('Den ena läste rapporten'), lookFor('Den andra läste den')])
  const [second] = both.flatMap((one) => (one.ok ? [] : one.problem))
  const reason = both[0]?.ok ? 'Den ena läste rapporten' : 'Den andra läste den'
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(second).toMatchObject({ kind: 'outcomeChanged', isOpen: false, by: { actor: 'editor', reason } })
})

test('it leaves the queue where one of them is withdrawn, or corrected', async () => {
  await withdrawFollowUp({ id: told[0], reason: REASON })
  expect(await waiting()).toBe(0)
  const third = await costs(140_000)
  expect(await waiting()).toBe(1)
  const change = {
    field: 'costs.eu',
    basis: `value.${JSON.stringify(140_000)}.`,
    as: 'typed',
    text: '120 000',
  }
  const corrected = { kind: 'followUp', id: third, version: 0, changes: [change], reason: REASON } as const
  const first = await correctRecord(corrected as never)
  if (!first.ok && first.problem.kind === 'stale') throw new Error(JSON.stringify(first.problem))
  expect(first).toMatchObject({ ok: true })
  expect(await waiting()).toBe(0)
})

test('a sum whose parts agree is found right by its parts', async () => {
  const of = (fields: Record<string, string>) =>
    publishedOf(
      'PARTICIPANTS',
      { asOf: '2019-12-31', sourceUrl: 'https://example.se/rapport', ...fields },
      { project: SLUG },
    )
  await of({ 'reached.women': '4', 'reached.men': '4', 'reached.nonBinary': '1' })
  await of({ 'reached.women': '4', 'reached.men': '4' })
  expect(await waiting()).toBe(2)
  const looked = await look('reached.total')
  expect(looked).toMatchObject({ ok: true })
  expect(await waiting()).toBe(1)
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({ driftedOutcomes: [] })
  const { correctionId } = looked.ok ? looked.value : { correctionId: 0 }
  const notice = (of: string) => findNotice(savedCorrection(correctionId, key(of)), editor.id)
  expect(await notice('reached.total')).toMatchObject({ what: 'asPublished', field: 'reached.total' })
  expect(await notice('costs.eu')).toMatchObject({ field: 'reached.women', undo: `c${correctionId}` })
  const standing = () => database().correction.count({ where: { kind: 'REVIEWED', withdrawnAt: null } })
  const others = (await standing()) - 2
  expect(await undoCorrection(correctionId, 'Ångrades av den som sparade')).toEqual({
    ok: true,
    value: { key: key('reached.total') },
  })
  expect([await waiting(), (await standing()) - others]).toEqual([2, 0])
})

test('a figure of the project’s own page is found right there, and comes back as what it was', async () => {
  const asOf = (await findOutcomeDisagreement(key('budget')))?.outcome?.asOf ?? ''
  const source = { asOf, sourceUrl: 'https://example.se/beslut' }
  await publishedOf('EVENT', { ...source, event: 'budgetChanged', budget: 'ca 1 000 000' }, { project: SLUG })
  expect(await waiting()).toBe(2)
  const looked = await look('budget')
  if (!looked.ok) throw new Error(JSON.stringify(looked.problem))
  const { correctionId } = looked.value
  for (const saved of [savedCorrection(correctionId), savedCorrection(correctionId, key('budget'))])
    expect(await findNotice(saved, editor.id)).toMatchObject({ what: 'reviewed', field: 'totalBudget' })
  expect(await waiting()).toBe(1)
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({ driftedOutcomes: [] })
  expect(await undoCorrection(looked.value.correctionId, 'Ångrades av den som sparade')).toEqual({
    ok: true,
    value: { key: key('budget') },
  })
  expect(await waiting()).toBe(2)
})

test('a rebuild finds what has drifted, and mends it', async () => {
  await database().outcome.updateMany({ where: { projectId }, data: { isOpen: false } })
  expect(await waiting()).toBe(0)
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({ driftedOutcomes: [projectId] })
  await rebuildRegistry()
  expect(await waiting()).toBe(1)
})

test('nobody who is not signed in looks at anything', async () => {
  signOutHere()
  expect(await look()).toMatchObject({ problem: { kind: 'signedOut' } })
  editor = await signIn('EDITOR')
})

test.each(['costs.total', 'reached.women@unga', 'actual.total@CO01', 'budget', 'target.nonBinary@egna-tal'])(
  'an address names %s, and nothing else',
  (field) => {
    const one: OutcomeTaskKey = { kind: 'outcome', id: 17, field }
    expect(keyText(one)).toMatch(/^u17-[A-Za-z0-9_-]+$/)
    expect(readOutcomeKey(keyText(one))).toEqual(one)
    expect(readOutcomeKey(keyText(one).replace('u', 'p'))).toBeNull()
    expect(readOutcomeKey(`${keyText(one)}_x_y`)).toBeNull()
  },
)
