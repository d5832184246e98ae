import type { Known, Subject } from './subject.ts'

/**
 * How the day of a decision stands to a project's start.
 * - `justBefore`: some months before, or so little after that the project was allowed to begin
 * - `before`: within a year
 * - `off`: later than it begins, or long before
 * - `impossible`: years apart
 */
type DecidedKind = 'justBefore' | 'before' | 'off' | 'impossible' | 'none'

/** `days` from decision to start; null where the start is not known. */
export type DecidedMatch = { kind: DecidedKind; days: number | null }

/** Days that a project may begin before it is decided, and after. Most begin within half a year. */
const HEAD_START = 45
const SHORT_WAIT = 183
const WAIT = 300
/** As `certainLinks` has them: beyond, it is another project. */
const LONGEST_HEAD_START = 400
const LONGEST_WAIT = 550

type Dated = Pick<Known, 'startDate' | 'endDate' | 'numbers'>

/** Pure. */
export function matchDecided({ decidedOn }: Pick<Subject, 'decidedOn'>, known: Dated): DecidedMatch {
  if (!decidedOn) return { kind: 'none', days: null }
  if (known.endDate && decidedOn > known.endDate) return { kind: 'impossible', days: null }
  if (!known.startDate) return { kind: byNumber(decidedOn, known.numbers), days: null }
  const days = daysBetween(decidedOn, known.startDate)
  return { kind: kindOf(days), days }
}

function kindOf(days: number): DecidedKind {
  if (Number.isNaN(days)) return 'none'
  if (days >= -HEAD_START && days <= SHORT_WAIT) return 'justBefore'
  if (days > 0 && days <= WAIT) return 'before'
  return days >= -LONGEST_HEAD_START && days <= LONGEST_WAIT ? 'off' : 'impossible'
}

/** A number tells the year of the application: `2015/00311`, `22-009-S02`. It is decided that year or the next. */
function byNumber(decidedOn: string, numbers: readonly string[]): DecidedKind {
  const years = numbers.flatMap(yearOf)
  if (years.length === 0) return 'none'
  const decided = Number(decidedOn.slice(0, 4))
  return years.some((year) => decided >= year && decided <= year + 1) ? 'none' : 'off'
}

function yearOf(number: string): number[] {
  const [, long, short] =
    /^\s{0,9}(?:((?:19|20)\d\d)[/ -]\d{1,6}|(\d\d)-\d{3}-[A-Z]\d\d)\s{0,9}$/iu.exec(number) ?? []
  return long ? [Number(long)] : short ? [2000 + Number(short)] : []
}

/**
 * How the period that a document gives stands to a project's.
 * - `both`: it begins and ends on the same days
 * - `start`: one of the days is the same, and the other is missing or moved
 * - `close`: it begins within two months
 * - `differ`: at another time, but they overlap
 * - `apart`: they do not, or begin years apart
 */
export type DatesKind = 'both' | 'start' | 'close' | 'differ' | 'apart' | 'none'

type Period = { startDate: string | null; endDate: string | null }

/** Pure. */
export function matchDates(ours: Period, theirs: Period): DatesKind {
  if (ours.startDate && theirs.startDate) return matchStarts(ours, theirs)
  if (ours.endDate && theirs.endDate && ours.endDate === theirs.endDate) return 'start'
  return isApart(ours, theirs) ? 'apart' : 'none'
}

const CLOSE = 62
const YEARS_APART = 500

function matchStarts(ours: Period, theirs: Period): DatesKind {
  const days = Math.abs(daysBetween(ours.startDate ?? '', theirs.startDate ?? ''))
  if (Number.isNaN(days)) return 'none'
  if (days === 0) return ours.endDate !== null && ours.endDate === theirs.endDate ? 'both' : 'start'
  if (isApart(ours, theirs) || days > YEARS_APART) return 'apart'
  return days <= CLOSE ? 'close' : 'differ'
}

const isApart = (a: Period, b: Period) => endsBefore(a, b) || endsBefore(b, a)
const endsBefore = ({ endDate }: Period, { startDate }: Period) =>
  endDate !== null && startDate !== null && endDate < startDate

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
