import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { type FollowUpView, textIn } from './view.ts'

/** What a project that has ended should have told of. */
export const LACKS = ['costs', 'participants', 'report'] as const
type Lack = (typeof LACKS)[number]
export type Missing = {
  /** ISO day on which the project ended. */
  endedOn: string
  /** Whole months of the calendar since then. */
  months: number
  /** At least one, in the order of LACKS. */
  lacks: Lack[]
}

export type Ending = {
  /** ISO days, as the project's page says. */
  endDate: string | null
  /** Participants that were planned; null where nobody says. */
  planned: number | null
  followUps: readonly FollowUpView[]
  /** Every measure of which a number is published, also on the project's page. */
  measures: readonly string[]
}

/**
 * What is missing of a project as of a day; null for one that is running, whose end nobody knows, or that lacks nothing.
 * Participants are asked for where some were planned. Pure.
 */
export function missingOf(ending: Ending, today: string): Missing | null {
  const endedOn = endOf(ending)
  if (endedOn === null || endedOn >= today) return null
  const lacks = lacksOf({ ...ending, followUps: ending.followUps.map(tellingIn) })
  return lacks.length === 0 ? null : { endedOn, months: monthsBetween(endedOn, today), lacks }
}

/** The day on which a project ended: the one that its events give, else the page's. ISO. Pure. */
export const endOf = ({ endDate, followUps }: Pick<Ending, 'endDate' | 'followUps'>): string | null =>
  eventEndIn(followUps)?.on ?? endDate

/** A follow-up as far as it tells of a project's end and its reports. */
export type Telling = {
  id: number
  kind: FollowUpKind
  /** ISO day. */
  asOf: string | null
  /** The words, the code or the ISO day that it shows of a field. */
  text: (field: 'event' | 'endDate' | 'documentType') => string | null
}

const tellingIn = (followUp: FollowUpView): Telling => ({
  ...followUp,
  text: (field) => textIn(followUp, field),
})

/** The end that the events of a project's page give, and the one that gives it; null where none does. Pure. */
export const eventEndIn = (followUps: readonly FollowUpView[]): EventEnd | null =>
  eventEndOf(followUps.map(tellingIn))

/** An ISO day, and the follow-up that gives it. */
type EventEnd = { on: string; followUp: number }

/**
 * The day that events give for a project's end: that of the latest event of its end, else the one that the latest change
 * moved it to; null where none gives any. Pure.
 */
export function eventEndOf(followUps: readonly Telling[]): EventEnd | null {
  const events = followUps.filter(({ kind }) => kind === 'EVENT').sort(byLatest)
  const ended = events.find(({ text }) => ['ended', 'endedEarly'].includes(text('event') ?? ''))
  if (ended?.asOf) return { on: ended.asOf, followUp: ended.id }
  const moved = events.find(({ text }) => text('endDate') !== null)
  const on = moved?.text('endDate')
  return moved && on ? { on, followUp: moved.id } : null
}

/** Of two of the same day the one that was written later. */
const byLatest = (a: Telling, b: Telling): number =>
  a.asOf === b.asOf ? b.id - a.id : (a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1

/** What is told of a project, whether it has ended or not. */
type Told = Pick<Ending, 'planned' | 'measures'> & { followUps: readonly Telling[] }

/** What a project lacks if it has ended, in the order of LACKS. Pure. */
export const lacksOf = (told: Told): Lack[] => LACKS.filter((lack) => isLacking[lack](told))

const isLacking: Record<Lack, (told: Told) => boolean> = {
  costs: ({ measures }) => !measures.some((measure) => measure.startsWith('costs.')),
  participants: ({ measures, planned }) =>
    (planned ?? 0) > 0 && !measures.some((measure) => measure.startsWith('reached.')),
  report: ({ followUps }) => !followUps.some(isReport),
}

/** A final report or an evaluation can be read, or the authority has approved the report. */
const isReport = ({ text }: Telling): boolean =>
  ['finalReport', 'evaluation'].includes(text('documentType') ?? '') ||
  text('event') === 'finalReportApproved'

/**
 * Months after its end from which what a project lacks is overdue: final reports are asked for within months, and a year
 * leaves time to examine them. The desk counts those apart.
 */
export const OVERDUE_MONTHS = 12

/**
 * Whole months of the calendar from one ISO day to a later one: from the last of January to the last of February is one.
 * Days are read as they are written, so no clock of any zone moves them. Pure.
 */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [dayParts(from), dayParts(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month
  return b.day < Math.min(a.day, lengthOf(b)) ? months - 1 : months
}

type DayParts = { year: number; month: number; day: number }
function dayParts(iso: string): DayParts {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}
/** Days of a month. */
const lengthOf = ({ year, month }: DayParts): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
