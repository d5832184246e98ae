import { sameName } from '../documents/parse/values/organisation.ts'
import type { FieldType } from './fields.ts'

/** A value as statements and corrections hold it: plain JSON. Organisations are `{ organisation, unit }` or `{ organisations }`. */
export type StoredValue = string | number | boolean | StoredOrganisation | StoredBlock[] | null
type StoredOrganisation = { organisation: string; unit: string | null } | { organisations: string[] }
/** A piece of a description, private words covered. */
export type StoredBlock = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] }

type Source = 'page' | 'list'

/** A statement with what the rule asks of it. */
export type Candidate = {
  id: number
  source: Source
  origin: 'FIELD' | 'RIVAL' | 'PROSE'
  state: 'READ' | 'EMPTY' | 'UNREADABLE'
  value: StoredValue
  /** Kronor; null for what is no amount. */
  precision: number | null
  qualifier: string | null
  code: string | null
  /** When the document was fetched, or else imported: milliseconds. */
  capturedAt: number
  /** A newer capture of the same source has been imported. */
  isReplaced: boolean
}

/** A correction that stands. */
export type StandingCorrection = {
  id: number
  kind: 'VALUE' | 'REVIEWED' | 'NOT_STATED'
  value: StoredValue
  code: string | null
  precision: number | null
  qualifier: string | null
  seenStatementId: number | null
  /** Milliseconds. */
  at: number
}

type ShownState = 'value' | 'unreported' | 'empty' | 'unreadable' | 'notStated'

/** A field's shown value, and how it came about. A field without any statement or correction has none: it is absent. */
export type Shown = {
  state: ShownState
  value: StoredValue
  code: string | null
  precision: number | null
  qualifier: string | null
  /** The statement that is shown; null when a correction put a value in its place and no statement says anything. */
  statement: number | null
  /** The correction that put the value there or confirmed it. */
  correction: number | null
  reviewed: boolean
  /** What would be shown without the correction is another than it was when the correction was made. */
  sourceChanged: boolean
  /** Statements of sources in force that say something else. */
  rivals: number[]
  /** Statements that say the same, within their rounding. */
  agreeing: number[]
  /** Amounts of another kind: no rivals, for they are of something else. */
  apart: number[]
  /** Statements of captures that a newer one has replaced. */
  older: number[]
}

/**
 * The rule that chooses the shown value among everything that is said of a field. In this order:
 *
 * 1. corrected before read, the latest correction before earlier ones
 * 2. present before absent: a value before an empty or unreadable field
 * 3. a field before running text
 * 4. the project's page before a decision list
 * 5. exact before rounded or qualified ("drygt")
 * 6. a newer capture before an older one
 * 7. the first on the page before a second value of the same field
 *
 * Pure. Returns null when nothing is said: the field is absent.
 */
export function foldField(
  type: FieldType,
  candidates: readonly Candidate[],
  corrections: readonly StandingCorrection[],
): Shown | null {
  const ranked = [...candidates].sort(byRule)
  const read = ranked[0]
  const correction = [...corrections].sort((a, b) => b.at - a.at || b.id - a.id)[0]
  if (!read && !correction) return null
  const shown = { ...(read ? asRead(read) : NOTHING_READ), ...withCorrection(type, ranked, correction) }
  return { ...shown, ...others(type, shown, ranked) }
}

/** Negative when `a` goes before `b`. */
function byRule(a: Candidate, b: Candidate): number {
  return (
    rank(isPresent(a), isPresent(b)) ||
    rank(a.origin !== 'PROSE', b.origin !== 'PROSE') ||
    rank(a.source === 'page', b.source === 'page') ||
    byKind(a, b) ||
    rank(isExact(a), isExact(b)) ||
    b.capturedAt - a.capturedAt ||
    rank(!a.isReplaced, !b.isReplaced) ||
    rank(a.origin === 'FIELD', b.origin === 'FIELD') ||
    a.id - b.id
  )
}

const rank = (a: boolean, b: boolean) => Number(b) - Number(a)
const isPresent = ({ state, value }: Candidate) => state === 'READ' && value !== null
const isExact = ({ precision, qualifier }: Candidate) => (precision ?? 1) === 1 && qualifier === null

/** Kinds of amounts on decision lists, the one that says most of a project first. */
const KINDS: (string | null)[] = ['AWARDED', 'PRIORITISED', 'UNSPECIFIED', 'APPLIED']

/** Of amounts of different kinds the one in force, then the one that says most, is shown: what was applied for is no grant. */
function byKind(a: Candidate, b: Candidate): number {
  const [first, second] = [KINDS.indexOf(a.code), KINDS.indexOf(b.code)]
  if (first < 0 || second < 0 || first === second) return 0
  return rank(!a.isReplaced, !b.isReplaced) || first - second
}

const NOTHING_READ = {
  state: 'notStated' as ShownState,
  value: null as StoredValue,
  code: null as string | null,
  precision: null as number | null,
  qualifier: null as string | null,
  statement: null as number | null,
}

const asRead = (read: Candidate): typeof NOTHING_READ => ({
  state: stateOf(read),
  value: read.value,
  code: read.code,
  precision: read.precision,
  qualifier: read.qualifier,
  statement: read.id,
})

function stateOf({ state, value }: Candidate): ShownState {
  if (state === 'EMPTY') return 'empty'
  if (state === 'UNREADABLE') return 'unreadable'
  return value === null ? 'unreported' : 'value'
}

/** What a correction changes of what was read. */
function withCorrection(
  type: FieldType,
  ranked: readonly Candidate[],
  correction: StandingCorrection | undefined,
) {
  if (!correction) return { correction: null, reviewed: false, sourceChanged: false }
  const about = {
    correction: correction.id,
    reviewed: correction.kind === 'REVIEWED',
    sourceChanged: hasChanged(type, ranked, correction),
  }
  if (correction.kind === 'REVIEWED') return about
  if (correction.kind === 'NOT_STATED') return { ...about, ...NO_VALUE, state: 'notStated' as ShownState }
  const { value, code, precision, qualifier } = correction
  return { ...about, state: 'value' as ShownState, value, code, precision, qualifier }
}

const NO_VALUE = { value: null, code: null, precision: null, qualifier: null }

/**
 * Whether what would be shown says something else than what the corrector saw: a newer capture may say the same again.
 * Where the corrector saw nothing, a source that says what the correction says is no news.
 */
function hasChanged(
  type: FieldType,
  [read, ...others]: readonly Candidate[],
  correction: StandingCorrection,
): boolean {
  const seen = [read, ...others].find((candidate) => candidate?.id === (correction.seenStatementId ?? BASE))
  if (read && !seen && correction.kind === 'VALUE') return !isPresent(read) || !agree(type, correction, read)
  if (!read || !seen) return read !== seen
  return read.state !== seen.state || read.code !== seen.code || !sameValue(read.value, seen.value)
}

const sameValue = (a: StoredValue, b: StoredValue) => JSON.stringify(a) === JSON.stringify(b)

/** The id of what a record held before any statement: no row's. */
export const BASE = 0

/** How the other statements stand to the shown value. What says nothing is no rival. */
function others(type: FieldType, shown: typeof NOTHING_READ, ranked: readonly Candidate[]) {
  const rest = ranked.filter(({ id }) => id !== shown.statement || shown.state === 'notStated')
  const inForce = rest.filter((candidate) => !candidate.isReplaced && isPresent(candidate))
  const agrees = (candidate: Candidate) => shown.value !== null && agree(type, shown, candidate)
  const isApart = (candidate: Candidate) => byKind(candidate, { ...candidate, code: shown.code }) !== 0
  const alike = inForce.filter((candidate) => !isApart(candidate))
  return {
    rivals: alike.filter((candidate) => !agrees(candidate)).map(({ id }) => id),
    agreeing: alike.filter(agrees).map(({ id }) => id),
    apart: inForce.filter(isApart).map(({ id }) => id),
    older: rest.filter(({ isReplaced }) => isReplaced).map(({ id }) => id),
  }
}

type Comparable = Pick<Candidate, 'value' | 'precision' | 'qualifier' | 'code'>

/**
 * Whether two values of a field say the same. A rounded amount agrees with an exact one that it could be rounded from,
 * up or down: 9 956 917 with "9,9 miljoner", 11 397 810 with "11,4 miljoner". Names are compared without capitals and
 * marks, an organisation without its unit, codes where both have one.
 */
function agree(type: FieldType, a: Comparable, b: Comparable): boolean {
  if (type === 'amount') return amountsAgree(a, b)
  if (type === 'organisation') return organisationsAgree(a.value, b.value)
  if (a.code !== null && b.code !== null) return a.code === b.code
  if (type === 'text' && typeof a.value === 'string' && typeof b.value === 'string')
    return sameName(a.value, b.value)
  return JSON.stringify(a.value) === JSON.stringify(b.value)
}

function amountsAgree(a: Comparable, b: Comparable): boolean {
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return false
  if (a.value === b.value) return true
  return Math.abs(a.value - b.value) < Math.max(step(a), step(b))
}
/** An exact amount has no room: only the same agrees. */
const step = ({ precision }: Comparable) => ((precision ?? 1) > 1 ? (precision ?? 1) : 0)

function organisationsAgree(a: StoredValue, b: StoredValue): boolean {
  const [left, right] = [organisationNames(a), organisationNames(b)]
  return left.length === right.length && left.every((name) => right.some((other) => sameName(name, other)))
}

/** The names in an organisation's value: one, or several that act together. */
export function organisationNames(value: StoredValue): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return 'organisations' in value ? value.organisations : [value.organisation]
}

/** The unit in an organisation's value, if it names one. */
export const organisationUnit = (value: StoredValue): string | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'unit' in value ? value.unit : null
