import { baseForm } from './base-form.ts'
import { compoundParts } from './compounds.ts'
import { numberTokens } from './numbers.ts'
import { stem } from './stem.ts'
import { isWordLong, lettersAndDigits, wordsOf } from './words.ts'

/** What a project can be found by. Nothing private may be in it. */
export type SearchInput = {
  name: string
  otherNames: string[]
  /** Numbers that the project goes by, as written. */
  numbers: string[]
  /** Names of its organisations in every role, aliases too. */
  organisations: string[]
  /** Units of them. */
  units: string[]
  /** The description and other running text. */
  text: string
}

/**
 * Strings of plain words for `to_tsvector`, compound parts added. Each of the first three holds the ones before it, so
 * that "Malmö kompetens" finds a project of Malmö whose text speaks of kompetens; a hit's tier is the first that has all
 * of the words.
 */
export type SearchTexts = {
  /** `to_tsvector('swedish', …)`: names. */
  names: string
  /** `to_tsvector('swedish', …)`: names and organisations. */
  organisations: string
  /** `to_tsvector('swedish', …)`: names, organisations and running text. */
  text: string
  /** `to_tsvector('simple', …)`: numbers in their forms, and the words of names as they are. */
  numbers: string
}

// PostgreSQL keeps no more than a megabyte in a vector and no positions after 16,383.
const LONGEST_TEXT = 200_000

// Words without meaning, so that no quoted phrase reaches from one text into the next.
const BETWEEN = ' och och och och '

/** What goes into a project's search vectors. Pure. */
export function searchTexts(input: SearchInput): SearchTexts {
  const names = [input.name, ...input.otherNames].map(plain)
  const organisations = [...names, ...[...input.organisations, ...input.units].map(plain)]
  return {
    names: withParts(names),
    organisations: withParts(organisations),
    text: withParts([...organisations, plain(input.text)]),
    // Names again in the configuration without stop words: a project may be called "Jag kan".
    numbers: [...input.numbers.flatMap(numberTokens), ...names].join(' '),
  }
}

/** The words alone: PostgreSQL's own parser would take 2015/00311 for a file and e-post for three things. */
const plain = (text: string): string => wordsOf(text.slice(0, LONGEST_TEXT)).filter(isWordLong).join(' ')

/** Parts stand behind all of the texts: between the words they would break phrases. */
function withParts(texts: string[]): string {
  const words = new Set(texts.flatMap((text) => text.split(' ')))
  const parts = new Set([...words].flatMap(wordParts))
  const added = [...parts].filter((part) => !words.has(part)).join(' ')
  return [...texts, added].filter(Boolean).join(BETWEEN)
}

/** The parts of words that were asked for: texts repeat their words, so most are asked for again. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 100_000

/**
 * Other words that a word is found by: the parts of a compound, letters and digits apart, and the base form where
 * PostgreSQL's stemmer does not lead to it ("kontoret" of kontor).
 */
export function wordParts(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const base = baseForm(word)
  const unlike = base !== undefined && stem(base) !== stem(word) ? [base] : []
  const parts = [...unlike, ...compoundParts(word), ...lettersAndDigits(word)]
  known.set(word, parts)
  return parts
}
