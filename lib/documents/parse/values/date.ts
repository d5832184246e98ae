import type { Meaning } from '../reading.ts'
import { matchesOf } from './matches.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const MONTH_NAMES =
  'januari|jan\\.?|februari|feb\\.?|mars|mar\\.?|april|apr\\.?|maj|juni|jun\\.?|juli|jul\\.?|augusti|aug\\.?|september|sept?\\.?|oktober|okt\\.?|november|nov\\.?|december|dec\\.?'

const NUMERIC = '(?<y>\\d{4})(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?!\\d)'
const SLASHED = '(?<ds>\\d{1,2})/(?<ms>\\d{1,2}) (?<ys>\\d{4})(?!\\d)'
const IN_WORDS = `(?<dw>\\d{1,2})(?::e)? (?<mw>${MONTH_NAMES}),? (?<yw>\\d{4})(?!\\d)`
const ONE_DATE = new RegExp(
  `^(?:(?:${NUMERIC})(?:[T ]00:00(?::00)?Z?)?|(?<c>\\d{8})|(?:den )?${IN_WORDS})\\.?(?: ?\\([^)]*\\))?$`,
  'i',
)
const ANY_DATE = new RegExp(`(?:(?<![\\d/-])${NUMERIC}|(?<![\\d/])${IN_WORDS}|(?<![\\d/])${SLASHED})`, 'gi')

/** An ISO date, year-month-day, and where in the text it stands. */
export type FoundDate = { value: string; start: number; end: number }

/** Reads a field that holds one date; the value is ISO, `2019-08-01`. Days that no calendar has are refused. */
export function readDate(text: string): Meaning<string> {
  const value = toIso(ONE_DATE.exec(text)?.groups)
  return value ? { value } : { problem: NOT_A_DATE }
}

const NOT_A_DATE = {
  sv: 'Här borde stå ett datum, men det går inte att läsa som ett.',
  en: 'A date should stand here, but this cannot be read as one.',
}

/** The dates in a running text, in order: "2 december 2021", "den 3 dec 2020", "2023-12-07". */
export function findDates(text: string): FoundDate[] {
  return matchesOf(ANY_DATE, text).flatMap((match) => {
    const value = toIso(match.groups)
    return value ? { value, start: match.index, end: match.index + match[0].length } : []
  })
}

function toIso(groups: Record<string, string | undefined> | undefined): string | undefined {
  if (!groups) return undefined
  const { y, m, d, c, dw, mw, yw, ds, ms, ys } = groups
  if (ys) return isoOf(ys, ms, ds)
  if (c) return isoOf(c.slice(0, 4), c.slice(4, 6), c.slice(6, 8))
  if (mw) return isoOf(yw, monthOf(mw), dw)
  return isoOf(y, m, d)
}

/** The number of a month by its name, which its first three letters tell. */
const monthOf = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function isoOf(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) ? iso : undefined
}

/** The days of a month, leap years minded. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whole months from the first day to the last, both included: 2016-09-01 to 2019-08-31 is 36. */
export function monthsBetween(start: string, end: string): number {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
  const days = Number(end.slice(8)) - Number(start.slice(8))
  return months(end) - months(start) + Math.round((days + 1) / 30)
}

const DAY_AND_MONTH = new RegExp(`(?<![\\d/])(\\d{1,2})(?::e)? (${MONTH_NAMES})(?![\\p{L}\\d])`, 'iu')

/** The first day and month in a text that has no year of its own ("den 27 maj"): month and day, `05-27`. */
export function findDayAndMonth(text: string): { value: string; start: number; end: number } | undefined {
  const match = DAY_AND_MONTH.exec(text)
  const iso = match && isoOf('2000', monthOf(match[2] ?? ''), match[1])
  return match && iso
    ? { value: iso.slice(5), start: match.index, end: match.index + match[0].length }
    : undefined
}
