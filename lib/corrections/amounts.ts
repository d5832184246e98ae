import type { Sentence } from '../documents/parse/reading.ts'
import { readAmount } from '../documents/parse/values/amount.ts'
import { ok, problem, type Result } from '../result.ts'
import { numberInSwedish } from './english.ts'

/** Steps in kronor to which a source may round. */
export const ROUNDINGS = [1, 1_000, 10_000, 100_000, 1_000_000]

/** What kind of amount an entry has; lib/i18n names them under `amountKind`. */
export const AMOUNT_KINDS = ['APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED'] as const

/** More than all the funds together have for Sweden in a period. Kronor. */
const MOST = 100_000_000_000

type Amount = { value: number; precision: number; qualifier: string | null }

/**
 * An amount as people and sources write it, in whole kronor: "1 234 567 kr", "9,9 miljoner". `rounding`: the step that it
 * is rounded to; empty is as it is written, so that "9,9 miljoner" is rounded to 100 000. `keepsOre`: in kronor with the
 * öre that are written. Pure.
 */
export function readTypedAmount(
  text: string,
  rounding: string,
  { keepsOre = false } = {},
): Result<Amount, Sentence> {
  if (/^[-−–]\s*\d/.test(text)) return problem(NEGATIVE)
  const read = readAmount(numberInSwedish(text), { keepsOre })
  if ('problem' in read) return problem(read.problem)
  const value = read.value ?? 0
  if (value > MOST) return problem(TOO_MUCH)
  const precision = rounding === '' ? (read.precision ?? 1) : Number(rounding)
  if (!Number.isInteger(precision) || precision < 1 || precision > 1_000_000_000) return problem(NO_STEP)
  return ok({ value, precision, qualifier: read.qualifier ?? null })
}

const NEGATIVE: Sentence = {
  sv: 'Ett belopp kan inte vara mindre än noll.',
  en: 'An amount cannot be less than zero.',
}
const TOO_MUCH: Sentence = {
  sv: 'Beloppet är över 100 miljarder kronor: mer än fonderna har. Se efter om det är kronor och inte tusental.',
  en: 'The amount is over 100 billion kronor: more than the funds have. See whether it is kronor and not thousands.',
}
const NO_STEP: Sentence = {
  sv: 'Avrundningen går inte att läsa: välj en i listan.',
  en: 'The rounding cannot be read: choose one in the list.',
}

/** Words by which a rounded amount tells its step, and how many kronor are in one. */
const UNITS: [string, number, number][] = [
  ['miljoner', 1_000_000, 6],
  ['tkr', 1_000, 3],
]

/** An amount as text, and a rounding where the text does not tell it; `readTypedAmount` reads both back. Pure. */
export function amountText({ value, precision, qualifier }: Amount): { text: string; rounding: string } {
  const about = (digits: string) => (qualifier ? `${qualifier} ${digits}` : digits)
  const written = precision > 1 ? inUnits(value, precision) : null
  if (written) {
    const read = readTypedAmount(written, '')
    if (read.ok && read.value.value === value && read.value.precision === precision)
      return { text: about(written), rounding: '' }
  }
  return { text: about(inGroups(value)), rounding: precision > 1 ? String(precision) : '' }
}

function inUnits(value: number, precision: number): string | null {
  const unit = precision >= 10_000 ? UNITS[0] : UNITS[1]
  if (!unit || value % precision !== 0) return null
  const decimals = Math.max(0, Math.round(unit[2] - Math.log10(precision)))
  return `${(value / unit[1]).toFixed(decimals).replace('.', ',')} ${unit[0]}`
}

function inGroups(value: number): string {
  const [kronor = '', ore] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.')
  const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, ' ')
  return ore === undefined ? grouped : `${grouped},${ore}`
}
