import { dayInSweden } from '../format.ts'
import { dayOf } from './sayings.ts'

/** A moment's day in Stockholm, as milliseconds of that calendar day in UTC: what days of capture are compared as. */
export function dayIn(moment: Date): number {
  if (moment.getTime() !== last.moment)
    last = { moment: moment.getTime(), day: Date.parse(dayInSweden(moment)) }
  return last.day
}

/** The last that was asked for: all that a document says is of one moment, and a table says a million things. */
let last = { moment: Number.NaN, day: Number.NaN }

/** The day that a document was captured: fetched, where that is known, else imported. */
export const capturedOn = ({ fetchedAt, importedAt }: { fetchedAt: Date | null; importedAt: Date }): number =>
  fetchedAt?.getTime() ?? dayIn(importedAt)

type Captured = { id: number; document: Parameters<typeof capturedOn>[0] }

/** The ISO days on which the documents of statements were captured, by statement. */
export const daysOfCapture = (said: readonly Captured[]): Map<number, string> =>
  new Map(said.map(({ id, document }) => [id, dayOf(new Date(capturedOn(document)))]))
