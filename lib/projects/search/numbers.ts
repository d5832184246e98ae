import { numberKey } from '../../matching/keys.ts'

// Numbers are words of their own kind in the vectors, marked so that "00311" in a text is no number of a project.
const MARK = 'nr'

const YEAR_AND_NUMBER = /^(?:19|20)\d{2}(\d{4,5})$/

/** The words by which a number is found: the whole of it, and the part behind the year. */
export function numberTokens(number: string): string[] {
  const key = numberKey(number).toLowerCase()
  const serial = YEAR_AND_NUMBER.exec(key)?.[1]
  return key ? [MARK + key, ...(serial ? [MARK + serial] : [])] : []
}

const LONGEST_NUMBER = 40
const SHORTEST_NUMBER = 4
const MOST_CANDIDATES = 12

/** What a reader's words may be as numbers: all of them as one ("22 009 s02"), and each that has digits. */
export function numberCandidates(typed: string): string[] {
  const words = typed.split(' ')
  const keys = [typed, ...words].map((word) => numberKey(word).toLowerCase())
  const likely = keys.filter(
    (key) => /\d/.test(key) && key.length >= SHORTEST_NUMBER && key.length <= LONGEST_NUMBER,
  )
  return [...new Set(likely)].slice(0, MOST_CANDIDATES).map((key) => MARK + key)
}
