import type { Meaning } from '../documents/parse/reading.ts'
import { readDate } from '../documents/parse/values/date.ts'
import type { DateFormat } from './schema.ts'

const DAY_MONTH_YEAR = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/
const TIME = /[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?Z| ?[+-]\d{2}:?\d{2})?$/
const SERIAL = /^(\d{3,6})(?:[.,]\d{1,20})?$/
const DAY_MILLISECONDS = 86_400_000
/** Day 0 of spreadsheets, moved by the 29 February 1900 that they count and the calendar does not have. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30)
const FIRST_SERIAL_AFTER_THE_ERROR = 61

/**
 * Reads a date; the value is ISO. The format of the column decides which of two numbers is the day, and whether a
 * plain number is one; dates that begin with their year, and those with the month in words, are read in any column.
 */
export function readDateAs(text: string, format: DateFormat | null): Meaning<string> {
  const day = text.trim().replace(TIME, '')
  return readDate(fromDayFirst(day, format) ?? fromSerial(day, format) ?? day)
}

function fromDayFirst(text: string, format: DateFormat | null): string | undefined {
  const [, first, , second, year] = DAY_MONTH_YEAR.exec(text) ?? []
  if (!first) return undefined
  return format === 'MM/dd/yyyy' ? `${year}-${first}-${second}` : `${year}-${second}-${first}`
}

function fromSerial(text: string, format: DateFormat | null): string | undefined {
  const days = Number(SERIAL.exec(text)?.[1] ?? 0)
  if (format !== 'serial' || days < FIRST_SERIAL_AFTER_THE_ERROR) return undefined
  return new Date(SERIAL_ORIGIN + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** What the form of a date proves of its column's format. */
export type DateForm = DateFormat | 'day-or-month'

/** The format that a date is written in; "day-or-month" where it could be one of two. Nothing for what is no date. */
export function dateFormOf(text: string): DateForm | undefined {
  const day = text.replace(TIME, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'yyyy-MM-dd'
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(day)) return 'yyyyMMdd'
  const [, first = '', separator, second = ''] = DAY_MONTH_YEAR.exec(day) ?? []
  if (!separator) return undefined
  if (Number(first) > 12) return separator === '.' ? 'dd.MM.yyyy' : 'dd/MM/yyyy'
  if (Number(second) > 12) return 'MM/dd/yyyy'
  return separator === '.' ? 'dd.MM.yyyy' : 'day-or-month'
}

/** Whether a number can be a day of this century's programmes as spreadsheets count days: 1990 to 2064. */
export const couldBeSerial = (text: string): boolean => /^(?:3[3-9]|[45]\d)\d{3}(?:[.,]\d{1,20})?$/.test(text)
