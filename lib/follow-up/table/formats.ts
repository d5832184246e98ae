import { couldBeSerial, dateFormOf, readDateAs } from '../../tables/dates.ts'
import { readWritten } from '../../tables/numbers.ts'
import { type ColumnKey, typeOfColumn } from './columns.ts'

// Spreadsheets write numbers and days as the country that they are set to does. What a file proves about that decides
// what could be read two ways; where it proves nothing, such a cell is told and not guessed. Pure.

/** How a file writes. Null: nothing in it tells. */
export type Formats = {
  decimal: ',' | '.' | null
  /** Which of two numbers in "05/06/2023" is the day. */
  slashed: 'dd/MM/yyyy' | 'MM/dd/yyyy' | null
  /** Its numbers are numbers, with a decimal point. */
  isWorkbook: boolean
}

type Cells = Iterable<readonly [key: ColumnKey, cell: string]>

/** What the cells of a file prove. */
export function formatsOf(cells: Cells, isWorkbook: boolean): Formats {
  const seen = new Set<string | undefined>()
  for (const [key, cell] of cells) {
    const type = typeOfColumn(key)
    if (type === 'date') seen.add(dateFormOf(cell.trim()))
    else if (type === 'amount' || type === 'number') seen.add(provenDecimal(cell))
  }
  return {
    decimal: onlyOne(seen, ',', '.'),
    slashed: onlyOne(seen, 'dd/MM/yyyy', 'MM/dd/yyyy'),
    isWorkbook,
  }
}

/** The one of two that was seen without the other. */
const onlyOne = <Value extends string>(
  seen: ReadonlySet<string | undefined>,
  one: Value,
  other: Value,
): Value | null => (seen.has(one) === seen.has(other) ? null : seen.has(one) ? one : other)

/** A cell that is nothing but a number. */
const NUMBER = /^[\d\s.,'’\u00a0\u202f]+$/
/** It is a decimal sign where one to six digits but not three stand behind it, and none like it before. */
const DECIMALS = /^[^.,]*([.,])(?:\d{1,2}|\d{4,6})$/
/** Thousands: the sign between them is not that of decimals. */
const THOUSANDS = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/

function provenDecimal(cell: string): ',' | '.' | undefined {
  const text = cell.trim()
  if (!NUMBER.test(text)) return undefined
  const sign = DECIMALS.exec(text)?.[1] ?? mixed(text)
  if (sign === ',' || sign === '.') return sign
  const between = THOUSANDS.exec(text)?.[1]
  return between === undefined ? undefined : between === ',' ? '.' : ','
}

/** "1.234,5" and "1,234.567": of two signs the last is that of decimals. */
const mixed = (text: string): string | undefined =>
  text.includes(',') && text.includes('.')
    ? text[Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))]
    : undefined

/** A cell as a person types it for its field; or that it can be read two ways. */
export type InWords = { ok: true; text: string } | { ok: false; why: 'ambiguousDate' | 'ambiguousNumber' }

/** A cell of a column as its reader takes it. What is neither a number nor a day by its looks stays as it is. */
export function inWords(key: ColumnKey, cell: string, formats: Formats): InWords {
  const type = typeOfColumn(key)
  if (type === 'date') return dayInWords(cell.trim(), formats)
  if (type === 'amount' || type === 'number') return numberInWords(cell.trim(), type, formats)
  if (type === 'count') return { ok: true, text: wholeInWords(cell.trim()) }
  return { ok: true, text: cell }
}

/** People come whole; some programs write "300,0". What is grouped is left to the reader: "19.000" is nineteen thousand. */
const wholeInWords = (text: string): string =>
  /^[1-9]\d{0,2}[.,]000$/.test(text) ? text : text.replace(/^(\d+)[.,]0+$/, '$1')

function dayInWords(text: string, { slashed }: Formats): InWords {
  if (text === '') return { ok: true, text }
  const form = dateFormOf(text)
  if (form === 'day-or-month' && slashed === null) return { ok: false, why: 'ambiguousDate' }
  const format = form === 'day-or-month' ? slashed : (form ?? (couldBeSerial(text) ? 'serial' : null))
  const read = readDateAs(text, format)
  return { ok: true, text: 'value' in read && typeof read.value === 'string' ? read.value : text }
}

const THREE_BEHIND = /^\d{1,3}([.,])\d{3}$/

function numberInWords(text: string, type: 'amount' | 'number', formats: Formats): InWords {
  if (!NUMBER.test(text)) return { ok: true, text }
  const sign = THREE_BEHIND.exec(text)?.[1]
  const decimal = decimalOf(text, sign, type, formats)
  if (decimal === null) return { ok: false, why: 'ambiguousNumber' }
  const read = readWritten(text, decimal)
  if (!read) return { ok: true, text }
  // Kronor have öre at most; "12,345" would be thousands to the reader, and "12,3450" is not.
  if (type === 'amount') return { ok: true, text: written(read.value, read.decimals > 0 ? 2 : 0) }
  return { ok: true, text: written(read.value, read.decimals === 3 ? 4 : Math.min(read.decimals, 6)) }
}

const written = (value: number, decimals: number) => value.toFixed(decimals).replace('.', ',')

/** The decimal sign that a number is written with; null where nobody can tell. `sign`: one with three digits behind it. */
function decimalOf(
  text: string,
  sign: string | undefined,
  type: 'amount' | 'number',
  { decimal, isWorkbook }: Formats,
): ',' | '.' | null {
  const own = provenDecimal(text)
  if (own) return own
  if (sign === undefined) return decimal ?? ','
  if (decimal !== null) return decimal
  if (isWorkbook && sign === '.' && type === 'number') return '.'
  // Kronor have no three decimals: in a text it is thousands, whichever sign. In a workbook a number may be worked out.
  if (type === 'amount' && !isWorkbook) return sign === ',' ? '.' : ','
  return null
}
