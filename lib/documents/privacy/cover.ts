import type { Place } from '../parse/source.ts'
import { emailPlaces } from './emails.ts'
import { mergePlaces } from './places.ts'
import { placesOfSecret } from './secrets.ts'

const BLOCK = '█'
const NO_LINE_BREAK = /[^\n\r\u0085\u2028\u2029]/g

/**
 * The text with every private character replaced by a full block (one for one, so that all offsets still hold; line
 * breaks stay). White space within a name is covered too: two short words would give away more than one long block.
 */
export function coverPrivate(text: string, places: Place[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of mergePlaces(places)) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(NO_LINE_BREAK, BLOCK))
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/**
 * For short values (raw words of a statement, a warning's words): covers what is private wherever it stands, e-mail
 * addresses even when they are no secret of the document. `secrets` come from secretsOf.
 */
export function coverSecrets(words: string, secrets: readonly string[]): string {
  const lower = words.toLowerCase()
  const places = secrets.flatMap((secret) => placesOfSecret(words, lower, secret))
  return coverPrivate(words, [...emailPlaces(words), ...places])
}
