import { empty, type Reading, read } from '../reading.ts'
import { type Span, subSpan } from '../source.ts'
import { readDate } from './date.ts'

const ISO_PERIOD = /^(\d{4}-\d{2}-\d{2}|\d{8})? ?(?:--?|–|—|till|t\.?o\.?m\.?) ?(\d{4}-\d{2}-\d{2}|\d{8})?$/
const WORDED_PERIOD = /^(?:från )?(.{0,40}?) (?:--?|–|—|till|t\.?o\.?m\.?)(?: och med)? (.{0,40})$/i

/** Reads "2015-09-01 - 2019-02-28" as a start and an end; one side may be missing, and is then empty. */
export function readPeriod(span: Span): { startDate: Reading<string>; endDate: Reading<string> } {
  if (span.text === '') return { startDate: empty(span.place.start), endDate: empty(span.place.start) }
  const match = ISO_PERIOD.exec(span.text) ?? WORDED_PERIOD.exec(span.text)
  if (!match) {
    const whole = read(span, readDate)
    return { startDate: whole, endDate: whole.state === 'read' ? empty(span.place.end) : whole }
  }
  const [whole, start = '', end = ''] = match
  const startAt = start ? whole.indexOf(start) : 0
  const endAt = span.text.length - end.length
  return {
    startDate: start
      ? read(subSpan(span, startAt, startAt + start.length), readDate)
      : empty(span.place.start),
    endDate: end ? read(subSpan(span, endAt, span.text.length), readDate) : empty(span.place.end),
  }
}
