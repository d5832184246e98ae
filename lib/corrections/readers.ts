import type { Reader, Sentence } from '../documents/parse/reading.ts'
import { readCount } from '../documents/parse/values/count.ts'
import { readDate } from '../documents/parse/values/date.ts'
import type { StoredValue } from '../projects/shown.ts'
import { ok, problem, type Result } from '../result.ts'
import { AMOUNT_KINDS, readTypedAmount } from './amounts.ts'
import { dateInSwedish, numberInSwedish } from './english.ts'
import type { TypedValue } from './save.ts'

// What each kind of value is read by, as a person types it: by the rules that sources are read by. Pure.

/** What stands in a form for one field. */
export type TypedText = {
  text: string
  /** An entry's kind of amount; whether partners are a list or prose. Empty for other fields. */
  kind: string
  /** Of amounts: the step in kronor; empty is as the text has it. */
  rounding: string
}

export type Read = Result<TypedValue, Sentence>
export type FieldReader = (typed: TypedText) => Read

export const NOTHING: Sentence = {
  sv: 'Rutan är tom. Välj ”Källan säger det inte” om det inte finns någon uppgift.',
  en: 'The box is empty. Choose “The source does not say” if there is no such value.',
}

export const plain = (value: StoredValue): TypedValue => ({
  value,
  code: null,
  precision: null,
  qualifier: null,
})
export const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A field that one of the parser's readers reads. */
export const by =
  (reader: Reader<StoredValue>): FieldReader =>
  ({ text }) => {
    const read = reader(folded(text))
    if ('problem' in read) return problem(read.problem)
    return ok({ ...plain(read.value), code: read.code ?? null, qualifier: read.qualifier ?? null })
  }

/** Words, up to a number of characters. */
export const words =
  (most: number): FieldReader =>
  ({ text }) => {
    const line = folded(text)
    return line.length > most ? problem(tooLong(most)) : ok(plain(line))
  }

export const tooLong = (most: number): Sentence => ({
  sv: `Texten är för lång: högst ${most} tecken.`,
  en: `The text is too long: ${most} characters at most.`,
})

/** An amount; a project's have no kind, an entry's keep theirs. */
export const amount: FieldReader = ({ text, rounding, kind }) => {
  const read = readTypedAmount(folded(text), rounding)
  if (!read.ok) return read
  const code = AMOUNT_KINDS.find((one) => one === kind) ?? null
  return ok({ ...read.value, code })
}

export const plainAmount: FieldReader = (typed) => amount({ ...typed, kind: '' })

/** An amount of a follow-up, to the öre: parts that are each rounded to kronor would not make their whole. */
export const amountWithOre: FieldReader = ({ text, rounding }) => {
  const read = readTypedAmount(folded(text), rounding, { keepsOre: true })
  return read.ok ? ok({ ...read.value, code: null }) : read
}

/** More people than live in Sweden. */
const MOST_PEOPLE = 10_000_000

export const count: FieldReader = (typed) => {
  const text = folded(numberInSwedish(typed.text))
  if (/^[-−–]\s*\d/.test(text)) return problem(FEWER_THAN_NONE)
  if (/^\d+[.,]\d{1,2}$/.test(text)) return problem(NOT_WHOLE)
  const read = by(readCount)({ ...typed, text })
  return read.ok && typeof read.value.value === 'number' && read.value.value > MOST_PEOPLE
    ? problem(TOO_MANY)
    : read
}
const FEWER_THAN_NONE: Sentence = {
  sv: 'Ett antal kan inte vara mindre än noll.',
  en: 'A number of people cannot be less than zero.',
}
const NOT_WHOLE: Sentence = {
  sv: 'Antalet ska vara ett heltal, som 300.',
  en: 'The number has to be a whole one, like 300.',
}
const TOO_MANY: Sentence = {
  sv: 'Så många bor inte i Sverige. Kontrollera antalet.',
  en: 'Not so many people live in Sweden. Check the number.',
}

/** The structural funds came to Sweden in 1995. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100]

export const date: FieldReader = (typed) => {
  const text = folded(dateInSwedish(typed.text))
  const read = by(readDate)({ ...typed, text })
  if (!read.ok)
    return /^\d{4}[-/.]?\d{1,2}[-/.]?\d{1,2}$|^\d{1,2} \p{L}+ \d{4}$/u.test(text)
      ? problem(NO_SUCH_DAY)
      : problem(NO_DATE)
  const year = Number(String(read.value.value).slice(0, 4))
  return year < FIRST_YEAR || year > LAST_YEAR ? problem(FAR_AWAY) : read
}
const NO_SUCH_DAY: Sentence = {
  sv: 'Den dagen finns inte i kalendern. Skriv datumet som 2020-03-19 eller 19 mars 2020.',
  en: 'No calendar has that day. Write the date like 2020-03-19 or 19 March 2020.',
}
const NO_DATE: Sentence = {
  sv: 'Det går inte att läsa som ett datum. Skriv det som 2020-03-19 eller 19 mars 2020.',
  en: 'This cannot be read as a date. Write it like 2020-03-19 or 19 March 2020.',
}
const FAR_AWAY: Sentence = {
  sv: `Året ska ligga mellan ${FIRST_YEAR} och ${LAST_YEAR}.`,
  en: `The year has to be between ${FIRST_YEAR} and ${LAST_YEAR}.`,
}
