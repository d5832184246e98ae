import { numberInSwedish } from '../corrections/english.ts'
import { evidenceText, readEvidence } from '../corrections/evidence.ts'
import { privateInProse } from '../corrections/private.ts'
import {
  amountWithOre,
  by,
  count,
  date,
  type FieldReader,
  folded,
  NOTHING,
  plain,
  type Read,
  type TypedText,
  tooLong,
  words,
} from '../corrections/readers.ts'
import type { Meaning, Sentence } from '../documents/parse/reading.ts'
import { ok, problem } from '../result.ts'
import { type PlainField, plainFieldOf, typeOfFollowUpField } from './fields.ts'
import { indicatorOf } from './indicators.ts'
import { COST_BASES, DOCUMENT_TYPES, EVENT_TYPES } from './kinds.ts'

/**
 * What a person typed for a field of a follow-up: an amount in kronor and öre, a number of people, a number of an indicator's own
 * unit with six decimals at most, an ISO day, a code of its list, words. Undefined for what is no field. Pure.
 */
export function readFollowUpField(field: string, typed: TypedText): Read | undefined {
  const type = typeOfFollowUpField(field)
  if (!type) return undefined
  if (type === 'amount') return amountWithOre(typed)
  if (type === 'count') return count(typed)
  if (type === 'number') return number(typed)
  if (type === 'date') return date(typed)
  const plain = plainFieldOf(field)
  return plain && WORDS[plain]?.(typed)
}

const NUMBER =
  /^(?:(ca\.?|cirka|drygt|minst|omkring|upp till|knappt) )?(\d{1,3}(?: \d{3})+|\d{1,15})(?:,(\d{1,6}))?$/i

/** Thousands to who writes in English, decimals to a Swede. */
const EITHER = /^(?:\D* )?\d{1,3},\d{3}$/

const number: FieldReader = (typed) => {
  if (EITHER.test(folded(typed.text))) return problem(TWO_WAYS)
  const text = folded(numberInSwedish(typed.text))
  // One dot with decimals after it is a decimal point to who types it: an indicator has no thousands by dots.
  return by(readNumber)({ ...typed, text: text.replace(/^(\S* ?\d+)\.(\d{1,6})$/, '$1,$2') })
}

function readNumber(text: string): Meaning<number> {
  const [, qualifier, whole = '', decimals = ''] = NUMBER.exec(text) ?? []
  const value = Number(`${whole.replaceAll(' ', '')}.${decimals || 0}`)
  if (whole === '' || value > Number.MAX_SAFE_INTEGER / 1e6) return { problem: NO_NUMBER }
  return { value, ...(qualifier && { qualifier }) }
}
const TWO_WAYS: Sentence = {
  sv: 'Det kan läsas på två sätt. Skriv tusental med mellanrum, som 1 250, och decimaler med en nolla till, som 1,2500.',
  en: 'This can be read in two ways. Write thousands with a space, like 1 250, and decimals with one more nought, like 1.2500.',
}
const NO_NUMBER: Sentence = {
  sv: 'Det går inte att läsa som ett tal. Skriv det som 1 250 eller 12,5, utan enhet.',
  en: 'This cannot be read as a number. Write it like 1 250 or 12.5, without the unit.',
}

const oneOf =
  (list: readonly string[]): FieldReader =>
  ({ text }) => {
    const chosen = list.find((one) => one === folded(text))
    return chosen ? ok(plain(chosen)) : problem(NOT_ON_THE_LIST)
  }
const NOT_ON_THE_LIST: Sentence = {
  sv: 'Det finns inte i listan. Välj ett av alternativen.',
  en: 'This is not on the list. Choose one of its entries.',
}

const indicator: FieldReader = ({ text }) => {
  const found = indicatorOf(text)
  return found ? ok(plain(found.code)) : problem(NO_INDICATOR)
}
const NO_INDICATOR: Sentence = {
  sv: 'Det är ingen av ESF:s gemensamma indikatorer, som CO01 eller EECO01. En egen indikator har ett namn i stället.',
  en: 'This is none of the common indicators of the ESF, like CO01 or EECO01. One of the project’s own has a name instead.',
}

/** Pages lead to it: it is a web address, or a document of the registry. */
const address: FieldReader = ({ text }) => {
  const read = readEvidence(text)
  return read.ok && read.value ? ok(plain(evidenceText(read.value))) : read.ok ? problem(NOTHING) : read
}

/** Running text keeps its lines, and introduces nobody. */
const text =
  (most: number): FieldReader =>
  ({ text }) => {
    if (text.trim().length > most) return problem(tooLong(most))
    const introduces = privateInProse(text)
    return introduces ? problem(introduces) : ok(plain(text.trim()))
  }

/** Longest that is kept of words, in characters: forms say the same. */
export const LONGEST_WORDS = {
  comment: 2000,
  sourceUrl: 2000,
  sourcePage: 300,
  sourceWords: 600,
  achieved: 4000,
  notAchieved: 4000,
  livesOn: 4000,
  text: 2000,
  decision: 300,
  title: 300,
  author: 200,
  group: 120,
  name: 200,
  unit: 300,
  period: 300,
} as const satisfies Partial<Record<PlainField, number>>

const WORDS: Partial<Record<PlainField, FieldReader>> = {
  comment: text(LONGEST_WORDS.comment),
  sourceUrl: address,
  sourcePage: words(LONGEST_WORDS.sourcePage),
  sourceWords: text(LONGEST_WORDS.sourceWords),
  basis: oneOf(COST_BASES),
  achieved: text(LONGEST_WORDS.achieved),
  notAchieved: text(LONGEST_WORDS.notAchieved),
  livesOn: text(LONGEST_WORDS.livesOn),
  event: oneOf(EVENT_TYPES),
  text: text(LONGEST_WORDS.text),
  decision: words(LONGEST_WORDS.decision),
  documentType: oneOf(DOCUMENT_TYPES),
  title: words(LONGEST_WORDS.title),
  author: words(LONGEST_WORDS.author),
  group: words(LONGEST_WORDS.group),
  code: indicator,
  name: words(LONGEST_WORDS.name),
  unit: words(LONGEST_WORDS.unit),
  period: words(LONGEST_WORDS.period),
}
