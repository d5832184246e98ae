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
  const lacks = LACKS.filter((lack) => isLacking[lack](ending))
  return lacks.length === 0 ? null : { endedOn, months: monthsBetween(endedOn, today), lacks }
}

/**
 * The day on which a project ended: the one that an event of its end gives, else the last one that it was moved to, else the
 * page's. ISO. Pure.
 */
export function endOf({ endDate, followUps }: Pick<Ending, 'endDate' | 'followUps'>): string | null {
  const events = followUps
    .filter(({ kind }) => kind === 'EVENT')
    .sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))
  const ended = events.find((event) => ['ended', 'endedEarly'].includes(textIn(event, 'event') ?? ''))
  const moved = events.find((event) => textIn(event, 'endDate') !== null)
  return ended?.asOf ?? (moved && textIn(moved, 'endDate')) ?? endDate
}

const isLacking: Record<Lack, (ending: Ending) => boolean> = {
  costs: ({ measures }) => !measures.some((measure) => measure.startsWith('costs.')),
  participants: ({ measures, planned }) =>
    (planned ?? 0) > 0 && !measures.some((measure) => measure.startsWith('reached.')),
  report: ({ followUps }) => !followUps.some(isReport),
}

/** A final report or an evaluation can be read, or the authority has approved the report. */
const isReport = (followUp: FollowUpView): boolean =>
  ['finalReport', 'evaluation'].includes(textIn(followUp, 'documentType') ?? '') ||
  textIn(followUp, 'event') === 'finalReportApproved'

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
