import { baseForm } from './base-form.ts'
import { smallestParts } from './compounds.ts'
import { numberCandidates } from './numbers.ts'
import { stem } from './stem.ts'
import { isStopWord, isWordLong, lettersAndDigits, wordsOf } from './words.ts'

/** One thing that a text has to have: a word, or words in a row. */
export type Clause = { words: string[] }

/**
 * What a reader typed, as texts for `to_tsquery`. All of them are made of quoted letters and digits and operators of our
 * own, so that no input can make them wrong.
 */
export type TextQuery = {
  clauses: Clause[]
  /** For `swedish`: all clauses but the last, compounds and words as they are. */
  firm: string
  /** For `swedish`: the last clause. */
  last: string
  /** For `simple`: the last word's letters as the beginning of a longer word; empty where it is not to be one. */
  lastPrefix: string
  /** For `swedish`: as `firm` and `last`, but that a compound's parts may stand apart; empty without compounds. */
  apart: string
  /** For `simple`: all words as they are, stop words too. */
  plain: string
  /** For `simple`: what was typed as numbers; empty for none. */
  numbers: string
}

const MOST_WORDS = 12
const SHORTEST_PREFIX = 3

/** Reads words, "quoted phrases" and numbers. */
export function readQuery(typed: string): TextQuery {
  const clauses = readClauses(typed)
  const firm = clauses.slice(0, -1).map(strict)
  const last = clauses.slice(-1).map(strict)
  const together = clauses.map(strict).join(' & ')
  const apart = clauses.map(loose).join(' & ')
  return {
    clauses,
    firm: firm.join(' & '),
    last: last.join(' & '),
    lastPrefix: prefixOf(clauses),
    apart: apart === together ? '' : apart,
    plain: plainQuery(clauses),
    numbers: numberCandidates(typed).map(quoted).join(' | '),
  }
}

/** A clause for each word and each phrase. "e-post" is a phrase, as is anything else that marks hold together. */
function readClauses(typed: string): Clause[] {
  const pieces = typed.match(/["”“][^"”“]*["”“]?|[^\s"”“]+/gu) ?? []
  const clauses: Clause[] = []
  let room = MOST_WORDS
  for (const piece of pieces) {
    const words = wordsOf(piece).filter(isWordLong).slice(0, room)
    room -= words.length
    if (words.length > 0) clauses.push({ words })
  }
  return clauses
}

const quoted = (word: string): string => `'${word}'`

/** The clause as the text has it: the word itself, in the forms that the stemmer and the dictionary know. */
function strict({ words }: Clause): string {
  const [word = ''] = words
  if (words.length > 1) return `(${phrase(words)} | ${quoted(words.join(''))})`
  const base = baseForm(word)
  const forms = base !== undefined && stem(base) !== stem(word) ? [word, base] : [word]
  const parted = lettersAndDigits(word)
  return anyOf([...forms.map(quoted), ...(parted.length > 0 ? [phrase(parted)] : [])])
}

const phrase = (words: string[]): string => `(${words.map(quoted).join(' <-> ')})`

const anyOf = (alternatives: string[]): string =>
  alternatives.length === 1 ? alternatives.join('') : `(${alternatives.join(' | ')})`

/** The clause, or the parts of a compound anywhere in the text: "utveckling av kompetens" for kompetensutveckling. */
function loose(clause: Clause): string {
  const parts = clause.words.length === 1 ? smallestParts(clause.words[0] ?? '') : []
  if (parts.length < 2) return strict(clause)
  return anyOf([strict(clause), `(${parts.map(quoted).join(' & ')})`])
}

/** The last word may be half typed. Stop words are whole, or they would stand for all that begins like them. */
function prefixOf(clauses: Clause[]): string {
  const words = clauses.at(-1)?.words ?? []
  const [word = ''] = words
  if (words.length > 1 || word.length < SHORTEST_PREFIX || isStopWord(word)) return ''
  return `${quoted(word)}:*`
}

function plainQuery(clauses: Clause[]): string {
  const prefix = prefixOf(clauses)
  return clauses
    .map(({ words }, index) => (index === clauses.length - 1 && prefix) || phrase(words))
    .join(' & ')
}
