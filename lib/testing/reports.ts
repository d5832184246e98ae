import { type About, aboutOf } from '../reports/about.ts'
import { type ReportInput, sendReport } from '../reports/send.ts'
import { SOONEST, stampFor } from '../reports/stamp.ts'

let sent = 0

/** What a report can be about, by what an address says of it. */
export function reportedAs(kind: string, key: string, field = ''): About {
  const about = aboutOf(kind, key, field)
  if (!about) throw new Error(`nothing is ${kind} ${key}`)
  return about
}

/** A form that was opened a while ago and filled in as a person would; each time with other words. */
export function filledIn(about: About, given: Partial<ReportInput> = {}): ReportInput {
  return {
    about,
    locale: 'sv',
    stamp: stampFor(about, Date.now() - SOONEST - 1000),
    trap: '',
    suggestion: `Det ska stå ${++sent}`,
    where: 'Slutrapporten, sidan 4',
    email: '',
    ...given,
  }
}

/** Sends a report as a form does; values are written as they are. */
export const send = (about: About, given: Partial<ReportInput> = {}) =>
  sendReport(filledIn(about, given), ({ value }) => String(value))
