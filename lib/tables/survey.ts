import type { Sentence } from '../documents/parse/reading.ts'
import { couldBeSerial, type DateForm, dateFormOf } from './dates.ts'
import { headerKeys, targetOfHeader } from './header-words.ts'
import { currencyIn, unitIn, withoutCurrency } from './money.ts'
import { decimalSignOf, isWrittenNumber } from './numbers.ts'
import type { ColumnFormat, Currency, DateFormat, TableSettings } from './schema.ts'
import type { Column, Guess } from './types.ts'

const MOST_EXAMPLES = 5
const LONGEST_EXAMPLE = 200
/** Longer texts are prose: neither dates nor amounts. */
const LONGEST_VALUE = 40
/** After so many values only a column whose dates could be read both ways is looked at further. */
const MOST_VALUES = 5000

/** What the values of one column look like, counted while rows go by. */
export class ColumnSurvey {
  readonly header: string
  filled = 0
  readonly examples: string[] = []
  private looked = 0
  private numbers = 0
  private serials = 0
  private readonly dates = new Map<DateForm, number>()
  private readonly decimals = new Map<',' | '.' | 'both', number>()
  private readonly currencies = new Map<Currency, number>()

  constructor(header: string) {
    this.header = header
  }

  add(cell: string): void {
    if (cell === '') return
    this.filled++
    if (this.looked >= MOST_VALUES && !this.isUndecided()) return
    const text = cell.trim()
    if (text === '') return
    if (this.examples.length < MOST_EXAMPLES)
      this.examples.push(text.slice(0, LONGEST_EXAMPLE).toWellFormed())
    this.looked++
    if (text.length <= LONGEST_VALUE && /\d/.test(text)) this.addValue(text)
  }

  private isUndecided(): boolean {
    return this.dates.has('day-or-month') && !this.dates.has('dd/MM/yyyy') && !this.dates.has('MM/dd/yyyy')
  }

  private addValue(text: string): void {
    const form = dateFormOf(text)
    if (form) count(this.dates, form)
    if (couldBeSerial(text)) this.serials++
    const { digits, currency } = withoutCurrency(text)
    if (currency) count(this.currencies, currency)
    const number = digits.replace(/ ?%$/, '')
    if (!isWrittenNumber(number)) return
    this.numbers++
    const sign = decimalSignOf(number)
    if (sign) count(this.decimals, sign)
  }

  /** The column as it seems to be; `kind` tells whether numbers were written by a program or by hand. */
  finish(number: number, key: string, kind: TableSettings['kind']): Column {
    const reasons: Guess<keyof ColumnFormat>[] = []
    const note = <Value>(part: keyof ColumnFormat, guess: Guess<Value> | undefined): Value | null => {
      if (guess) reasons.push({ value: part, certain: guess.certain, reason: guess.reason })
      return guess?.value ?? null
    }
    const format: ColumnFormat = {
      date: note('date', this.dateFormat()),
      decimal: note('decimal', this.decimalSign(kind)),
      unit: note('unit', unitGuess(this.header)) ?? 1,
      currency: note('currency', this.currency()),
    }
    const { header, examples, filled } = this
    return { number, header, key, format, reasons, examples, filled }
  }

  private dateFormat(): Guess<DateFormat> | undefined {
    const total = sumOf(this.dates)
    if (total > 0 && total >= this.looked * 0.5) return this.writtenDateFormat()
    const isDate =
      /^(?:start|end)Date$/.test(targetOfHeader(this.header) ?? '') || /datum|date/i.test(this.header)
    if (this.serials === 0 || this.serials < this.looked * 0.9 || !isDate) return undefined
    return { value: 'serial', certain: true, reason: SERIALS }
  }

  private writtenDateFormat(): Guess<DateFormat> {
    const [day, month] = [this.dates.get('dd/MM/yyyy') ?? 0, this.dates.get('MM/dd/yyyy') ?? 0]
    if (day > 0 && month > 0)
      return { value: day >= month ? 'dd/MM/yyyy' : 'MM/dd/yyyy', certain: false, reason: MIXED }
    if (day > 0) return { value: 'dd/MM/yyyy', certain: true, reason: DAY_FIRST }
    if (month > 0) return { value: 'MM/dd/yyyy', certain: true, reason: MONTH_FIRST }
    const most = mostFrequent(this.dates)
    if (most === 'day-or-month') return { value: 'dd/MM/yyyy', certain: false, reason: EITHER }
    return { value: most as DateFormat, certain: true, reason: WRITTEN }
  }

  private decimalSign(kind: TableSettings['kind']): Guess<',' | '.'> | undefined {
    if (this.numbers === 0 || this.numbers < this.looked * 0.5) return undefined
    const [comma, dot] = [this.decimals.get(',') ?? 0, this.decimals.get('.') ?? 0]
    if (comma !== dot)
      return { value: comma > dot ? ',' : '.', certain: Math.min(comma, dot) === 0, reason: PROVEN }
    // Programs write numbers with a dot and without groups.
    if (kind !== 'delimited') return { value: '.', certain: true, reason: BY_PROGRAM }
    return this.groupSign()
  }

  /** Only numbers like "1.234" or "1,234": three digits after the sign are thousands in lists of money. */
  private groupSign(): Guess<',' | '.'> | undefined {
    if (!this.decimals.has('both')) return { value: ',', certain: true, reason: WHOLE }
    const isDot = this.examples.some((example) => /\d\.\d{3}/.test(example))
    return { value: isDot ? ',' : '.', certain: false, reason: THOUSANDS }
  }

  private currency(): Guess<Currency> | undefined {
    const inHeader = currencyIn(this.header)
    if (inHeader) return { value: inHeader, certain: true, reason: IN_HEADER }
    const inCells = mostFrequent(this.currencies)
    return inCells ? { value: inCells, certain: this.currencies.size === 1, reason: IN_CELLS } : undefined
  }
}

const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)
const sumOf = (counts: Map<unknown, number>): number =>
  [...counts.values()].reduce((sum, value) => sum + value, 0)
const mostFrequent = <Key>(counts: Map<Key, number>): Key | undefined =>
  [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]

function unitGuess(header: string): Guess<1 | 1000 | 1_000_000> | undefined {
  const value = unitIn(header)
  return value === 1 ? undefined : { value, certain: true, reason: IN_HEADER }
}

/** One survey for each header. */
export const newSurveys = (headers: string[]): ColumnSurvey[] =>
  headers.map((header) => new ColumnSurvey(header))

/** The columns of a table when all its rows have gone by. */
export function surveyedColumns(surveys: ColumnSurvey[], kind: TableSettings['kind']): Column[] {
  const keys = headerKeys(surveys.map(({ header }) => header))
  return surveys.map((survey, index) => survey.finish(index + 1, keys[index] ?? `#${index + 1}`, kind))
}

const says = (sv: string, en: string): Sentence => ({ sv, en })
const DAY_FIRST = says(
  'Ett datum har en dag efter den tolfte som första tal.',
  'A date has a day after the twelfth as its first number.',
)
const MONTH_FIRST = says(
  'Ett datum har en dag efter den tolfte som andra tal.',
  'A date has a day after the twelfth as its second number.',
)
const MIXED = says(
  'Kolumnen har datum med dagen först och datum med månaden först.',
  'The column has dates with the day first and dates with the month first.',
)
const EITHER = says(
  'Datumen kan läsas både med dagen och med månaden först; dagen först antas.',
  'The dates can be read with the day or the month first; the day is assumed.',
)
const WRITTEN = says('Datumen är skrivna så.', 'The dates are written so.')
const SERIALS = says(
  'Talen är dagar som kalkylprogram räknar dem, och rubriken talar om datum.',
  'The numbers are days as spreadsheets count them, and the header speaks of dates.',
)
const PROVEN = says(
  'Talens decimaler och tusental visar det.',
  "The numbers' decimals and thousands show it.",
)
const BY_PROGRAM = says('Talen är skrivna av ett program.', 'The numbers were written by a program.')
const WHOLE = says('Talen är hela.', 'The numbers are whole.')
const THOUSANDS = says(
  'Tecknet har alltid tre siffror efter sig och antas skilja tusental.',
  'The sign always has three digits after it and is taken to divide thousands.',
)
const IN_HEADER = says('Rubriken säger det.', 'The header says so.')
const IN_CELLS = says('Cellerna säger det.', 'The cells say so.')
