import type { Place } from '../parse/source.ts'
import { luhnHolds } from '../parse/values/checksum.ts'

// Year, month, day (of a co-ordination number: day + 60), and four digits more. The third digit of an organisation's
// number is at least 2, so that its second pair is no month.
const PERSONAL_NUMBER =
  /(?<!\d|\d[.,+–-])(?:18|19|20)?\d{2}(-?)(?:0[1-9]|1[0-2])\1(?:[06][1-9]|[1278]\d|[39][01])( ?[-–‑−+] ?)?\d{4}(?!\d|[-–]\d)/g

/** Every personal identity number (personnummer) and co-ordination number in a text. */
export const personalNumberPlaces = (text: string): Place[] =>
  [...text.matchAll(PERSONAL_NUMBER)]
    .filter((match) => isPersonal(match[0], match[2]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))

/** Without its hyphen a row of digits must pass the checksum, and so must what could be a day and a year. */
function isPersonal(number: string, separator: string | undefined): boolean {
  const digits = number.replace(/\D/g, '')
  const couldBePeriod = /(?:19|20)\d{2}$/.test(digits)
  // A project's first day and last year, rather than a child of the programmes' years.
  if (couldBePeriod && /^20(?:0[7-9]|[1-9]\d)\d{8}$/.test(digits)) return false
  return (separator !== undefined && !couldBePeriod) || luhnHolds(digits.slice(-10))
}
