import { looksLikeOrganisation } from '../parse/values/organisation.ts'
import { nameFrom, pairsOf } from './names.ts'
import { fold, wordsOf } from './words.ts'

const SEPARATOR = /[,;/&|()\n\r\t:]|\s(?:och|eller|samt)\s/
const LOWERCASE_NAME = /^\p{L}[\p{L}-]{1,30}(?: \p{L}[\p{L}-]{1,30}){1,2}$/u
const NOTHING_SAID = /\b(?:ej|inte|ingen|inga|saknas|uppgift|okand|angiven|vakant|tillsvidare|hemsida)\b/

/** The pairs of words by which the persons of a contact's value are found elsewhere in the text. */
export const personsIn = (value: string): string[] =>
  value.slice(0, LONGEST_VALUE).split(SEPARATOR).flatMap(personsInPart)
const LONGEST_VALUE = 600

function personsInPart(part: string): string[] {
  const words = wordsOf(part)
  for (const index of words.keys()) {
    const name = nameFrom(part, words, index)
    if (name) return pairsOf(name, 'start')
  }
  return lowercaseName(part.trim())
}

/** "kim exempel": pages of 2007 have names without capitals, and letters may have names of two. */
function lowercaseName(part: string): string[] {
  const folded = fold(part).replace(/\s+/g, ' ')
  if (!LOWERCASE_NAME.test(folded) || NOTHING_SAID.test(folded) || looksLikeOrganisation(part)) return []
  const [first, ...rest] = folded.split(' ')
  return rest.map((last) => `${first} ${last}`)
}
