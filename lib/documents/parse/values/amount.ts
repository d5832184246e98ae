import type { Meaning } from '../reading.ts'
import { matchesOf } from './matches.ts'

export const QUALIFIERS = 'ca\\.?|cirka|omkring|ungefär|drygt|knappt|nästan|minst|högst|max|upp till|närmare'
// Groups and digits are bounded, so that a page of nothing but digits is still read in linear time.
const DIGITS = "\\d{1,3}(?:[ .'’]\\d{3}){1,4}(?!\\d)|\\d{1,3}(?:,\\d{3}){2,4}(?!\\d)|\\d{1,15}(?!\\d)"
const UNITS = 'miljoner|miljon|miljarder|miljard|mkr|mnkr|msek|milj\\.?|mdkr|mdr|tkr|kkr|tsek|tusen'
const CURRENCY = 'svenska kronor|kronor|kr|sek|:-|,-'

/**
 * An amount of Swedish money as it is written in the sources: "8 225 159 kronor", "17,1 miljoner kronor",
 * "6 862 128 SEK", "450 tkr". In running text a unit or a currency tells it from other numbers; a field may hold
 * bare digits. Groups: digits, decimals, unit. A qualifier is looked for before the digits, so that a search can
 * skip from digit to digit.
 */
const NOT_KRONOR = '(?! ?(?:euro|eur|€|dollar|usd|människor|personer|invånare))'
const AMOUNT = `(?<![\\d.,/])(${DIGITS})(?:([.,]\\d{1,6})(?!\\d))?`
const LOOSE = new RegExp(
  `^(?:(?:${QUALIFIERS}) )?(?:sek ?|kr ?)?${AMOUNT}(?: ?(${UNITS})(?![a-zåäö])${NOT_KRONOR})?(?: ?(?:${CURRENCY})(?![a-zåäö]))?`,
  'iu',
)
const MARKED = new RegExp(
  `${AMOUNT} ?(?:(${UNITS})(?![a-zåäö])${NOT_KRONOR}(?: ?(?:${CURRENCY})(?![a-zåäö]))?|()(?:${CURRENCY})(?![a-zåäö]))`,
  'giu',
)
const QUALIFIER_BEFORE = new RegExp(`(?<![a-zåäö])(${QUALIFIERS}) (?:(?:sek|kr) ?)?$`, 'i')

const RANGE_BEFORE = /(?:^|[ (])\d{1,3}(?:,\d)? ?(?:[-–—]|till|och) ?$/

/** Kronor in one of each unit. */
const UNIT_SIZE: [RegExp, number][] = [
  [/^(miljard|mdkr|mdr)/i, 1_000_000_000],
  [/^(miljon|mkr|mnkr|msek|milj)/i, 1_000_000],
  [/^(tkr|kkr|tsek|tusen)/i, 1_000],
]

export type FoundAmount = {
  /** Kronor, whole ones unless öre are kept. */
  value: number
  /** The step to which the source rounded, in kronor; 1 is exact. */
  precision: number
  qualifier?: string
  /** Where in the text the amount stands, its currency included, its qualifier not. */
  start: number
  end: number
}

/**
 * Reads a field that holds one amount of money: whole kronor with the rounding of the source. `keepsOre`: what is written
 * with öre ("1 234,50") keeps them. A trailing remark in parentheses is allowed and not part of the amount.
 */
export function readAmount(text: string, { keepsOre = false } = {}): Meaning<number> {
  const match = LOOSE.exec(text)
  const found = match && toAmount(match, keepsOre)
  const rest = match ? text.slice(match[0].length).trim() : text
  if (!found || (rest !== '' && rest !== '.' && !/^[.,;]? ?\([^)]*\)\.?$/.test(rest)))
    return { problem: NOT_MONEY }
  const { value, precision, qualifier } = found
  return { value, precision, ...(qualifier && { qualifier }) }
}

const NOT_MONEY = {
  sv: 'Här borde stå ett belopp i kronor, men det går inte att läsa som ett.',
  en: 'An amount in kronor should stand here, but this cannot be read as one.',
}

/** The amounts in a running text, in order: numbers with a unit or a currency beside them. */
export function findAmounts(text: string): readonly FoundAmount[] {
  // Several readers look at the same line one after the other; only the first has to search.
  if (text !== latest.text)
    latest = { text, amounts: matchesOf(MARKED, text).flatMap((match) => toAmount(match) ?? []) }
  return latest.amounts
}
let latest: { text: string; amounts: readonly FoundAmount[] } = { text: '', amounts: [] }

function toAmount(match: RegExpExecArray, keepsOre = false): FoundAmount | undefined {
  const [whole, digits = '', decimals = '', unit = ''] = match
  const size = unit ? (UNIT_SIZE.find(([name]) => name.test(unit))?.[1] ?? 1) : 1
  const fraction = decimals.slice(1)
  // A bare "1,5" or "12,345" may count anything; öre have two digits.
  if (!unit && fraction !== '' && fraction.length !== 2) return undefined
  // "9.956 miljoner" is nine million to some and nine thousand million to others.
  if (size >= 1_000_000 && /^\d{1,3}\.\d{3}$/.test(digits)) return undefined
  const places = 10 ** fraction.length
  // Digits are joined before they are scaled, so that 17,1 million never becomes 17 100 000.000000002.
  const exact = (Number(digits.replace(/\D/g, '') + fraction) * size) / places
  const value = keepsOre && !unit ? exact : Math.round(exact)
  if (!Number.isSafeInteger(Math.round(value * (keepsOre ? 100 : 1)))) return undefined
  const start = match.index + whole.indexOf(digits)
  const end = match.index + whole.trimEnd().length
  // "10–12 miljoner" is no single sum.
  if (RANGE_BEFORE.test(match.input.slice(Math.max(0, start - 14), start))) return undefined
  const qualifier = QUALIFIER_BEFORE.exec(match.input.slice(Math.max(0, start - 16), start))?.[1]
  return { value, precision: Math.max(1, size / places), ...(qualifier && { qualifier }), start, end }
}

/** Whether two amounts are the same sum, one or both of them rounded: up, down or to the nearest step. */
export function agree(
  a: { value: number; precision?: number },
  b: { value: number; precision?: number },
): boolean {
  return Math.abs(a.value - b.value) < Math.max(a.precision ?? 1, b.precision ?? 1, 1)
}
