import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { historyOf } from '../history/queries.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { noDrift } from '../testing/drift.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import {
  beginFollowUp,
  discardFollowUp,
  publishFollowUp,
  restoreFollowUp,
  saveFollowUp,
  withdrawFollowUp,
} from './commands.ts'
import { MOST_ROWS } from './fields.ts'
import { flagKey } from './flags.ts'
import { findForStaff } from './staff-queries.ts'
import { templateOf } from './table/choose.ts'
import { templateRows } from './table/write.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const SOURCE = { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport', sourcePage: 's. 12' }
const SLUG = '2015-09101'

async function begun(
  kind: string,
  to: Parameters<typeof beginFollowUp>[1] = { project: SLUG },
): Promise<number> {
  const made = await beginFollowUp(kind, to)
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value.id
}

/** A draft with what is typed, over what it holds. */
async function written(
  kind: string,
  fields: Record<string, string>,
  to?: Parameters<typeof beginFollowUp>[1],
) {
  const id = await begun(kind, to)
  const saved = await save(id, 1, {}, fields)
  return { id, version: saved.ok ? saved.value.version : 0 }
}
const save = (id: number, version: number, base: Record<string, string>, mine: Record<string, string>) =>
  saveFollowUp({ id, version, base: { fields: base }, mine: { fields: mine } })

async function published(
  kind: string,
  fields: Record<string, string>,
  to?: Parameters<typeof beginFollowUp>[1],
) {
  const draft = await written(kind, { ...SOURCE, ...fields }, to)
  const result = await publishFollowUp({ ...draft, seen: [] })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return draft.id
}

const outcomes = async (slug = SLUG) => {
  const rows = await database().outcome.findMany({
    where: { project: { slug } },
    orderBy: { measure: 'asc' },
  })
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, value.toNumber()]))
}

async function correct(of: number | Subject, field: string, text: string, seen: string[] = []) {
  const subject = typeof of === 'number' ? ({ kind: 'followUp', id: of } as const) : of
  const record = await loadRecord(database(), subject)
  return correctRecord({
    ...subject,
    version: record?.version ?? 0,
    changes: [{ field, basis: basisOf(record?.fields[field]?.shown ?? null), as: 'typed', text }],
    reason: 'Så står det i slutrapporten, sidan 14.',
    seen,
  })
}

test('from draft to public: what is stated, its trace, what is shown of the project', async () => {
  const before = await database().registry.findUniqueOrThrow({ where: { id: 1 } })
  const id = await published('PARTICIPANTS', {
    'reached.women': '40',
    'reached.men': '35',
    comment: 'Enligt enkät.',
  })
  expect(await outcomes()).toMatchObject({ 'reached.women': 40, 'reached.men': 35, 'reached.total': 75 })
  const [row] = await database().change.findMany({ where: { followUpId: id } })
  expect(row).toMatchObject({ action: 'attached', actor: 'editor', evidence: 'https://example.se/rapport' })
  expect(row?.to).toMatchObject({ 'reached.women': { state: 'value', value: 40 } })
  expect(row?.revision).toBeGreaterThan(before.revision)
  const history = await historyOf('projects', SLUG, 1)
  expect(history?.changes[0]).toMatchObject({
    subject: { kind: 'followUp', slug: SLUG },
    event: { action: 'attached' },
  })
  await noDrift()
})

test('what is wrong is told and nothing becomes public', async () => {
  const draft = await written('COSTS', { asOf: '2018-12-31', 'costs.eu': 'mycket' })
  const result = await publishFollowUp({ ...draft, seen: [] })
  expect(result).toMatchObject({ ok: false, problem: { kind: 'invalid' } })
  expect(await database().followUp.findUnique({ where: { id: draft.id } })).toMatchObject({
    state: 'DRAFT',
    stated: null,
  })
})

test('a figure that jumps is published once somebody has looked at it', async () => {
  const draft = await written('PARTICIPANTS', {
    ...SOURCE,
    asOf: '2018-11-30',
    'reached.total': '9 999',
  })
  const refused = await publishFollowUp({ ...draft, seen: [] })
  expect(refused).toMatchObject({
    ok: false,
    problem: { kind: 'flagged', flags: [{ code: 'manyMore', is: 9999 }] },
  })
  const flags = !refused.ok && refused.problem.kind === 'flagged' ? refused.problem.flags : []
  expect(await publishFollowUp({ ...draft, seen: flags.map(flagKey) })).toMatchObject({ ok: true })
  await withdrawFollowUp({ id: draft.id, reason: 'Det var en nolla för mycket.' })
})

test('two who write at once lose nothing', async () => {
  const id = await begun('RESULTS')
  await signIn('ADMINISTRATOR')
  await save(id, 1, {}, { achieved: 'Ett nätverk', livesOn: 'Nätverket' })
  await signIn('EDITOR')
  const saved = await save(id, 1, {}, { achieved: 'En metod', notAchieved: 'Ingen spridning' })
  expect(saved).toMatchObject({
    ok: true,
    value: {
      content: { fields: { achieved: 'Ett nätverk', livesOn: 'Nätverket', notAchieved: 'Ingen spridning' } },
      conflicts: [{ field: 'achieved', mine: 'En metod', theirs: 'Ett nätverk' }],
    },
  })
  const held = await database().followUp.findUniqueOrThrow({ where: { id } })
  expect(await publishFollowUp({ id, version: held.version - 1, seen: [] })).toMatchObject({
    problem: { kind: 'stale' },
  })
})

describe('a correction of what is public', () => {
  test('stands beside it, counts, has a history, and can be taken back', async () => {
    const id = await published('COSTS', { basis: 'reported', 'costs.total': '1 200 000' })
    expect(await correct(id, 'costs.total', '1 250 000')).toMatchObject({ ok: true })
    expect((await outcomes())['costs.total']).toBe(1_250_000)
    const row = await database().followUp.findUniqueOrThrow({ where: { id } })
    expect(row.stated).toMatchObject({ 'costs.total': { value: 1_200_000 } })
    const history = await historyOf('projects', SLUG, 1)
    expect(history?.changes[0]).toMatchObject({
      event: {
        action: 'corrected',
        field: 'costs.total',
        from: { value: 1_200_000 },
        to: { value: 1_250_000 },
      },
    })
    const record = await loadRecord(database(), { kind: 'followUp', id })
    const basis = basisOf(record?.fields['costs.total']?.shown ?? null)
    await correctRecord({
      kind: 'followUp',
      id,
      version: 1,
      changes: [{ field: 'costs.total', basis, as: 'withdraw' }],
      reason: 'Rapporten hade rätt från början.',
    })
    expect((await outcomes())['costs.total']).toBe(1_200_000)
    await noDrift()
  })

  test('may say what it did not say, and of another day it is another figure', async () => {
    const id = await published('COSTS', { asOf: '2019-06-30', basis: 'approved', 'costs.total': '2 000 000' })
    await correct(id, 'costs.eu', '900 000')
    await correct(id, 'asOf', '2016-06-30')
    expect(await outcomes()).toMatchObject({ 'costs.eu': 900_000, 'costs.total': 1_200_000 })
    await noDrift()
  })

  test('goes by the rules that it was published by', async () => {
    const id = await published('COSTS', {
      asOf: '2016-06-30',
      basis: 'reported',
      'costs.total': '500 000',
      'costs.eu': '200 000',
    })
    expect(await correct(id, 'costs.public', '300 001')).toMatchObject({
      problem: { kind: 'invalid', fields: { 'costs.public': { sv: expect.stringContaining('500') } } },
    })
    expect(await correct(id, 'sourceUrl', '/dokument/abcdefabcdef')).toMatchObject({
      problem: { kind: 'invalid', fields: { sourceUrl: { en: expect.stringContaining('no document') } } },
    })
    expect(await correct(id, 'costs.public', '300 000')).toMatchObject({ ok: true })
    await noDrift()
  })

  test('names a decision that is there, by the address of its page', async () => {
    const { slug } = await database().decision.findFirstOrThrow({ where: { inForce: true } })
    const id = await published('EVENT', { event: 'budgetChanged', text: 'Ny budget' })
    expect(await correct(id, 'decision', 'finns-inte')).toMatchObject({
      problem: { kind: 'invalid', fields: { decision: { en: expect.stringContaining('no decision') } } },
    })
    expect(await correct(id, 'decision', `https://example.se/beslut/${slug}`)).toMatchObject({ ok: true })
    expect(await database().followUp.findUnique({ where: { id } })).toMatchObject({
      shown: { decision: { value: slug } },
    })
  })

  test('leaves a row with what it counts', async () => {
    const id = await begun('INDICATORS')
    const rows = [{ id: 'r1', fields: { code: 'CO01', 'actual.total': '12' } }]
    const saved = await saveFollowUp({ id, version: 1, base: {}, mine: { fields: SOURCE, rows } })
    await publishFollowUp({ id, version: saved.ok ? saved.value.version : 0, seen: [] })
    expect(await correct(id, 'code@CO01', 'CO02')).toMatchObject({
      problem: {
        kind: 'invalid',
        fields: { 'code@CO01': { en: expect.stringContaining('attach it anew') } },
      },
    })
    await withdrawFollowUp({ id, reason: 'Det var bara ett prov.' })
  })

  test('names no person', async () => {
    const id = await published('RESULTS', { achieved: 'Ett nätverk' })
    expect(await correct(id, 'achieved', 'Ring 070-174 06 05')).toMatchObject({
      problem: { kind: 'invalid' },
    })
    expect(await correct(id, 'sourceUrl', 'javascript:alert(1)')).toMatchObject({
      problem: { kind: 'invalid' },
    })
  })
})

test('a correction to what is unusual is asked about as publishing is, and what was asked already is not', async () => {
  const slug = '2015-09104'
  const { plannedParticipants: planned } = await database().project.findUniqueOrThrow({ where: { slug } })
  const id = await published('PARTICIPANTS', { 'reached.women': '1', 'reached.men': '2' }, { project: slug })
  const asked = await correct(id, 'reached.women', '100 000')
  const flags = !asked.ok && asked.problem.kind === 'flagged' ? asked.problem.flags : []
  expect(flags).toEqual([
    { code: 'manyMore', field: 'reached.women', is: 100_000, against: planned },
    { code: 'manyMore', field: 'reached.total', is: 100_002, against: planned },
  ])
  expect(await outcomes(slug)).toMatchObject({ 'reached.women': 1 })
  const [first, ...others] = flags.map(flagKey)
  expect(await correct(id, 'reached.women', '100 000', others)).toMatchObject({ ok: false })
  expect(await correct(id, 'reached.women', '100 000', [first ?? '', ...others])).toMatchObject({ ok: true })
  expect(await correct(id, 'comment', 'Enligt enkät.')).toMatchObject({ ok: true })
  expect(await correct(id, 'reached.women', '2')).toMatchObject({ ok: true })
  await withdrawFollowUp({ id, reason: 'Det var bara ett prov.' })
})

test('one of as many rows as there may be is corrected as any other', async () => {
  const id = await begun('INDICATORS')
  const rows = Array.from({ length: MOST_ROWS }, (_, at) => ({
    id: `r${at}`,
    fields: { name: `${at} ${'indikator '.repeat(9)}`, 'actual.total': String(at) },
  }))
  const saved = await saveFollowUp({ id, version: 1, base: {}, mine: { fields: SOURCE, rows } })
  await publishFollowUp({ id, version: saved.ok ? saved.value.version : 0, seen: [] })
  const record = await loadRecord(database(), { kind: 'followUp', id })
  const others = Object.entries(record?.fields ?? {}).map(([field, { shown }]) => ({
    field,
    basis: basisOf(shown),
  }))
  expect(others.length).toBeGreaterThan(500)
  const key = others.findLast(({ field }) => field.startsWith('actual.total@'))?.field ?? ''
  const corrected = await correctRecord({
    kind: 'followUp',
    id,
    version: record?.version ?? 0,
    changes: [{ field: key, basis: basisOf(record?.fields[key]?.shown ?? null), as: 'typed', text: '7,5' }],
    others,
    reason: 'Så står det i slutrapporten, sidan 14.',
  })
  expect(corrected).toMatchObject({ ok: true })
  await withdrawFollowUp({ id, reason: 'Det var bara ett prov.' })
})

test('what is withdrawn counts no longer, and its history stays', async () => {
  const id = await published('INDICATORS', {}).catch(() => null)
  expect(id).toBeNull()
  const costs = await published('COSTS', {
    asOf: '2020-12-31',
    basis: 'approved',
    'advances.total': '100 000',
  })
  expect(await outcomes()).toHaveProperty('advances.total', 100_000)
  expect(await withdrawFollowUp({ id: costs, reason: 'x' })).toMatchObject({ ok: false })
  expect(await withdrawFollowUp({ id: costs, reason: 'Det var ett annat projekts.' })).toMatchObject({
    ok: true,
  })
  expect(await outcomes()).not.toHaveProperty('advances.total')
  const history = await historyOf('projects', SLUG, 1)
  expect(history?.changes[0]).toMatchObject({
    event: { action: 'detached' },
    reason: 'Det var ett annat projekts.',
  })
  await noDrift()
})

test('saving names no file, whatever is sent with it', async () => {
  const file = {
    ...{ sha256: 'c'.repeat(64), byteLength: 1, mediaType: 'text/plain', name: 'annans.txt' },
    token: 'c'.repeat(22),
  }
  const others = await begun('DOCUMENT')
  const { fileId } = await database().followUp.update({
    where: { id: others },
    data: { file: { create: file } },
  })
  const id = await begun('DOCUMENT')
  const strange = { id, version: 1, base: {}, mine: { fields: { title: 'Rapporten' } }, fileId }
  expect(await saveFollowUp(strange)).toMatchObject({ ok: true, value: { file: null } })
  expect(await database().followUp.findUnique({ where: { id } })).toMatchObject({ fileId: null })
})

test('a draft is set aside and taken up again, by who has seen what is in it', async () => {
  const id = await begun('EVENT')
  await save(id, 1, {}, { text: 'Det som ingen annan har sett' })
  expect(await discardFollowUp({ id, version: 1 })).toMatchObject({ problem: { kind: 'stale' } })
  expect(await discardFollowUp({ id, version: 2 })).toMatchObject({ ok: true })
  expect(await save(id, 1, {}, { text: 'x' })).toMatchObject({ problem: { kind: 'discarded' } })
  expect(await restoreFollowUp(id)).toMatchObject({ ok: true })
  expect(await restoreFollowUp(id)).toMatchObject({ ok: false })
})

test('an entry without a project can be followed up, and a project that it comes to has it', async () => {
  const item = await database().decisionItem.findFirstOrThrow({ where: { projectId: null, inForce: true } })
  const id = await published('PARTICIPANTS', { 'reached.total': '12' }, { item: item.id })
  expect(await database().followUp.findUnique({ where: { id } })).toMatchObject({
    itemId: item.id,
    projectId: null,
  })
  const slug = '2015-09103'
  await correct({ kind: 'item', id: item.id }, 'project', '2015/09103')
  expect(await outcomes(slug)).toMatchObject({ 'reached.total': 12 })
  await noDrift()
})

test('figures of an entry without a project are held against what it was awarded, and what was published of it', async () => {
  const entry = (amountKind: 'AWARDED' | 'APPLIED') =>
    database().decisionItem.findFirstOrThrow({
      where: { projectId: null, inForce: true, amountKind, amount: { gt: 0 } },
    })
  const [item, appliedFor] = [await entry('AWARDED'), await entry('APPLIED')]
  const support = Number(item.amount)
  const costs = { ...SOURCE, basis: 'reported', 'costs.eu': String(support * 2) }
  const draft = await written('COSTS', costs, { item: item.id })
  expect((await findForStaff(draft.id))?.known).toMatchObject({ support, planned: null })
  expect(await publishFollowUp({ ...draft, seen: [] })).toMatchObject({
    problem: { kind: 'flagged', flags: [{ code: 'overSupport', field: 'costs.eu', against: support }] },
  })
  const other = await written('COSTS', { ...costs, 'costs.eu': '999 999 999 999' }, { item: appliedFor.id })
  expect((await findForStaff(other.id))?.known).toMatchObject({ support: null })

  await published('PARTICIPANTS', { 'planned.total': '10' }, { item: item.id })
  const many = await written('PARTICIPANTS', { ...SOURCE, 'reached.total': '31' }, { item: item.id })
  expect((await findForStaff(many.id))?.known).toMatchObject({
    planned: 10,
    figures: expect.arrayContaining([expect.objectContaining({ measure: 'planned.total', value: 10 })]),
  })
  expect(await publishFollowUp({ ...many, seen: [] })).toMatchObject({
    problem: { kind: 'flagged', flags: [{ code: 'manyMore', is: 31, against: 10 }] },
  })
})

test('a draft of an entry that comes to a project is held against it, and attached to it', async () => {
  const item = await database().decisionItem.findFirstOrThrow({ where: { projectId: null, inForce: true } })
  const figures = { ...SOURCE, asOf: '2019-01-31', 'reached.total': '99 999' }
  const draft = await written('PARTICIPANTS', figures, { item: item.id })
  const project = await database().project.findUniqueOrThrow({ where: { slug: SLUG } })
  await correct({ kind: 'item', id: item.id }, 'project', project.number)
  expect((await findForStaff(draft.id))?.known).toMatchObject({
    about: { slug: SLUG },
    planned: project.plannedParticipants,
  })
  const refused = await publishFollowUp({ ...draft, seen: [] })
  expect(refused).toMatchObject({ problem: { kind: 'flagged', flags: [{ code: 'manyMore' }] } })
  const flags = !refused.ok && refused.problem.kind === 'flagged' ? refused.problem.flags : []
  expect(await publishFollowUp({ ...draft, seen: flags.map(flagKey) })).toMatchObject({ ok: true })
  expect(await database().followUp.findUnique({ where: { id: draft.id } })).toMatchObject({
    projectId: project.id,
    itemId: null,
  })
  expect(await outcomes()).toMatchObject({ 'reached.total': 99_999 })
  await noDrift()
  await withdrawFollowUp({ id: draft.id, reason: 'Det var bara ett prov.' })
})

test('two recoveries are one sum in the outcome, and in no cell of a template that asks how much to date', async () => {
  const project = await database().project.findUniqueOrThrow({ where: { slug: SLUG } })
  const recovered = (asOf: string, kronor: string) =>
    published('EVENT', { asOf, event: 'recovered', 'recovered.total': kronor })
  const template = async () => {
    const { projects, columns } = await templateOf([project.id])
    const at = columns.indexOf('recovered.total')
    return templateRows(projects, columns, 'sv').map((cells) => cells[at])
  }
  const [june, december] = [await recovered('2019-06-30', '6 000'), await recovered('2019-12-31', '4 000')]
  expect(await outcomes()).toMatchObject({ 'recovered.total': 10_000 })
  expect(await template()).toEqual([null])
  await withdrawFollowUp({ id: december, reason: 'Det var bara ett prov.' })
  expect(await outcomes()).toMatchObject({ 'recovered.total': 6000 })
  expect(await template()).toEqual([null])
  await noDrift()
  await withdrawFollowUp({ id: june, reason: 'Det var bara ett prov.' })
})

test('a shown value that drifted is mended, and the history tells', async () => {
  const id = await published('COSTS', { asOf: '2016-06-30', basis: 'reported', 'recovered.total': '500' })
  const db = database()
  await db.$executeRaw`
    UPDATE follow_up SET shown = jsonb_set(shown, '{recovered.total,value}', '700') WHERE id = ${id}`
  await db.outcome.updateMany({ where: { measure: 'recovered.total', followUpId: id }, data: { value: 9 } })
  const rebuilt = await rebuildRegistry()
  expect(rebuilt).toMatchObject({ driftedFollowUps: [{ id }], driftedOutcomes: [expect.any(Number)] })
  expect(await outcomes()).toMatchObject({ 'recovered.total': 500 })
  expect((await historyOf('projects', SLUG, 1))?.changes[0]).toMatchObject({
    who: { actor: 'rebuild' },
    subject: { kind: 'followUp' },
    event: { action: 'field', field: 'recovered.total', from: { value: 700 }, to: { value: 500 } },
  })
  await noDrift()
})

test('what is stated is never changed, no follow-up is deleted, and none is public without a trace', async () => {
  const id = await published('RESULTS', { achieved: 'Ett nätverk' })
  const db = database()
  await expect(db.followUp.update({ where: { id }, data: { stated: {} } })).rejects.toThrow()
  await expect(db.followUp.delete({ where: { id } })).rejects.toThrow()
  await expect(
    db.followUp.create({
      data: { projectId: 1, kind: 'RESULTS', state: 'PUBLISHED', content: {}, stated: {} },
    }),
  ).rejects.toThrow()
})
