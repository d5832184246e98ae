import type { Locale } from './paths.ts'

// Groups of digits are parted by no-break spaces in Swedish, and a number and its unit never part.
const FIXED = '\u00a0'
const EN_DASH = '\u2013'

/** A whole number with its digits in groups: 89 656 565, and 89,656,565 in English. */
export function formatNumber(locale: Locale, value: number): string {
  const digits = Math.abs(Math.round(value)).toString()
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, locale === 'sv' ? FIXED : ',')
  return value < 0 && digits !== '0' ? `\u2212${grouped}` : grouped
}

/** How exact an amount is: the step in kronor that the source rounded to, and the word that it put before it. */
export type Rounding = { precision?: number | null; qualifier?: string | null }

/** An amount: whole kronor where it is exact, with öre where it has any, "cirka 9,9 miljoner kr" where the source rounded. */
export function formatKronor(
  locale: Locale,
  kronor: number,
  { precision, qualifier }: Rounding = {},
): string {
  const step = precision ?? 1
  const amount = step >= 10_000 ? inMillions(locale, kronor, decimalsOf(step)) : inKronor(locale, kronor)
  const about = qualifier ?? (step > 1 ? 'cirka' : null)
  return about ? `${qualifierIn(locale, about)}${FIXED}${amount}` : amount
}

function inKronor(locale: Locale, kronor: number): string {
  const amount = Number.isInteger(kronor) ? formatNumber(locale, kronor) : decimal(locale, kronor, 2)
  return locale === 'sv' ? `${amount}${FIXED}kr` : `SEK${FIXED}${amount}`
}

/** A step of 100 000 kronor shows one decimal of a million. */
const decimalsOf = (step: number) => Math.max(0, 6 - Math.round(Math.log10(step)))

function inMillions(locale: Locale, kronor: number, decimals: number): string {
  const millions = decimal(locale, kronor / 1_000_000, decimals)
  if (locale === 'en') return `SEK${FIXED}${millions}${FIXED}million`
  return `${millions}${FIXED}${millions === '1' ? 'miljon' : 'miljoner'}${FIXED}kr`
}

/** A sum for reading at a glance: 1,2 miljarder kr, 354 miljoner kr. The exact one stands beside it. */
export function formatLargeKronor(locale: Locale, kronor: number): string {
  if (kronor < 1_000_000) return inKronor(locale, kronor)
  if (kronor < 999_500_000) return inMillions(locale, kronor, kronor < 9_950_000 ? 1 : 0)
  const billions = decimal(locale, kronor / 1_000_000_000, 2)
  return locale === 'sv' ? `${billions}${FIXED}miljarder${FIXED}kr` : `SEK${FIXED}${billions}${FIXED}billion`
}

function decimal(locale: Locale, value: number, decimals: number): string {
  const [whole = '0', part] = value.toFixed(decimals).split('.')
  const grouped = formatNumber(locale, Number(whole))
  return part ? `${grouped}${locale === 'sv' ? ',' : '.'}${part}` : grouped
}

const ENGLISH_QUALIFIERS: Record<string, string> = {
  drygt: 'just over',
  knappt: 'just under',
  nästan: 'nearly',
  närmare: 'nearly',
  minst: 'at least',
  högst: 'at most',
  max: 'at most',
  'upp till': 'up to',
}

/** "ca" and its like are one word here; what else the source puts before a number is kept, or translated. */
function qualifierIn(locale: Locale, qualifier: string): string {
  const word = qualifier.toLowerCase().replace(/\.$/, '')
  const isAbout = ['ca', 'cirka', 'omkring', 'ungefär'].includes(word)
  if (locale === 'sv') return isAbout ? 'cirka' : word
  return isAbout ? 'about' : (ENGLISH_QUALIFIERS[word] ?? word)
}

/** A number of people or things, with the source's own "drygt" before it. */
export function formatCount(locale: Locale, count: number, qualifier?: string | null): string {
  const number = formatNumber(locale, count)
  return qualifier ? `${qualifierIn(locale, qualifier)}${FIXED}${number}` : number
}

/** A number of any unit, with the decimals that it has: 12,5. */
export function formatDecimal(locale: Locale, value: number, qualifier?: string | null): string {
  const decimals = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length
  const number = decimal(locale, value, decimals)
  return qualifier ? `${qualifierIn(locale, qualifier)}${FIXED}${number}` : number
}

/** A share: 47 %, and 47% in English; one decimal at most. */
export function formatShare(locale: Locale, share: number): string {
  const percent = Math.round(share * 1000) / 10
  const number = decimal(locale, percent, Number.isInteger(percent) ? 0 : 1)
  return locale === 'sv' ? `${number}${FIXED}%` : `${number}%`
}

const MONTHS: Record<Locale, string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** The day of an ISO date or time: 1 september 2015. What is no such date is returned as it is. */
export function formatDate(locale: Locale, iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  const month = match && MONTHS[locale][Number(match[2]) - 1]
  return match && month ? `${Number(match[3])}${FIXED}${month} ${match[1]}` : iso
}

/** From one day to another; one of them may be missing. */
export function formatPeriod(locale: Locale, start: string | null, end: string | null): string | null {
  if (start && end) return `${formatDate(locale, start)}${FIXED}${EN_DASH}${FIXED}${formatDate(locale, end)}`
  if (start) return `${locale === 'sv' ? 'från' : 'from'} ${formatDate(locale, start)}`
  return end && `${locale === 'sv' ? 'till' : 'until'} ${formatDate(locale, end)}`
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** The ISO day that it is in Sweden at a moment. */
export const dayInSweden = (moment: Date): string => DAY.format(moment)

/** 2014-2020 with the dash of a range. */
export const formatYears = (period: string): string => period.replace('-', EN_DASH)

/** Ten digits as organisation numbers are written: 212000-1124. */
export const formatOrganisationNumber = (number: string): string =>
  number.replace(/^(\d{6})(\d{4})$/, '$1-$2')

/** How large a file is. */
export function formatBytes(locale: Locale, bytes: number): string {
  if (bytes < 1000) return `${bytes}${FIXED}byte`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${decimal(locale, size, size < 10 ? 1 : 0)}${FIXED}${unit}`
}

/** How a text begins that is longer than so many characters; none of them is cut in two. */
export const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text
