import { beforeAll, expect, test } from 'vitest'
import { database } from '../db.ts'
import { changeRegistry } from '../registry/change.ts'
import { noDrift } from '../testing/drift.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { basisOf } from './basis.ts'
import type { Subject } from './fields.ts'
import { loadRecord } from './load.ts'
import { type FieldSave, type Save, saveCorrections } from './save.ts'

inSampleRegistry()
beforeAll(async () => {
  await signIn('EDITOR')
})

const save = (input: Save) =>
  changeRegistry('records.correct', (tx, acting) => saveCorrections(tx, acting, input))

const asShown = async (subject: Subject, field: string) =>
  (await loadRecord(database(), subject))?.fields[field]?.shown ?? null

async function say(subject: Subject, change: { field: string } & Pick<FieldSave, 'as'>, typed?: object) {
  const basis = basisOf(await asShown(subject, change.field))
  const value = { value: null, code: null, precision: null, qualifier: null, ...typed }
  const changes = [{ ...change, basis, typed: value } as FieldSave]
  return save({ subject, changes, reason: 'Så står det i slutrapporten', evidence: null })
}

const project = async (slug: string): Promise<Subject> => ({
  kind: 'project',
  id: (await database().project.findUniqueOrThrow({ where: { slug } })).id,
})

test('a correction is shown, counted and traced; withdrawn, what was read comes back', async () => {
  const subject = await project('2016-00112')
  const before = await asShown(subject, 'plannedParticipants')
  expect(before).toMatchObject({ value: 145, rivals: [expect.any(Number)] })
  expect(await say(subject, { field: 'plannedParticipants', as: 'value' }, { value: 300 })).toMatchObject({
    ok: true,
    value: { slug: '2016-00112' },
  })
  const row = await database().project.findUniqueOrThrow({ where: { id: subject.id } })
  expect(row).toMatchObject({ plannedParticipants: 300, disagreements: 0, openDisagreements: 0 })
  expect(await say(subject, { field: 'plannedParticipants', as: 'withdraw' })).toMatchObject({ ok: true })
  expect(await asShown(subject, 'plannedParticipants')).toEqual(before)
  const traced = await database().change.findMany({
    where: { projectId: subject.id, correctionId: { not: null } },
    orderBy: { id: 'asc' },
  })
  expect(traced.map(({ action, field, from, to }) => ({ action, field, from, to }))).toEqual([
    {
      action: 'corrected',
      field: 'plannedParticipants',
      from: { state: 'value', value: 145 },
      to: { state: 'value', value: 300 },
    },
    {
      action: 'withdrawn',
      field: 'plannedParticipants',
      from: { state: 'value', value: 300 },
      to: { state: 'value', value: 145 },
    },
  ])
})

test('a save over what somebody changed meanwhile is told what, and changes nothing', async () => {
  const subject = await project('2015-00311')
  const basis = basisOf(await asShown(subject, 'totalBudget'))
  await say(subject, { field: 'totalBudget', as: 'value' }, { value: 5 })
  const typed = { value: 6, code: null, precision: null, qualifier: null }
  const result = await save({
    subject,
    changes: [{ field: 'totalBudget', basis, as: 'value', typed }],
    reason: 'En annan siffra',
    evidence: null,
  })
  expect(result).toMatchObject({
    ok: false,
    problem: {
      kind: 'stale',
      conflicts: [{ field: 'totalBudget', shown: { value: 5 }, by: { actor: 'editor' } }],
    },
  })
  expect(await asShown(subject, 'totalBudget')).toMatchObject({ value: 5 })
})

test('an entry is linked by a person, unlinked, and found again by itself when that is withdrawn', async () => {
  const item = await database().decisionItem.findFirstOrThrow({ where: { linkedBy: 'nameAndOwner' } })
  const subject: Subject = { kind: 'item', id: item.id }
  const other = await database().project.findFirstOrThrow({ where: { id: { not: item.projectId ?? 0 } } })
  const linked = () => database().decisionItem.findUniqueOrThrow({ where: { id: item.id } })
  expect(await say(subject, { field: 'project', as: 'value' }, { value: other.id })).toMatchObject({
    ok: true,
  })
  expect(await linked()).toMatchObject({ projectId: other.id, linkedBy: 'person' })
  expect(await say(subject, { field: 'project', as: 'notStated' })).toMatchObject({ ok: true })
  expect(await linked()).toMatchObject({ projectId: null, linkedBy: 'person' })
  await say(subject, { field: 'project', as: 'withdraw' })
  await say(subject, { field: 'project', as: 'withdraw' })
  expect(await linked()).toMatchObject({ projectId: item.projectId, linkedBy: 'nameAndOwner' })
})

test('an amount keeps the kind and the rounding that were given with it', async () => {
  const item = await database().decisionItem.findFirstOrThrow({ where: { amountKind: 'APPLIED' } })
  const subject: Subject = { kind: 'item', id: item.id }
  const typed = { value: 9_900_000, code: 'AWARDED', precision: 100_000 }
  expect(await say(subject, { field: 'amount', as: 'value' }, typed)).toMatchObject({ ok: true })
  expect(await database().decisionItem.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
    amount: 9_900_000n,
    amountKind: 'AWARDED',
    amountPrecision: 100_000,
  })
})

test('a decision’s date and an organisation’s name are corrected, and come back', async () => {
  const decision = await database().decision.findFirstOrThrow({ where: { decisionDate: { not: null } } })
  const subject: Subject = { kind: 'decision', id: decision.id }
  expect(await say(subject, { field: 'decisionDate', as: 'value' }, { value: '2001-02-03' })).toMatchObject({
    ok: true,
  })
  const now = () => database().decision.findUniqueOrThrow({ where: { id: decision.id } })
  expect((await now()).decisionDate).toEqual(new Date('2001-02-03'))
  await say(subject, { field: 'decisionDate', as: 'withdraw' })
  expect((await now()).decisionDate).toEqual(decision.decisionDate)

  const organisation = await database().organisation.findFirstOrThrow({ where: { owned: { gt: 0 } } })
  const named: Subject = { kind: 'organisation', id: organisation.id }
  expect(await say(named, { field: 'name', as: 'value' }, { value: 'Ett annat namn' })).toMatchObject({
    ok: true,
  })
  const held = () => database().organisation.findUniqueOrThrow({ where: { id: organisation.id } })
  expect(await held()).toMatchObject({ name: 'Ett annat namn', owned: organisation.owned })
  await say(named, { field: 'name', as: 'withdraw' })
  expect(await held()).toMatchObject({ name: organisation.name })
})

test('after all this nothing has drifted from what statements and corrections give', async () => {
  await noDrift()
})
