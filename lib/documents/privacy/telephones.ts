import type { Place } from '../parse/source.ts'

const SPACE = '[ \\u00A0\\u2007\\u2009\\u202F\\u00AD\\u200B-\\u200D\\u2060]{0,2}'
const GAP = `${SPACE}[-‐‑–−.]?${SPACE}`
const more = (least: number, most: number) => `(?:${GAP}\\d){${least},${most}}`

const NATIONAL = new RegExp(
  `(?:\\(?(?:08|0[1-79]\\d{1,2})\\)?|\\(0\\)${SPACE}(?:8|[1-79]\\d{1,2}))(?:${SPACE}/${SPACE})?${more(4, 8)}`,
  'gu',
)
const INTERNATIONAL = new RegExp(
  `(?:\\+${SPACE}\\d{1,3}|(?<!\\d)00${SPACE}(?:4[4-9]|358)|(?<!\\d|\\d[ .,/-])46(?=${GAP}(?:\\(0\\))?${SPACE}7\\d))(?:${GAP}\\(0\\))?${more(6, 12)}`,
  'gu',
)
const LABELLED = new RegExp(
  '(?<!\\p{L})(?:tel|tfn|telefon(?:nummer|nr)?|mob|mobil(?:telefon|nummer|nr)?|växeln?|fax|sms|smsa|ring|ringa|phone|ankn|anknytning)' +
    `[.:]{0,2}\\s{0,4}(?:\\(?(?:är|på|nr|vx|växel|till)[.:)]{0,2}\\s{1,2}){0,2}(\\+?\\(?\\d${more(1, 12)})`,
  'dgiu',
)
const MOST_DIGITS = 10

/** Every telephone number in a text: with an area code, with a country code, or after a word that announces one. */
export function telephonePlaces(text: string): Place[] {
  const others = [...internationalPlaces(text), ...labelledPlaces(text)]
  return [...others, ...nationalPlaces(text, new Set(others.map(({ end }) => end)))]
}

function nationalPlaces(text: string, ends: Set<number>): Place[] {
  const places: Place[] = []
  NATIONAL.lastIndex = 0
  for (let match = NATIONAL.exec(text); match; match = NATIONAL.exec(text)) {
    const start = match.index
    const number = wholeGroups(text, start, match[0], MOST_DIGITS)
    const end = start + number.length
    const isFound = isNational(number, wordsBefore(text, start, ends), text.slice(end, end + 12))
    if (isFound) {
      places.push({ start, end })
      ends.add(end)
    }
    NATIONAL.lastIndex = isFound ? end : start + 1
  }
  return places
}

/** A number that ends right before is no sign of an amount or a date: "070-123 45 67/08-123 45 67". */
function wordsBefore(text: string, start: number, ends: Set<number>): string {
  const distance = [0, 1, 2, 3].find((gap) => ends.has(start - gap)) ?? 8
  return text.slice(Math.max(0, start - distance), start)
}

/** The number without the groups that are too many, and without one that the pattern broke in two. */
function wholeGroups(text: string, start: number, match: string, most: number): string {
  let number = match
  if (/^\d/.test(text.slice(start + match.length))) number = number.replace(/\d{1,12}$/, '')
  while (digitsIn(number) > most) number = number.replace(/\d{1,12}\D{0,5}$/, '')
  return number.replace(/\D{1,5}$/, '')
}

const digitsIn = (words: string): number => words.replace(/\D/g, '').length

function isNational(number: string, before: string, after: string): boolean {
  const digits = digitsIn(number)
  const least = /^\d{1,20}$/.test(number) ? 9 : 8
  if (digits < least || isUnit(after)) return false
  // A part of a longer number or date: 2019-08-01, 1 050 000.
  if (/\d[-‐‑–−./,:]?$/.test(before) || /(?:19|20)\d{2}\s?[-–./]\s?$/.test(before)) return false
  if (/\d[ \u00A0\u202F]$/.test(before) && ENDS_AN_AMOUNT.test(number)) return false
  return !isOtherNumber(number)
}

/** After a digit and a space: the rest of 1 050 000, of 1 250 050-1 300 000, or of 2019 08 01. */
const ENDS_AN_AMOUNT =
  /^08[ \u00A0]\d\d(?!\d)|^\d{3}[ \u00A0\u202F]\d{3}(?![ \u00A0\u202F]?\d)|^\d{3}[-–]\d{1,3}(?:[ \u00A0\u202F]\d{3})+$|^\d{3}(?:[ \u00A0\u202F]\d{3})+$/

const DAY_FIRST = /^0\d([-./ ])[01]\d\1(?:19|20)\d{2}(?!\d)/
const HOURS = /^0\d\.[0-5]\d\D{1,3}[0-2]\d[.:][0-5]\d$|^0\d[0-5]\d ?[-–] ?[0-2]\d[0-5]\d$/
/** Codes of municipalities in a row. */
const CODES = /^0\d{3}(?:\D{1,2}0\d{3})+$/
const isOtherNumber = (number: string): boolean =>
  DAY_FIRST.test(number) || HOURS.test(number) || CODES.test(number)

/** Digits in groups of three, as amounts are written; the sign of a gain or a country's code may stand before. */
const isThousands = (number: string): boolean =>
  /^\+?\d{1,3}(?:[ \u00A0\u202F.-]\d{1,3})?(?:[ \u00A0\u202F.]\d{3})+$/.test(number)

/** Whether words begin with a unit: then the number before them counts something. */
export const isUnit = (after: string): boolean =>
  /^\s{0,2}(?:kr|kronor|sek|tkr|mkr|mnkr|msek|tsek|mdkr|miljon|miljard|euro?|€|%|procent|personer|deltagare|företag|individer)(?!\p{Ll}{4})/iu.test(
    after,
  )

const internationalPlaces = (text: string): Place[] =>
  [...text.matchAll(INTERNATIONAL)].flatMap((match) => {
    if (/\d/.test(text.charAt(match.index - 1))) return []
    const most = mostDigits(match[0])
    const number = wholeGroups(text, match.index, match[0], most)
    const after = text.slice(match.index + number.length, match.index + number.length + 12)
    const isAmount = isUnit(after) || (isThousands(number) && !/^\+46/.test(number))
    if (isAmount || digitsIn(number) < (number.startsWith('46') ? 11 : 8)) return []
    return [{ start: match.index, end: match.index + number.length }]
  })

/** Sweden has nine digits after its code, and a 0 in parentheses between; other countries up to ten or so. */
function mostDigits(number: string): number {
  const prefix = number.startsWith('00') ? 2 : 0
  const sweden = /^(?:\+|00)?\s?46/.test(number)
  return prefix + (sweden ? 11 : 13) + (sweden && number.includes('(0)') ? 1 : 0)
}

const labelledPlaces = (text: string): Place[] =>
  [...text.matchAll(LABELLED)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    const number = text.slice(start, end)
    return isLabelledNumber(match[0], number, text.slice(end, end + 12)) ? [{ start, end }] : []
  })

/** "Mobil 2019-2022" and "Mobil 2 711 235" name a project, with its years or its sum. */
function isLabelledNumber(match: string, number: string, after: string): boolean {
  const digits = digitsIn(number)
  if (digits < (/^ankn/i.test(match) ? 2 : 5) || /^\d/.test(after) || isUnit(after)) return false
  if (/^(?:19|20)\d{2}(?!\d)/.test(number) || isOtherNumber(number)) return false
  return !(isThousands(number) && digits >= 7 && !/^[0+]/.test(number))
}
