import type { Meaning } from '../reading.ts'

const COUNT =
  /^(?:(ca\.?|cirka|drygt|minst|omkring|upp till|knappt) )?(\d{1,3}(?:[ .]\d{3})+|\d+)(?: (?:st\.?|stycken|personer|deltagare|individer))?(?: ?\([^)]*\))?$/i

/** Reads a number of people. Zero is a value here: feasibility studies plan for nobody. */
export function readCount(text: string): Meaning<number> {
  const match = COUNT.exec(text)
  const value = Number(match?.[2]?.replace(/\D/g, ''))
  if (!match || !Number.isSafeInteger(value)) {
    return {
      problem: {
        sv: 'Här borde stå ett antal, men det går inte att läsa som ett heltal.',
        en: 'A number of people should stand here, but this cannot be read as a whole number.',
      },
    }
  }
  return { value, ...(match[1] && { qualifier: match[1] }) }
}

const NUMBER_WORDS = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
]

/** A Swedish number word or digits ("tre", "11", "1 650") as a number. */
export function toCount(words: string): number | undefined {
  const word = NUMBER_WORDS.indexOf(words.toLowerCase().replace(/^ett$/, 'en'))
  if (word >= 0) return word
  const digits = words.replace(/[ .]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

/** Matches what {@link toCount} reads, for use inside other patterns. */
export const COUNT_WORDS = `\\d{1,3}(?:[ .]\\d{3}){1,2}(?!\\d)|\\d{1,9}(?!\\d)|${NUMBER_WORDS.slice(2).join('|')}`
