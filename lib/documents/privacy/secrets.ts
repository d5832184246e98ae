import type { Place } from '../parse/source.ts'
import { isUnit } from './telephones.ts'

/**
 * Where a secret stands in a text, whatever its capitals and white space, as whole words; glued to a label
 * ("KontaktpersonKim Exempel") and in the genitive too. `lower` is the text in small letters, for a quick look first.
 */
export function placesOfSecret(text: string, lower: string, secret: string): Place[] {
  if (secret.length > LONGEST_SECRET) return []
  const parts = secret.split(/\s+/).filter(Boolean)
  const first = parts[0]
  if (!first || !lower.includes(first.toLowerCase())) return []
  const pattern = new RegExp(parts.map(escaped).join('\\s{1,4}'), 'giu')
  return [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => standsAlone(text, place))
    .map(({ start, end }) => ({ start, end: withGenitive(text, end) }))
}

/** Longer words are nobody's name, address or number, and no pattern; they are covered where they stand. */
const LONGEST_SECRET = 1000

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** A number is no secret as a part of a longer one, nor a word as a part of a longer word. */
function standsAlone(text: string, { start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 12)
  const [first, last] = [text.charAt(start), text.charAt(end - 1)]
  if (/\d$/.test(before) && /\d/.test(first)) return false
  if (/^\d/.test(after) && /\d/.test(last)) return false
  // 123 456 is a telephone number in one place and a part of 1 123 456 kronor in another.
  if (/[1-9]/.test(first) && (/\d[\s.,]$/.test(before) || isUnit(after))) return false
  if (/\p{L}/u.test(first) && /[\p{L}\p{N}]$/u.test(before) && !isSeam(before.slice(-1), first)) return false
  const beyond = text.slice(withGenitive(text, end)).charAt(0)
  return !/\p{L}/u.test(last) || !/[\p{L}\p{N}]/u.test(beyond) || isSeam(last, after.charAt(0))
}

/** Where a label and a value are glued: a small letter, then a capital. */
const isSeam = (before: string, after: string) => /\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)

function withGenitive(text: string, end: number): number {
  if (!/\p{L}/u.test(text.charAt(end - 1))) return end
  const ending = /^[’':]?[sS](?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))
  return end + (ending?.[0].length ?? 0)
}
