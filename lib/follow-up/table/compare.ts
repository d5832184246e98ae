import type { FollowUpKind } from '../../../prisma/generated/enums.ts'
import type { TypedValue } from '../../corrections/save.ts'
import { readTyped } from '../../corrections/values.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { nameKey, numberKey } from '../../matching/keys.ts'
import type { FollowUpContent } from '../content.ts'
import { type Background, type Flag, flagKey, flagsIn } from '../flags.ts'
import type { Outcome } from '../fold.ts'
import { COST_BASES, type CostBasis } from '../kinds.ts'
import { compareMeasures, type MeasureName, measureKey, measureOf, partsOf, WHOLE } from '../measures.ts'
import { namingProblems } from '../naming.ts'
import { type ContentProblem, isAbsence, readStated, type Stated } from '../stated.ts'
import type { ColumnKey } from './columns.ts'
import type { BatchRow, CellProblem, ReadRow, Was } from './rows.ts'
import { isKnown, saysTheSame } from './same.ts'

/** What is known of a project that a row is of. */
export type KnownProject = {
  id: number
  slug: string
  number: string
  name: string
  outcomes: ReadonlyMap<string, Outcome>
  background: Omit<Background, 'known'>
  /** Names, addresses and numbers of its contacts: what becomes public names none of them. */
  secrets: readonly string[]
}

/** What rows are held against. */
export type Known = {
  /** By `numberKey` of each number that a project has. */
  projects: ReadonlyMap<string, KnownProject>
  /** Sources that are not there, by what was typed, with why. */
  noSources: ReadonlyMap<string, Sentence>
  /** ISO day. */
  today: string
}

/** A figure that a row would add, beside the one that is known. */
type FigureChange = { key: ColumnKey; old: Outcome | null; typed: TypedValue }
/** What would become public of a row. */
type NewFollowUp = { kind: FollowUpKind; content: FollowUpContent; stated: Stated }
export type RowProblem = {
  column: ColumnKey
  why: CellProblem['why'] | ContentProblem['why']
  /** What stands in the cell. */
  cell: string
}
/** What is unusual: what is so of any follow-up, and what is so of a row of a table. */
export type RowFlag = Omit<Flag, 'code'> & { code: Flag['code'] | 'earlierDay' }
/** Good to know, and in nobody's way. */
type RowNote = 'otherName' | 'nothingButDay'

export type RowState = 'ready' | 'unusual' | 'wrong' | 'unchanged' | 'unknown' | 'twice' | 'out'
export type ComparedRow = {
  row: BatchRow
  state: RowState
  project: KnownProject | null
  changes: FigureChange[]
  followUps: NewFollowUp[]
  problems: RowProblem[]
  flags: RowFlag[]
  notes: RowNote[]
  /** Figures that are known otherwise than when the row was compared, with what they were then. */
  moved: { key: ColumnKey; was: Was; now: Was }[]
  /** The number has come to another project since. */
  hasOtherProject: boolean
}

/** Holds the rows of a batch against what is known, in their order. Pure. */
export function compareRows(rows: readonly BatchRow[], known: Known): ComparedRow[] {
  const compared = rows.map((row) => compareRow(row, known))
  const days = Map.groupBy(
    compared.filter(({ row, project }) => row.isIn && project),
    ({ row, project }) => `${project?.id} ${row.cells.asOf ?? ''}`,
  )
  const twice = new Set([...days.values()].flatMap((same) => (same.length > 1 ? same : [])))
  return compared.map((one) => ({ ...one, state: stateOf(one, twice.has(one)) }))
}

function stateOf({ row, project, problems, changes, flags }: ComparedRow, isTwice: boolean): RowState {
  if (!row.isIn) return 'out'
  if (!project) return 'unknown'
  if (isTwice) return 'twice'
  if (problems.length > 0) return 'wrong'
  if (changes.length === 0) return 'unchanged'
  return flags.some((flag) => !row.seen.includes(rowFlagKey(flag))) ? 'unusual' : 'ready'
}

export const rowFlagKey = (flag: RowFlag): string => flagKey(flag as Flag)

function compareRow(row: BatchRow, known: Known): ComparedRow {
  const project = known.projects.get(numberKey(row.number)) ?? null
  const empty = { row, state: 'unknown' as const, project, changes: [], followUps: [], flags: [] }
  const hasOtherProject = (project?.id ?? null) !== row.projectId
  if (!project) return { ...empty, problems: [], notes: [], moved: [], hasOtherProject }
  const { typed, problems } = readCells(row)
  const about = { basis: basisIn(typed), asOf: dayIn(typed) }
  const changes = [...typed].flatMap(([key, value]): FigureChange[] => {
    const old = project.outcomes.get(key)
    return !measureOf(key) || isKnown(value, old, about) ? [] : [{ key, old: old ?? null, typed: value }]
  })
  const unread = new Set(problems.map(({ column }) => column))
  const { followUps, wrong } = followUpsOf({ row, changes, unread: problems }, project, known)
  const told = wrong.filter(({ column, why }) => !(isAbsence(why) && unread.has(column)))
  return {
    ...empty,
    changes,
    followUps,
    problems: unique([...problems, ...told]),
    flags: flagsOf(followUps, changes, project),
    notes: notesOf(row, changes, project, { day: about.asOf, unread }),
    moved: movedIn(row, project),
    hasOtherProject,
  }
}

type Typed = ReadonlyMap<ColumnKey, TypedValue>

// The database keeps keys in an order of its own.
const byMeasure = ([a]: [string, unknown], [b]: [string, unknown]) => compareMeasures(a, b)

/** The cells of a row as values, and what is wrong with each. */
function readCells({ cells, problems: found }: ReadRow): { typed: Typed; problems: RowProblem[] } {
  const typed = new Map<ColumnKey, TypedValue>()
  const problems: RowProblem[] = [...found]
  for (const [column, cell] of Object.entries(cells).sort(byMeasure)) {
    const read = readTyped('followUp', column.replace(/@.*$/, ''), { text: cell, kind: '', rounding: '' })
    if (read.ok) typed.set(column, read.value)
    else problems.push({ column, why: read.problem, cell })
  }
  return { typed, problems }
}

const basisIn = (typed: Typed): CostBasis | null =>
  COST_BASES.find((known) => known === typed.get('basis')?.value) ?? null
function dayIn(typed: Typed): string | null {
  const day = typed.get('asOf')?.value
  return typeof day === 'string' ? day : null
}

const KINDS = ['COSTS', 'PARTICIPANTS', 'INDICATORS'] as const
type Kind = (typeof KINDS)[number]
const KIND_OF: Record<MeasureName, Kind> = {
  costs: 'COSTS',
  advances: 'COSTS',
  recovered: 'COSTS',
  planned: 'PARTICIPANTS',
  reached: 'PARTICIPANTS',
  baseline: 'INDICATORS',
  target: 'INDICATORS',
  actual: 'INDICATORS',
}

/** `unread`: what is wrong with cells that cannot be read. */
type Compared = { row: ReadRow; changes: readonly FigureChange[]; unread: readonly RowProblem[] }

/**
 * The follow-ups that a row gives, of what is new in it; and what is wrong with them, or with the row as a whole. Where a
 * number cannot be read, the rest of its follow-up is looked at all the same, so that everything is told at once.
 */
function followUpsOf(
  { row, changes, unread }: Compared,
  project: KnownProject,
  known: Known,
): { followUps: NewFollowUp[]; wrong: RowProblem[] } {
  const followUps: NewFollowUp[] = []
  const wrong: RowProblem[] = []
  const changed = new Set(changes.map(({ key }) => key))
  const kinds = KINDS.flatMap((kind) => {
    const isNew = [...changed].some((key) => kindOf(key) === kind)
    const ofKind = unread.filter(({ column }) => kindOf(column) === kind)
    return isNew || ofKind.length > 0 ? [{ kind, isNew, unread: ofKind }] : []
  })
  for (const { kind, isNew, unread } of kinds) {
    const content = contentOf(kind, row, (key) => changed.has(key) || isOfNewWhole(key, row, changed))
    const { stated, problems } = readStated({ kind, content, hasFile: false, today: known.today }, read)
    if (isNew) followUps.push({ kind, content, stated })
    // Parts are held against the whole in all that the row says, also in what is not new.
    const whole = readStated(
      { kind, content: contentOf(kind, row, () => true), hasFile: false, today: known.today },
      read,
    ).problems.filter(({ why }) => why === 'moreThanAll')
    // A number that can be read two ways may be the one that is known, which needs neither day nor source.
    const mayLack = !isNew && unread.every(({ why }) => isTwoWays(why))
    const all = [...problems, ...whole, ...namingProblems(stated, project.secrets), ...noBasis(unread, row)]
    for (const found of all) {
      // A number stands there, though it cannot be read.
      if (found.why === 'nothing' || (mayLack && isAbsence(found.why))) continue
      const column = columnOf(found)
      wrong.push({ column, why: found.why, cell: row.cells[column] ?? '' })
    }
  }
  const source = row.cells.sourceUrl
  const why = kinds.length > 0 && source !== undefined ? known.noSources.get(source) : undefined
  if (why) wrong.push({ column: 'sourceUrl', why, cell: source ?? '' })
  return { followUps, wrong }
}

const isTwoWays = (why: RowProblem['why']): boolean => why === 'ambiguousNumber' || why === 'ambiguousDate'

/** Costs that cannot be read need somebody's word as those that can. */
function noBasis(unread: readonly RowProblem[], { cells }: ReadRow): ContentProblem[] {
  const areCosts = unread.some(({ column }) => measureOf(column)?.name === 'costs')
  return areCosts && cells.basis === undefined ? [{ row: null, field: 'basis', why: 'missing' }] : []
}

const read: Parameters<typeof readStated>[1] = (field, typed) => readTyped('followUp', field, typed)

/** The rows of an indicator follow-up are named by its codes. */
const columnOf = ({ row, field }: ContentProblem): ColumnKey =>
  row === null ? field : `${field}@${row.toUpperCase()}`

const kindOf = (key: ColumnKey): Kind | undefined => {
  const name = measureOf(key)?.name
  return name && KIND_OF[name]
}

/**
 * Whether a part is not new but a sibling is, and nobody says the whole: it is summed from its parts, and of one day. Women
 * of this year and men of the last are no total.
 */
function isOfNewWhole(key: ColumnKey, { cells }: ReadRow, changed: ReadonlySet<ColumnKey>): boolean {
  const measure = measureOf(key)
  if (!measure || measure.part === WHOLE) return false
  if (Object.hasOwn(cells, measureKey({ ...measure, part: WHOLE }))) return false
  return partsOf(measure).some((part) => changed.has(part))
}

const COMMON = ['asOf', 'sourceUrl', 'sourcePage', 'comment']

/** What a row says as the draft of one kind. */
function contentOf(kind: Kind, { cells }: ReadRow, takes: (key: ColumnKey) => boolean): FollowUpContent {
  const own = Object.entries(cells).filter(([key]) => kindOf(key) === kind && takes(key))
  const common = Object.entries(cells).filter(
    ([key]) => COMMON.includes(key) || (key === 'basis' && kind === 'COSTS'),
  )
  const ofRow = Map.groupBy(own, ([key]) => measureOf(key)?.row ?? null)
  const fieldOf = ([key, cell]: [ColumnKey, string]) => {
    const measure = measureOf(key)
    return [measure ? measureKey({ ...measure, row: null }) : key, cell] as const
  }
  return {
    fields: Object.fromEntries([...common, ...(ofRow.get(null) ?? []).map(fieldOf)]),
    rows: [...ofRow].flatMap(([code, fields]) =>
      code === null
        ? []
        : [{ id: code.toLowerCase(), fields: { code, ...Object.fromEntries(fields.map(fieldOf)) } }],
    ),
  }
}

/** The same of the same cell is told once. */
const unique = (problems: readonly RowProblem[]): RowProblem[] => [
  ...new Map(problems.map((found) => [JSON.stringify([found.column, found.why]), found])).values(),
]

function flagsOf(
  followUps: readonly NewFollowUp[],
  changes: readonly FigureChange[],
  { background, outcomes }: KnownProject,
): RowFlag[] {
  const known = { ...background, known: outcomes }
  const usual = followUps.flatMap(({ kind, stated }): RowFlag[] => flagsIn(kind, stated, known))
  const stated = followUps[0]?.stated
  const day = typeof stated?.asOf?.value === 'string' ? stated.asOf.value : null
  const told = new Set(usual.flatMap(({ code, field }) => (code === 'older' ? field : [])))
  const ofDays = changes.flatMap(({ key, old, typed }) =>
    told.has(key) ? [] : dayFlag(key, old, typed, day),
  )
  return [...new Map([...usual, ...ofDays].map((flag) => [rowFlagKey(flag), flag])).values()]
}

/** A figure of an earlier day than the one that is shown, which will stand behind it. */
function dayFlag(key: ColumnKey, old: Outcome | null, { value }: TypedValue, day: string | null): RowFlag[] {
  if (!old || old.asOf === null || day === null || typeof value !== 'number') return []
  return day < old.asOf ? [{ code: 'earlierDay', field: key, is: value, against: old.asOf }] : []
}

function notesOf(
  { name, cells }: ReadRow,
  changes: readonly FigureChange[],
  project: KnownProject,
  { day, unread }: { day: string | null; unread: ReadonlySet<ColumnKey> },
): RowNote[] {
  const notes: RowNote[] = []
  if (name !== '' && nameKey(name) !== nameKey(project.name)) notes.push('otherName')
  const says = cells.sourceUrl ?? cells.sourcePage ?? cells.comment
  const days = [...project.outcomes.values()].map(({ asOf }) => asOf)
  const isNewDay = day !== null && !days.includes(day)
  // A number that cannot be read may be another than the one that is known.
  const isSame = changes.length === 0 && ![...unread].some((column) => measureOf(column))
  if (isSame && (says !== undefined || isNewDay)) notes.push('nothingButDay')
  return notes
}

/** The known figures of a row's cells, to be kept with it. */
export const wasOf = (row: ReadRow, project: KnownProject | null): Record<string, Was> =>
  Object.fromEntries(
    Object.keys(row.cells).flatMap((key) =>
      measureOf(key) ? [[key, figureOf(project?.outcomes.get(key))] as const] : [],
    ),
  )

const figureOf = (outcome: Outcome | undefined): Was =>
  outcome
    ? {
        value: outcome.value,
        precision: outcome.precision,
        qualifier: outcome.qualifier,
        asOf: outcome.asOf,
        basis: outcome.basis,
      }
    : null

/** What is known otherwise now. A row that says nothing new then and now is in nobody's way. */
function movedIn(row: BatchRow, project: KnownProject): ComparedRow['moved'] {
  return Object.entries(row.was)
    .sort(byMeasure)
    .flatMap(([key, was]) => {
      const now = figureOf(project.outcomes.get(key))
      return isSame(was, now) ? [] : [{ key, was, now }]
    })
}

const isSame = (was: Was, now: Was): boolean =>
  was === null || now === null
    ? was === now
    : saysTheSame(was, now) && was.asOf === now.asOf && was.basis === now.basis

/** Whether somebody has to look at a row again before it is committed: the registry has moved under what it says. */
export const hasMoved = ({ state, moved, hasOtherProject }: ComparedRow): boolean =>
  state !== 'out' && state !== 'unchanged' && (moved.length > 0 || hasOtherProject)
