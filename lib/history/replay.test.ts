import { beforeAll, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { CORRECTABLE, type Subject, type SubjectKind } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { type FieldSave, saveCorrections, type TypedValue } from '../corrections/save.ts'
import { database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import { mergeOrganisations, splitOrganisation } from '../organisations/commands.ts'
import { sameJson, traced } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { changeRegistry } from '../registry/change.ts'
import { dayOf } from '../registry/sayings.ts'
import { noDrift } from '../testing/drift.ts'
import { inOwnRegistry, sampleFiles } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { eventOf, type Row } from './events.ts'
import { after, isInForce, type RecordState, replay } from './replay.ts'

inOwnRegistry()

const samples = sampleFiles()
beforeAll(async () => {
  await importFiles(samples, { actor: 'operator' })
  await signIn('EDITOR')
}, 60_000)

test('the whole history gives the present state of every record: after an import', checkEverything)

test('and after random corrections, reviews, withdrawals, newer sources, merges and links', async () => {
  const random = randomFrom(20_261_122)
  let done = 0
  for (let turn = 0; turn < TURNS; turn++)
    done += Number(await ACTS[random.below(ACTS.length)]?.(random, turn))
  // Some cannot be done: the number is taken, the two are one already.
  expect(done).toBeGreaterThan(TURNS / 2)
  await checkEverything()
  await noDrift()
}, 240_000)

const TURNS = 140

test('what the trace says a field was is what it was', async () => {
  const wrong: string[] = []
  for (const [record, rows] of await traceByRecord()) {
    let state: RecordState = {}
    for (const row of rows) {
      const event = eventOf(row)
      const held: RecordState = { inForce: ON_A_LIST, ...state }
      if ('field' in event && event.from && !sameJson(event.from, held[event.field]))
        wrong.push(`${record} ${row.action} ${event.field}`)
      state = after(state, event)
    }
  }
  expect(wrong).toEqual([])
})

/** An entry is on its list from the beginning, and nothing need say so. */
const ON_A_LIST = { state: 'value', value: true } as const

test('a record from before the trace told of new decisions begins with what it held', () => {
  const start = { heading: { state: 'value', value: 'Beslut' } } as const
  const rows = [{ action: 'created', field: null, from: null, to: null }]
  expect(replay(rows, start)).toEqual(start)
})

test('what cannot be read changes nothing', () => {
  const state = { name: { state: 'value', value: 'Stegen' } } as const
  const odd: Row[] = [
    { action: 'vanished', field: 'name', from: null, to: null },
    { action: 'corrected', field: null, from: null, to: { state: 'value', value: 1 } },
    { action: 'linked', field: null, from: 'x', to: [1] },
    { action: 'created', field: null, from: null, to: 'everything' },
  ]
  expect(replay(odd, state)).toEqual(state)
})

type Trace = Map<string, (Row & { id: number })[]>

/** The trace as it stands, record by record, oldest first. */
async function traceByRecord(): Promise<Trace> {
  const rows = await database().change.findMany({ orderBy: { id: 'asc' } })
  return Map.groupBy(rows, ({ itemId, projectId, decisionId, organisationId }) => {
    if (itemId) return `item ${itemId}`
    if (projectId) return `project ${projectId}`
    return decisionId ? `decision ${decisionId}` : `organisation ${organisationId}`
  })
}

/** Replays every record's own rows and compares with every record as it is stored. */
async function checkEverything() {
  const trace = await traceByRecord()
  const stored = await storedStates()
  expect(stored.size).toBeGreaterThan(250)
  const wrong = [...stored].flatMap(([record, state]) => {
    const replayed = comparable(record, replay(trace.get(record) ?? []))
    return sameJson(replayed, state) ? [] : [{ record, replayed, state }]
  })
  expect(wrong.slice(0, 3)).toEqual([])
}

/** Every record as its row has it. */
async function storedStates(): Promise<Map<string, object>> {
  const db = database()
  const [projects, items, decisions, organisations] = await Promise.all([
    db.project.findMany(),
    db.decisionItem.findMany(),
    db.decision.findMany(),
    db.organisation.findMany(),
  ])
  return new Map<string, object>([
    ...projects.map(({ id, shown }) => [`project ${id}`, tracedAll(shown)] as const),
    ...items.map(
      ({ id, shown, projectId, inForce }) =>
        [`item ${id}`, { ...tracedAll(shown), ...plain({ project: projectId }), inForce }] as const,
    ),
    ...decisions.map((row) => [`decision ${row.id}`, plain(ownColumns(row))] as const),
    ...organisations.map(
      ({ id, name, number, mergedIntoId }) =>
        [`organisation ${id}`, plain({ name, number, mergedInto: mergedIntoId })] as const,
    ),
  ])
}

const ownColumns = (row: {
  heading: string
  publisher: string | null
  partnership: string | null
  region: string | null
  county: string | null
  fund: string | null
  decisionDate: Date | null
  statedDate: Date | null
}) => ({
  heading: row.heading,
  publisher: row.publisher,
  partnership: row.partnership,
  region: row.region,
  county: row.county,
  fund: row.fund,
  decisionDate: dayOf(row.decisionDate),
  statedDate: dayOf(row.statedDate),
})

const tracedAll = (shown: unknown) =>
  Object.fromEntries(
    Object.entries(shown as Record<string, Shown>).map(([field, one]) => [field, traced(one)]),
  )

/** What is not null, as a value. */
const plain = (columns: Record<string, string | number | null>) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, value]) =>
      value === null ? [] : [[field, { state: 'value', value }] as const],
    ),
  )

/** Columns hold values alone: that a source is said to say nothing is no value, and an entry is on a list or not. */
function comparable(record: string, state: RecordState): object {
  if (record.startsWith('project')) return state
  if (record.startsWith('item')) {
    const { inForce: _, project, ...fields } = state
    return {
      ...fields,
      ...(project?.value != null && { project: bare(project.value) }),
      inForce: isInForce(state),
    }
  }
  return Object.fromEntries(
    Object.entries(state).flatMap(([field, { value }]) =>
      value === null ? [] : [[field, bare(value)] as const],
    ),
  )
}
const bare = (value: unknown) => ({ state: 'value', value })

type Random = { below: (limit: number) => number; oneOf: <One>(list: readonly One[]) => One | undefined }

/** The same numbers for the same seed: mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
  return { below, oneOf: (list) => list[below(list.length)] }
}

type Act = (random: Random, turn: number) => Promise<boolean>
/** What may happen to a registry, what is common more often. */
const ACTS: Act[] = [
  (random, turn) => sayOneThing('project', random, turn),
  (random, turn) => sayOneThing('project', random, turn),
  (random, turn) => sayOneThing('item', random, turn),
  (random, turn) => sayOneThing('item', random, turn),
  (random, turn) => sayOneThing('item', random, turn, ['project', 'inForce']),
  (random, turn) => sayOneThing('decision', random, turn),
  (random, turn) => sayOneThing('organisation', random, turn),
  importNewer,
  merge,
  split,
]

async function sayOneThing(
  kind: Exclude<SubjectKind, 'followUp'>,
  random: Random,
  turn: number,
  among?: string[],
): Promise<boolean> {
  // Of a few records much, so that corrections meet corrections.
  const id = random.oneOf((await idsOf(kind)).slice(0, 12))
  const field = random.oneOf(among ?? Object.keys(CORRECTABLE[kind]))
  if (!id || !field) return false
  const subject: Subject = { kind, id }
  const shown = (await loadRecord(database(), subject))?.fields[field]?.shown ?? null
  // That no source names an organisation or a decision is no finding: it keeps the name that it has.
  const ways = field === 'name' || field === 'heading' ? WAYS.filter((way) => way !== 'notStated') : WAYS
  const as = random.oneOf(ways)
  const typed = await newValue(kind, field, random, turn)
  const change = { field, basis: basisOf(shown), as, typed } as FieldSave
  const result = await changeRegistry('records.correct', (tx, acting) =>
    saveCorrections(tx, acting, {
      subject,
      changes: [change],
      reason: 'Så står det i rapporten',
      evidence: null,
    }),
  )
  return result.ok
}

const WAYS = ['value', 'value', 'reviewed', 'notStated', 'withdraw', 'withdraw'] as const

async function idsOf(kind: Exclude<SubjectKind, 'followUp'>): Promise<number[]> {
  const db = database()
  const page = { select: { id: true }, orderBy: { id: 'asc' } } as const
  const rows = {
    project: () => db.project.findMany(page),
    item: () => db.decisionItem.findMany(page),
    decision: () => db.decision.findMany(page),
    organisation: () => db.organisation.findMany(page),
  }
  return (await rows[kind]()).map(({ id }) => id)
}

async function newValue(
  kind: Exclude<SubjectKind, 'followUp'>,
  field: string,
  random: Random,
  turn: number,
): Promise<TypedValue> {
  const nothing: TypedValue = { value: null, code: null, precision: null, qualifier: null }
  const value = {
    text: `Text ${turn}`,
    amount: 1000 * turn,
    count: turn,
    number: turn / 4,
    date: `2020-0${1 + random.below(9)}-11`,
    organisation: { organisation: `Förening ${random.below(5)}`, unit: null },
    code: random.oneOf(['SE11', 'ESF', '2.1']) ?? 'ESF',
    share: random.below(100) / 100,
    yesNo: random.below(2) === 0,
    link: random.oneOf(await idsOf('project')) ?? 0,
    membership: true,
  }[CORRECTABLE[kind][field] ?? 'text']
  if (field === 'amount')
    return { ...nothing, value, code: 'AWARDED', precision: 100_000, qualifier: 'cirka' }
  if (kind === 'organisation' && field === 'number')
    return { ...nothing, value: String(5_560_000_000 + turn) }
  return { ...nothing, value }
}

/** A newer capture of one of the sample's sources, with other figures and without some lines. */
async function importNewer(random: Random, turn: number): Promise<boolean> {
  const file = random.oneOf(samples.filter(({ name }) => name.endsWith('.txt')))
  if (!file) return false
  const lines = new TextDecoder().decode(file.bytes).split('\n')
  const changed = lines.map((line) => line.replace(/^(\d{2,3})$/, () => String(10 + random.below(900))))
  const from = random.below(changed.length)
  const left = changed.filter((_, at) => at < 12 || at < from || at > from + 3)
  const day = new Date(Date.UTC(2027, 0, 1 + turn)).toISOString().slice(0, 10)
  const bytes = new TextEncoder().encode(left.join('\n'))
  const { totals } = await importFiles([{ ...file, bytes, fetchedOn: day }], { actor: 'operator' })
  return totals.documents > 0
}

async function merge(random: Random): Promise<boolean> {
  const all = await database().organisation.findMany({ orderBy: { id: 'asc' }, take: 20 })
  const [from, into] = [random.oneOf(all), random.oneOf(all)]
  if (!from || !into) return false
  const result = await mergeOrganisations({
    fromSlug: from.slug,
    intoSlug: into.slug,
    reason: 'Det är samma förening',
    evidence: null,
    versions: { from: from.version, into: into.version },
    rightNumber: into.number,
  })
  return result.ok
}

async function split(random: Random): Promise<boolean> {
  const merges = await database().organisationMerge.findMany({ where: { undoneAt: null } })
  const one = random.oneOf(merges)
  return one ? (await splitOrganisation({ mergeId: one.id, reason: 'Det är två föreningar' })).ok : false
}
