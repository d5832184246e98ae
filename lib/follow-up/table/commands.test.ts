import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../../corrections/basis.ts'
import { correctRecord } from '../../corrections/commands.ts'
import { loadRecord } from '../../corrections/load.ts'
import { database } from '../../db.ts'
import { historyOf } from '../../history/queries.ts'
import { readProjectQuery } from '../../projects/search/params.ts'
import { textBytes } from '../../tables/testing/write.ts'
import { noDrift } from '../../testing/drift.ts'
import { inSampleRegistry } from '../../testing/registry.ts'
import { signIn, signOutHere } from '../../testing/staff.ts'
import { beginFollowUp, publishFollowUp, saveFollowUp } from '../commands.ts'
import { readPastedAddress } from './choice.ts'
import { countChosen, idsChosen, idsOfNumbers, templateOf } from './choose.ts'
import { acceptMoves, beginTable, cancelTable, commitTable, decideRow, undoTable } from './commands.ts'
import { rowFlagKey } from './compare.ts'
import { comparedNow, findDone, findReview, findTable, listTables } from './queries.ts'
import { templateCsv } from './write.ts'
import { templateXlsx } from './xlsx.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const NOTHING = { page: 1, only: null, isUndoing: false, told: null }
const HEADERS =
  'Projektnummer;Per den;Redovisade eller godkända;Kostnader totalt;Nådda kvinnor;Nådda män;Utfall CO01;Länk till källan'
const csv = (...rows: string[]) => textBytes([HEADERS, ...rows].join('\r\n'))
const [ONE, TWO] = ['2015/09101', '2015/09103']
const row = (number: string, cells: string, day = '2018-12-31') =>
  `${number};${day};${cells};https://example.se/rapport`

async function begun(bytes: Uint8Array, name = 'uppföljning.csv'): Promise<number> {
  const made = await beginTable({ name, bytes })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value.id
}
const versionOf = async (tableId: number) => (await findTable(tableId))?.version ?? 0
const commit = async (tableId: number) => commitTable({ tableId, version: await versionOf(tableId) })
const statesOf = async (tableId: number) => (await comparedNow(tableId))?.rows.map(({ state }) => state)

const outcomes = async (number: string) => {
  const rows = await database().outcome.findMany({
    where: { project: { number } },
    orderBy: { measure: 'asc' },
  })
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, value.toNumber()]))
}
const revision = async () => (await database().registry.findUniqueOrThrow({ where: { id: 1 } })).revision
const undo = (tableId: number) => undoTable({ tableId, reason: 'Det var fel års siffror.' })

/** Publishes one figure by hand, as another editor does meanwhile. */
async function publishByHand(number: string, kind: string, fields: Record<string, string>) {
  const slug = number.replace('/', '-')
  const made = await beginFollowUp(kind, { project: slug })
  if (!made.ok) throw new Error(made.problem.kind)
  const { id } = made.value
  const content = { fields: { asOf: '2018-06-30', sourceUrl: 'https://example.se/annan', ...fields } }
  const saved = await saveFollowUp({ id, version: 1, base: { fields: {} }, mine: content })
  const published = await publishFollowUp({ id, version: saved.ok ? saved.value.version : 0, seen: [] })
  if (!published.ok) throw new Error(JSON.stringify(published.problem))
  return id
}

test('from a filled table to public pages and back, each as one act', async () => {
  const before = await revision()
  const id = await begun(csv(row(ONE, 'redovisade;1200000;40;35;12'), row(TWO, ';;10;5;')))
  const review = await findReview(id, NOTHING)
  expect(review).toMatchObject({ counts: { all: 2, ready: 2 }, followUps: 4 })
  expect(await commit(id)).toEqual({ ok: true, value: { id } })
  expect(await revision()).toBe(before + 1)
  expect(await outcomes(ONE)).toMatchObject({
    'costs.total': 1_200_000,
    'reached.women': 40,
    'reached.total': 75,
    'actual.total@CO01': 12,
  })
  expect(await outcomes(TWO)).toMatchObject({ 'reached.men': 5 })
  const changes = await database().change.findMany({ where: { followUp: { batchId: id } } })
  expect(new Set(changes.map((change) => change.revision))).toEqual(new Set([before + 1]))
  expect(changes).toHaveLength(4)
  expect((await historyOf('projects', '2015-09103', 1))?.changes[0]).toMatchObject({
    event: { action: 'attached' },
  })
  await noDrift()

  expect(await commitTable({ tableId: id, version: 1 })).toEqual({ ok: true, value: { id } })
  expect(await revision()).toBe(before + 1)
  expect(await database().followUp.count({ where: { batchId: id } })).toBe(4)

  const same = await begun(csv(row(ONE, 'redovisade;1200000;40;35;12'), row(TWO, ';;10;5;')))
  expect(await statesOf(same)).toEqual(['unchanged', 'unchanged'])
  expect(await commit(same)).toMatchObject({ problem: { kind: 'nothing' } })
  await cancelTable({ tableId: same, version: await versionOf(same) })

  expect(await undoTable({ tableId: id, reason: 'x' })).toMatchObject({ problem: { kind: 'invalid' } })
  expect(await undo(id)).toMatchObject({ ok: true })
  expect(await revision()).toBe(before + 2)
  expect(await outcomes(ONE)).toEqual({})
  expect((await historyOf('projects', '2015-09103', 1))?.changes[0]).toMatchObject({
    event: { action: 'detached' },
    reason: 'Det var fel års siffror.',
  })
  expect(await findTable(id)).toMatchObject({ state: 'undone', undoneReason: 'Det var fel års siffror.' })
  expect(await undo(id)).toMatchObject({ problem: { kind: 'state' } })
  await noDrift()
})

test('the template of chosen projects says nothing new, as CSV and as XLSX', async () => {
  const first = await begun(csv(row(ONE, 'godkända;9,9 miljoner;40;0;12')))
  for (const one of (await comparedNow(first))?.rows ?? [])
    await decideRow({
      tableId: first,
      row: one.row.row,
      wasIn: true,
      isIn: true,
      seen: one.flags.map(rowFlagKey),
    })
  expect(await commit(first)).toMatchObject({ ok: true })
  const { ids } = await idsOfNumbers(`${ONE}\n${TWO}\n2016/00112`)
  const { projects, columns } = await templateOf(ids)
  expect(columns).toContain('actual.total@CO01')
  for (const locale of ['sv', 'en'] as const)
    for (const bytes of [
      textBytes(templateCsv(projects, columns, locale)),
      await templateXlsx(projects, columns, locale),
    ]) {
      const id = await begun(bytes, 'mall')
      expect(await statesOf(id)).toEqual(['unchanged', 'unchanged', 'unchanged'])
      const notes = (await comparedNow(id))?.rows.map((one) => one.notes)
      expect(notes).toEqual([[], [], []])
    }
  await undo(first)
})

test('what is wrong, unknown, said twice or left out stays out; the others are committed', async () => {
  const id = await begun(
    csv(
      row(ONE, ';;4;;'),
      row(TWO, ';;många;;'),
      row('1999/99999', ';;4;;'),
      row('2016/00112', ';;4;;'),
      row('2016 00112', ';;5;;'),
    ),
  )
  expect(await statesOf(id)).toEqual(['ready', 'wrong', 'unknown', 'twice', 'twice'])
  expect(await decideRow({ tableId: id, row: 6, wasIn: true, isIn: false })).toMatchObject({ ok: true })
  expect(await decideRow({ tableId: id, row: 6, wasIn: true, isIn: false })).toMatchObject({
    problem: { kind: 'stale' },
  })
  expect(await statesOf(id)).toEqual(['ready', 'wrong', 'unknown', 'ready', 'out'])
  expect(await commitTable({ tableId: id, version: 1 })).toMatchObject({ problem: { kind: 'stale' } })
  expect(await commit(id)).toMatchObject({ ok: true })
  const done = await findDone(id, 1)
  expect(done.rows.rows.map(({ project, kind }) => [project?.number, kind])).toEqual([
    [ONE, 'PARTICIPANTS'],
    ['2016/00112', 'PARTICIPANTS'],
  ])
  expect(await decideRow({ tableId: id, row: 2, wasIn: true, isIn: false })).toMatchObject({
    problem: { kind: 'state' },
  })
  await undo(id)
})

test('what is unusual is committed once somebody has looked at it', async () => {
  const id = await begun(csv(row(ONE, ';;9999;;')))
  expect(await commit(id)).toMatchObject({ problem: { kind: 'flagged', count: 1 } })
  const [one] = (await comparedNow(id))?.rows ?? []
  expect(one?.flags.map(({ code }) => code)).toEqual(['manyMore'])
  await decideRow({ tableId: id, row: 2, wasIn: true, isIn: true, seen: one?.flags.map(rowFlagKey) ?? [] })
  expect(await commit(id)).toMatchObject({ ok: true })
  await undo(id)
})

describe('when the registry moves under a table', () => {
  test('it is not committed until somebody has seen what changed; decisions stay', async () => {
    const id = await begun(csv(row(ONE, ';;40;;'), row(TWO, ';;9999;;'), row('2016/00112', ';;4;;')))
    const flagged = (await comparedNow(id))?.rows[1]
    await decideRow({
      tableId: id,
      row: 3,
      wasIn: true,
      isIn: true,
      seen: flagged?.flags.map(rowFlagKey) ?? [],
    })
    await decideRow({ tableId: id, row: 4, wasIn: true, isIn: false })
    const byHand = await publishByHand(ONE, 'PARTICIPANTS', { 'reached.women': '30' })
    expect(await commit(id)).toMatchObject({ problem: { kind: 'moved', count: 1 } })
    expect(await database().followUp.count({ where: { batchId: id } })).toBe(0)
    const review = await findReview(id, { ...NOTHING, only: 'moved' })
    expect(review?.rows.rows[0]?.moved).toMatchObject([
      { key: 'reached.women', was: null, now: { value: 30 } },
    ])
    expect(await acceptMoves({ tableId: id, movedTo: 'x' })).toMatchObject({
      problem: { kind: 'movedAgain' },
    })
    expect(await acceptMoves({ tableId: id, movedTo: review?.movedTo ?? '' })).toMatchObject({ ok: true })
    expect(await statesOf(id)).toEqual(['ready', 'ready', 'out'])
    expect(await commit(id)).toMatchObject({ ok: true })
    expect((await outcomes(ONE))['reached.women']).toBe(40)
    await undo(id)
    expect((await outcomes(ONE))['reached.women']).toBe(30)
    await database().$executeRaw`SELECT ${byHand}::int`
  })

  test('elsewhere, it is committed', async () => {
    const id = await begun(csv(row('2016/00112', ';;4;;')))
    await publishByHand(TWO, 'PARTICIPANTS', { 'reached.women': '3' })
    expect(await commit(id)).toMatchObject({ ok: true })
    await undo(id)
  })
})

test('two who commit at once commit once', async () => {
  const id = await begun(csv(row('2016/00112', ';;7;;')))
  const version = await versionOf(id)
  const both = await Promise.all([1, 2, 3].map(() => commitTable({ tableId: id, version })))
  expect(both.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await database().followUp.count({ where: { batchId: id } })).toBe(1)
  const undone = await Promise.all([1, 2].map(() => undo(id)))
  expect(undone.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a correction made since is told before the table is taken back, and stays in the history', async () => {
  const id = await begun(csv(row('2016/00112', ';;7;;')))
  await commit(id)
  const [one] = (await findDone(id, 1)).rows.rows
  const record = await loadRecord(database(), { kind: 'followUp', id: one?.id ?? 0 })
  await correctRecord({
    kind: 'followUp',
    id: one?.id ?? 0,
    version: record?.version ?? 0,
    changes: [
      {
        field: 'reached.women',
        basis: basisOf(record?.fields['reached.women']?.shown ?? null),
        as: 'typed',
        text: '8',
      },
    ],
    reason: 'Så står det i slutrapporten, sidan 14.',
  })
  expect(await findDone(id, 1)).toMatchObject({
    isPublic: 1,
    corrections: 1,
    corrected: [{ field: 'reached.women', project: { slug: '2016-00112' } }],
  })
  expect(await undo(id)).toMatchObject({ ok: true })
  const history = await historyOf('projects', '2016-00112', 1)
  expect(history?.changes.slice(0, 2).map(({ event }) => event.action)).toEqual(['detached', 'corrected'])
  await noDrift()
})

describe('a file', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['that is empty', textBytes(''), /tom/],
    ['that is a page', textBytes('<!doctype html><p>Hej'), /varken CSV/],
    ['that is JSON', textBytes('[{"Projektnummer":"1","Per den":"2"}]'), /varken CSV, TSV eller XLSX/],
    ['without headers', textBytes('a;b\r\n1;2\r\n'), /rubriker/],
    ['that is too large', new Uint8Array(6 * 1024 * 1024).fill(65), /större än 5 MB/],
    ['that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /skadat/],
  ])('%s is refused in a sentence', async (_, bytes, why) => {
    const result = await beginTable({ name: 'x', bytes })
    const said = !result.ok && result.problem.kind === 'unreadable' ? result.problem.why.sv : ''
    expect(said).toMatch(why)
  })

  test('is taken from nobody who is not signed in', async () => {
    signOutHere()
    expect(await beginTable({ name: 'x', bytes: csv(row(ONE, ';;4;;')) })).toMatchObject({
      problem: { kind: 'signedOut' },
    })
  })

  test('with tabs is read as well', async () => {
    const id = await begun(
      textBytes('Project number\tWomen reached\tAs of\tSource\r\n2016-00112\t4\t2018-12-31\texample.se/x'),
    )
    expect(await statesOf(id)).toEqual(['ready'])
  })

  test('names no person in public', async () => {
    const id = await begun(
      textBytes('Projektnummer;Nådda män;Kommentar\r\n2016/00112;4;Ring 070-174 06 05\r\n'),
    )
    expect(await statesOf(id)).toEqual(['wrong'])
  })
})

describe('projects are chosen', () => {
  test('by numbers, one a line, however they are written', async () => {
    const { ids, missing } = await idsOfNumbers('2015-09101\r\n\n 2015 09103 \n2015/09101\n1999/1')
    expect([ids.length, missing]).toEqual([2, ['1999/1']])
    expect((await idsOfNumbers(Array.from({ length: 2001 }, (_, at) => `9/${at}`).join('\n'))).tooMany).toBe(
      true,
    )
  })

  test('by what the public list can be narrowed by, and a day by which they had ended', async () => {
    const query = readProjectQuery({}, 'sv')
    const all = await countChosen({ query, endedBefore: null })
    const ended = await countChosen({ query, endedBefore: '2018-01-01' })
    expect(all.count).toBeGreaterThan(ended.count)
    expect(ended.count).toBeGreaterThan(0)
    expect(await idsChosen({ query, endedBefore: '2018-01-01' })).toHaveLength(ended.count)
    const pasted = readPastedAddress('https://example.se/projekt?region=SE11&sida=3', 'sv')
    expect(pasted.chosen.region).toEqual(['SE11'])
    expect(readPastedAddress('https://example.se/en/projects?objective=2.1', 'sv').chosen.objective).toEqual([
      '2.1',
    ])
  })
})

test('tables are listed, the newest first', async () => {
  const { rows, total } = await listTables(1)
  expect(rows.length).toBeGreaterThan(3)
  expect(total).toBeGreaterThanOrEqual(rows.length)
  expect(rows[0]?.id).toBeGreaterThan(rows[1]?.id ?? 0)
})
