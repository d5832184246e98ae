import { amountText } from '../../corrections/amounts.ts'
import type { TypedValue } from '../../corrections/save.ts'
import { formatDecimal } from '../../format.ts'
import type { Locale } from '../../paths.ts'
import { COST_BASES, type CostBasis } from '../kinds.ts'
import { type ColumnKey, typeOfColumn } from './columns.ts'

// How single cells are written and read. Pure.

/** What would be run as a formula, or could be: also behind apostrophes, so that taking one away gives it back. */
const DANGEROUS = /^'*[\s\p{Cc}\p{Cf}]{0,20}[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*\p{Cc}/u

/** A text as a cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export const harmless = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text)

/** A cell as it was before `harmless`. */
export const unharmed = (cell: string): string =>
  cell.startsWith("'") && DANGEROUS.test(cell) ? cell.slice(1) : cell

const BASES: Record<CostBasis, { sv: string; en: string }> = {
  reported: { sv: 'redovisade', en: 'reported' },
  approved: { sv: 'godkända', en: 'approved' },
}
export const basisText = (basis: CostBasis, locale: Locale): string => BASES[basis][locale]

/** "Godkända", "godkänd", "Approved by the authority"; undefined for anything else. */
export function basisOf(cell: string): CostBasis | undefined {
  const word = cell.trim().toLowerCase()
  return COST_BASES.find(
    (basis) => word === basis || BASES_BEGIN[basis].some((beginning) => word.startsWith(beginning)),
  )
}
const BASES_BEGIN: Record<CostBasis, string[]> = {
  reported: ['redovisad', 'reported'],
  approved: ['godkän', 'approved'],
}

/** Words before a number that say the same. */
const SAME_WORDS: Record<string, string> = {
  ca: 'cirka',
  'ca.': 'cirka',
  omkring: 'cirka',
  ungefär: 'cirka',
  närmare: 'nästan',
  max: 'högst',
}
const ENGLISH: Record<string, string> = {
  cirka: 'about',
  drygt: 'just over',
  knappt: 'just under',
  nästan: 'nearly',
  minst: 'at least',
  högst: 'at most',
  'upp till': 'up to',
}

/** The word before a number, one for all that say the same. */
export function sameQualifier(qualifier: string | null): string | null {
  const word = qualifier?.toLowerCase() ?? null
  return word === null ? null : (SAME_WORDS[word] ?? word)
}

/** A number that is not exact as a person writes it: "drygt 300", "9,9 miljoner", "just over 9.9 million". */
export function aboutText(
  key: ColumnKey,
  { value, precision, qualifier }: Pick<TypedValue, 'precision' | 'qualifier'> & { value: number },
  locale: Locale,
): string {
  const word = sameQualifier(qualifier)
  const number =
    typeOfColumn(key) === 'amount'
      ? amountText({ value, precision: precision ?? 1, qualifier: null }).text
      : formatDecimal('sv', value).replaceAll('\u00a0', ' ')
  if (locale === 'sv') return word === null ? number : `${word} ${number}`
  const english = inEnglish(number)
  return word === null ? english : `${ENGLISH[word] ?? word} ${english}`
}

const inEnglish = (number: string): string =>
  number
    .replace(',', '.')
    .replace(' miljoner', ' million')
    .replace(' tkr', ' thousand')
    .replace(/(?<=\d) (?=\d{3})/g, ',')
