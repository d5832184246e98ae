/** Which words of a document stand in it in one piece: they tell what a hyphen at the end of a line is. */
export type Vocabulary = Set<string>

const WORD = /[\p{L}\d]+(?:-[\p{L}\d]+)*/gu

/** The words of a text in small letters, those with hyphens in them whole. */
export const vocabularyOf = (texts: Iterable<string>): Vocabulary => {
  const words: Vocabulary = new Set()
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase())
  return words
}

/**
 * Joins a line with the one that goes on. A hyphen at the end goes away only when the document has the word without
 * it somewhere, or when it is a soft one; otherwise it may be part of the word, and stays.
 */
export function joinWords(above: string, below: string, words: Vocabulary): string {
  if (above.endsWith('\u00AD')) return above.slice(0, -1) + below
  const before = /([\p{L}\d]+)-$/u.exec(above.slice(-60))?.[1]
  if (!before || /^(?:och|eller|samt|and|or)(?!\p{L})/u.test(below)) return `${above} ${below}`
  const after = /^[\p{L}\d]+/u.exec(below.slice(0, 60))?.[0]
  if (!after) return `${above} ${below}`
  const isSplitWord = /^\p{Ll}/u.test(after) && words.has((before + after).toLowerCase())
  return isSplitWord ? above.slice(0, -1) + below : above + below
}
