import type { Place } from '../parse/source.ts'

/** A word of a text: as it stands, and folded for comparison (small letters, no accents, nothing invisible). */
export type Word = Place & { raw: string; folded: string }

const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2060'
const LETTER = `[\\p{L}\\p{M}${INVISIBLE}]`
const WORD = new RegExp(`\\p{L}${LETTER}{0,60}(?:[-‐‑’']\\p{L}${LETTER}{0,60}){0,4}`, 'gu')
const NOT_COMPARED = new RegExp(`[\\p{M}${INVISIBLE}]`, 'gu')

/** The words of a text, parts joined by a hyphen or an apostrophe as one. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    raw: match[0],
    folded: fold(match[0]),
  }))

/** Letters without case and accents: "Almén" in prose is "almen" in an address. */
export const fold = (word: string): string =>
  word.normalize('NFD').replace(NOT_COMPARED, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'a')

export const isCapitalised = (word: Word): boolean => /^\p{Lu}/u.test(word.raw)

const PARTICLE = /^(?:von|af|de|van|der|den|la|el|al|bin|ibn|zu|du|ter)$/
/** A small word within a name: "Carl von Linné". */
export const isParticle = (word: Word): boolean => !isCapitalised(word) && PARTICLE.test(word.folded)

/** Whether nothing but space stands between two words; an initial keeps its full stop. */
export function followOn(text: string, before: Word, after: Word, across = SAME_LINE): boolean {
  if (after.start - before.end > LONGEST_GAP) return false
  const gap = text.slice(before.end, after.start)
  return across.test(before.folded.length === 1 ? gap.replace(/^\./, '') || ' ' : gap)
}
const LONGEST_GAP = 6
const SAME_LINE = /^[^\S\n\r\t]{1,4}$/
/** Space of any kind, as where a name goes on in the next line. */
export const ANY_SPACE = /^\s{1,4}$/
