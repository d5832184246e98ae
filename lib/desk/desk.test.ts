import { beforeAll, expect, test } from 'vitest'
import { database } from '../db.ts'
import { listDrafts } from '../decisions/drafts/queries.ts'
import { historyOf } from '../history/queries.ts'
import { importFiles } from '../imports/commands.ts'
import { countLookalikes } from '../organisations/lookalike-queries.ts'
import { countReports } from '../reports/queries.ts'
import { inSampleRegistry, sampleFiles } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { decideField, linkEntry, lookAtWarnings, undoCorrection, undoLook } from './commands.ts'
import type { DeskFilter } from './filter.ts'
import {
  deskCounts,
  fieldNeighbours,
  findChange,
  findDisagreement,
  findNotice,
  findRecords,
  findUnlinked,
  findWarning,
  listFieldTasks,
  listOwnChanges,
  listUnlinked,
  listWarnings,
  recordMeant,
  unlinkedNeighbours,
  warningKinds,
  warningNeighbours,
} from './queries.ts'
import { type FieldTaskKey, keyText, readKey } from './task-key.ts'

inSampleRegistry()
const ALL: DeskFilter = { page: 1 }
const REASON = 'Slutrapporten säger så'
let editor = { id: 0 }

beforeAll(async () => {
  editor = await signIn('EDITOR')
}, 60_000)

const participants = async (slug = '2016-00112'): Promise<FieldTaskKey> => ({
  kind: 'project',
  id: (await database().project.findUniqueOrThrow({ where: { slug } })).id,
  field: 'plannedParticipants',
})

async function decide(key: FieldTaskKey, decision: Parameters<typeof decideField>[0]['decision']) {
  const { basis } = (await findDisagreement(key)) ?? (await findChange(key)) ?? { basis: '' }
  return decideField({ key, basis, decision, reason: REASON, evidence: '' })
}

test('what the queues hold is what the registry counts', async () => {
  const counts = await deskCounts()
  const { rows, total } = await listFieldTasks('disagreements', ALL)
  expect(total).toBe(rows.length)
  expect(counts).toMatchObject({ disagreements: total, changed: 0, reports: 0, drafts: 0 })
  expect(counts.warnings).toBe((await listWarnings(ALL)).total)
  expect(counts.unlinked).toBe((await listUnlinked(ALL)).total)
  const kinds = await warningKinds(ALL)
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(counts.warnings)
  expect(counts.errors).toBe(
    kinds.filter(({ severity }) => severity === 'error').reduce((s, { count }) => s + count, 0),
  )
  expect(counts.disagreements).toBeGreaterThan(3)
})

test('a disagreement is told with what is shown and what others say', async () => {
  const { rows } = await listFieldTasks('disagreements', ALL)
  const key = await participants()
  const task = rows.find((row) => keyText(row.key) === keyText(key))
  expect(task).toMatchObject({
    record: { kind: 'project', slug: '2016-00112', number: '2016/00112' },
    type: 'count',
    shown: { value: 145 },
    others: [{ value: 300, qualifier: 'drygt', words: expect.stringContaining('300') }],
  })
  const view = await findDisagreement(key)
  expect(view).toMatchObject({
    isOpen: true,
    field: { value: 145 },
    choices: [{ value: 145 }, { value: 300 }],
  })
})

test('next and previous lead through the whole queue, within its filter', async () => {
  const { rows } = await listFieldTasks('disagreements', ALL)
  const keys = rows.map(({ key }) => keyText(key))
  for (const [at, key] of keys.entries()) {
    const read = readKey(key)
    if (!read) throw new Error(`no key: ${key}`)
    expect(await fieldNeighbours('disagreements', ALL, read)).toEqual({
      previous: keys[at - 1] ?? null,
      next: keys[at + 1] ?? null,
    })
  }
  const filter = { ...ALL, field: 'grantedSupport' }
  const some = await listFieldTasks('disagreements', filter)
  expect(some.total).toBeGreaterThan(1)
  expect(some.total).toBeLessThan(keys.length)
  const [first, second] = some.rows
  expect(first && (await fieldNeighbours('disagreements', filter, first.key))).toEqual({
    previous: null,
    next: second && keyText(second.key),
  })
})

test('filters by region and fund count as they list', async () => {
  const { rows } = await listFieldTasks('disagreements', ALL)
  const regions = await database().project.findMany({ select: { id: true, region: true, fund: true } })
  for (const region of new Set(regions.map((project) => project.region).filter((code) => code !== null))) {
    const found = await listFieldTasks('disagreements', { ...ALL, region })
    const expected = rows.filter(({ key }) => regions.find(({ id }) => id === key.id)?.region === region)
    expect([region, found.total, found.rows.map(({ key }) => keyText(key))]).toEqual([
      region,
      expected.length,
      expected.map(({ key }) => keyText(key)),
    ])
  }
  expect((await listFieldTasks('disagreements', { ...ALL, fund: 'FRO' })).total).toBe(0)
})

test('a decided disagreement leaves the queue, and comes back when it is undone', async () => {
  const key = await participants()
  const before = await deskCounts()
  const { next } = await fieldNeighbours('disagreements', ALL, key)
  const rival = (await findDisagreement(key))?.choices[1]?.id ?? 0
  const decided = await decide(key, { as: 'statement', statement: rival })
  if (!decided.ok) throw new Error(JSON.stringify(decided.problem))
  expect(await database().project.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({
    plannedParticipants: 300,
    openDisagreements: 0,
  })
  expect((await deskCounts()).disagreements).toBe(before.disagreements - 1)
  expect((await findDisagreement(key))?.isOpen).toBe(false)
  // Gone itself, it still knows where it stood.
  expect((await fieldNeighbours('disagreements', ALL, key)).next).toBe(next)
  expect(await undoCorrection(decided.value.correctionId, 'Ångrades av den som sparade')).toMatchObject({
    ok: true,
  })
  expect((await deskCounts()).disagreements).toBe(before.disagreements)
  expect(await undoCorrection(decided.value.correctionId, 'Ångrades av den som sparade')).toMatchObject({
    ok: false,
  })
})

test('what is shown, chosen, is a review and no new value', async () => {
  const key = await participants('2017-09204')
  const shown = (await findDisagreement(key))?.choices[0]?.id ?? 0
  const decided = await decide(key, { as: 'statement', statement: shown })
  expect(
    decided.ok &&
      (await database().correction.findUniqueOrThrow({ where: { id: decided.value.correctionId } })),
  ).toMatchObject({ kind: 'REVIEWED', reason: REASON, userId: editor.id })
  expect((await findDisagreement(key))?.isOpen).toBe(false)
})

test('words that say nothing of a field are refused', async () => {
  const key = { ...(await participants()), field: 'totalBudget' }
  const other = (await findDisagreement(await participants()))?.choices[1]?.id ?? 0
  expect(await decide(key, { as: 'statement', statement: other })).toMatchObject({
    ok: false,
    problem: { kind: 'invalid', fields: { totalBudget: { sv: expect.stringContaining('Ingen källa') } } },
  })
})

test('a form that was filled in over something else is told so', async () => {
  const key = await participants()
  const old = (await findDisagreement(key))?.basis ?? ''
  const decided = await decide(key, { as: 'typed', text: 'drygt 310' })
  const stale = await decideField({
    key,
    basis: old,
    decision: { as: 'reviewed' },
    reason: REASON,
    evidence: '',
  })
  expect(stale).toMatchObject({
    ok: false,
    problem: { kind: 'stale', conflicts: [{ shown: { value: 310, qualifier: 'drygt' } }] },
  })
  if (decided.ok) await undoCorrection(decided.value.correctionId, 'Ångrades av den som sparade')
})

test('a source that changed waits with its old words, its new ones and the correction, until somebody decides', async () => {
  const key = { ...(await participants('2015-00311')) }
  const { basis } = (await findDisagreement(key)) ?? { basis: '' }
  await decideField({ key, basis, decision: { as: 'typed', text: '550' }, reason: REASON, evidence: '' })
  expect((await deskCounts()).changed).toBe(0)
  await importFiles(await newerCapture('2015-00311-map2020.txt', '\n548\n', '\n612\n', '2026-11-01'), {
    actor: 'operator',
  })
  expect((await deskCounts()).changed).toBe(1)
  const list = await listFieldTasks('changed', ALL)
  expect(list.rows).toMatchObject([{ key, shown: { value: 550 }, others: [{ value: 612, words: '612' }] }])
  expect(await findChange(key)).toMatchObject({
    isOpen: true,
    before: { words: '548', value: 548 },
    now: { words: '612', value: 612 },
    field: { value: 550, correction: { reason: REASON, sourceChanged: true } },
    correctionKind: 'VALUE',
  })
})

test('kept, the correction stands over the new words; taken, the source speaks again', async () => {
  const key = await participants('2015-00311')
  const kept = await decide(key, { as: 'keep' })
  expect(kept).toMatchObject({ ok: true })
  expect(await deskCounts()).toMatchObject({ changed: 0 })
  expect(await database().project.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({
    plannedParticipants: 550,
  })
  await importFiles(await newerCapture('2015-00311-map2020.txt', '\n548\n', '\n613\n', '2026-11-02'), {
    actor: 'operator',
  })
  expect(await deskCounts()).toMatchObject({ changed: 1 })
  expect(await decide(key, { as: 'take' })).toMatchObject({ ok: true })
  expect(await deskCounts()).toMatchObject({ changed: 0 })
  expect(await database().project.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({
    plannedParticipants: 613,
  })
  expect(await listFieldTasks('changed', ALL)).toMatchObject({ total: 0 })
})

async function newerCapture(name: string, from: string, to: string, fetchedOn: string) {
  const file = sampleFiles().find((one) => one.name.endsWith(name))
  const text = new TextDecoder().decode(file?.bytes)
  expect(text).toContain(from)
  return [{ name: `newer-${name}`, bytes: new TextEncoder().encode(text.replace(from, to)), fetchedOn }]
}

/** A note stands beside its warning on public pages, and so in the public history. */
async function expectInHistory(warningId: number, note: string) {
  const { project } = await database().warning.findUniqueOrThrow({
    where: { id: warningId },
    select: { project: { select: { slug: true } } },
  })
  const history = await historyOf('projects', project?.slug ?? '', 1)
  expect(history?.changes[0]).toMatchObject({ reason: note })
}

test('warnings are looked at with a note, all that are alike at once, and leave the queue', async () => {
  const { rows } = await listWarnings(ALL)
  const ranks = rows.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  const [first, second] = rows
  if (!first || !second) throw new Error('no warnings')
  expect(await warningNeighbours(ALL, first.id)).toEqual({ previous: null, next: String(second.id) })
  const view = await findWarning(first.id)
  expect(view?.words).not.toBe('')
  const ids = [first.id, ...(view?.alike ?? [])]
  const looked = await lookAtWarnings(ids, 'Numret saknas även i originalet')
  expect(looked).toEqual({ ok: true, value: { ids: ids.toSorted((a, b) => a - b), already: 0 } })
  expect((await listWarnings(ALL)).total).toBe(rows.length - ids.length)
  expect(await findWarning(first.id)).toMatchObject({ lookedAt: { note: 'Numret saknas även i originalet' } })
  await expectInHistory(first.id, 'Numret saknas även i originalet')
  expect((await warningNeighbours(ALL, first.id)).next).toBe(
    String(rows.find(({ id }) => !ids.includes(id))?.id),
  )
  const traced = await database().change.findMany({ where: { warningId: { in: ids } } })
  expect(traced).toHaveLength(ids.length)
  expect(traced[0]).toMatchObject({
    action: 'lookedAt',
    userId: editor.id,
    reason: 'Numret saknas även i originalet',
  })
  expect(await undoLook(first.id)).toMatchObject({ ok: true })
  expect((await listWarnings(ALL)).total).toBe(rows.length)
})

test('of two who look at a warning at once, one is told that the other was first', async () => {
  const { rows } = await listWarnings(ALL)
  const id = rows.at(-1)?.id ?? 0
  const [one, two] = await Promise.all([lookAtWarnings([id], 'A'), lookAtWarnings([id], 'B')])
  const won = [one, two].filter(({ ok }) => ok)
  const told = [one, two].flatMap((result) => (result.ok ? [] : result.problem))
  expect(won).toHaveLength(1)
  expect(told).toMatchObject([{ kind: 'alreadyLookedAt', note: one.ok ? 'A' : 'B' }])
  expect(await database().change.count({ where: { warningId: id, action: 'lookedAt' } })).toBe(1)
})

test('warnings are filtered by kind and gravity', async () => {
  const kinds = await warningKinds(ALL)
  for (const { code, severity, count } of kinds)
    expect([code, (await listWarnings({ ...ALL, code, severity })).total]).toEqual([code, count])
})

test('an entry is linked to a project, or found to belong to none, and leaves the queue', async () => {
  const { rows, total } = await listUnlinked(ALL)
  const [first, second, third] = rows
  if (!first || !second || !third) throw new Error('no entries')
  expect(await unlinkedNeighbours(ALL, second.id)).toEqual({
    previous: String(first.id),
    next: String(third.id),
  })
  const { id: projectId, number } = await database().project.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const linked = await linkEntry({ itemId: second.id, basis: 'absent', project: number, reason: REASON })
  if (!linked.ok) throw new Error(JSON.stringify(linked.problem))
  expect(await linkEntry({ itemId: third.id, basis: 'absent', project: null, reason: REASON })).toMatchObject(
    { ok: true },
  )
  expect((await listUnlinked(ALL)).total).toBe(total - 2)
  const items = await database().decisionItem.findMany({
    where: { id: { in: [second.id, third.id] } },
    orderBy: { id: 'asc' },
    select: { projectId: true, linkedBy: true },
  })
  expect(items).toEqual([
    { projectId, linkedBy: 'person' },
    { projectId: null, linkedBy: 'person' },
  ])
  expect(await undoCorrection(linked.value.correctionId, 'Ångrades av den som sparade')).toMatchObject({
    ok: true,
  })
  expect((await listUnlinked(ALL)).total).toBe(total - 1)
})

test('"the source does not say" is kept over new words, as any correction is', async () => {
  const key = await participants('2015-00311')
  expect(await decide(key, { as: 'notStated' })).toMatchObject({ ok: true })
  await importFiles(await newerCapture('2015-00311-map2020.txt', '\n548\n', '\n614\n', '2026-11-03'), {
    actor: 'operator',
  })
  expect(await deskCounts()).toMatchObject({ changed: 1 })
  expect(await findChange(key)).toMatchObject({ correctionKind: 'NOT_STATED', now: { words: '614' } })
  expect(await decide(key, { as: 'keep' })).toMatchObject({ ok: true })
  expect(await deskCounts()).toMatchObject({ changed: 0 })
  const row = await database().project.findUniqueOrThrow({ where: { id: key.id } })
  expect(row.plannedParticipants).toBeNull()
})

test('an entry is offered the projects that its number, name and applicant speak for', async () => {
  const item = await database().decisionItem.findFirstOrThrow({
    where: { linkedBy: 'number', project: { slug: '2016-09203' } },
  })
  const [likeliest] = (await findUnlinked(item.id, ''))?.projects ?? []
  expect(likeliest).toMatchObject({
    slug: '2016-09203',
    reasons: expect.arrayContaining(['number', 'owner']),
  })
  const searched = await findUnlinked(item.id, '2015/00311')
  expect(searched?.projects).toMatchObject([{ slug: '2015-00311' }])
  expect(await findUnlinked(999_999, '')).toBeNull()
})

test('the finder knows projects, entries, organisations and decisions by number and by name', async () => {
  expect(await recordMeant('2016 00112')).toMatchObject({
    record: { kind: 'project', slug: '2016-00112' },
    fields: ['plannedParticipants'],
  })
  expect(await recordMeant('kompetens')).toBeNull()
  const found = await findRecords('Stegen mot arbete')
  expect(found.projects[0]).toMatchObject({ record: { slug: '2016-09203' } })
  expect(found.items[0]).toMatchObject({ record: { kind: 'item', name: 'Stegen mot arbete' } })
  expect((await findRecords('Stockholms stad')).organisations.length).toBeGreaterThan(0)
  for (const nothing of ['', '   ', '%%%', '\\', '\uD800'])
    expect((await findRecords(nothing)).projects).toEqual([])
})

test('one is told of what one has done oneself, and of nothing that others did', async () => {
  const mine = await listOwnChanges(editor.id, 1)
  expect(mine.total).toBe(mine.rows.length)
  expect(mine.rows.map(({ event }) => event.action)).toEqual(
    expect.arrayContaining(['corrected', 'lookedAt', 'linkCorrected']),
  )
  const made = await database().correction.findFirstOrThrow({
    where: { userId: editor.id },
    orderBy: { id: 'asc' },
  })
  expect(await findNotice(`c${made.id}`, editor.id)).toMatchObject({ field: made.field })
  expect(await findNotice(`c${made.id}`, editor.id + 1)).toBeNull()
  expect((await listOwnChanges(editor.id + 1, 1)).total).toBe(0)
})

test('a note that names somebody is refused, and nothing is changed', async () => {
  const [row] = (await listWarnings(ALL)).rows
  const refused = await lookAtWarnings([row?.id ?? 0], 'Ring kim.exempel@example.se')
  expect(refused).toMatchObject({ ok: false, problem: { kind: 'private' } })
  expect(await findWarning(row?.id ?? 0)).toMatchObject({ lookedAt: null })
})

test('a note that names a contact of its record is refused, though nothing introduces the name', async () => {
  const warning = await database().warning.findFirstOrThrow({
    where: { lookedAt: null, projectId: { not: null } },
    select: { id: true, projectId: true, documentId: true },
  })
  await database().contact.create({
    data: { projectId: warning.projectId, documentId: warning.documentId, name: 'Kim Exempelsson' },
  })
  const refused = await lookAtWarnings([warning.id], 'Kim Exempelsson vet mer om det här')
  expect(refused).toMatchObject({ ok: false, problem: { kind: 'private' } })
  expect(await findWarning(warning.id)).toMatchObject({ lookedAt: null })
})

test('the counts of the desk are those of the pages that it leads to', async () => {
  const counts = await deskCounts()
  expect(counts.lookalikes).toBe(await countLookalikes())
  expect(counts.reports).toBe((await countReports()).open)
  expect(counts.drafts).toBe((await listDrafts('open', 1)).total)
})

test('nobody who is signed out changes anything', async () => {
  const key = await participants()
  const before = await database().change.count()
  signOutHere()
  const refused = { ok: false, problem: { kind: 'signedOut' } }
  expect(await decide(key, { as: 'reviewed' })).toEqual(refused)
  expect(await lookAtWarnings([1], null)).toEqual(refused)
  expect(await undoLook(1)).toEqual(refused)
  expect(await undoCorrection(1, REASON)).toEqual(refused)
  expect(await linkEntry({ itemId: 1, basis: 'absent', project: null, reason: REASON })).toEqual(refused)
  expect(await database().change.count()).toBe(before)
})
