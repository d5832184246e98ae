/**
 * How plausible a text is as words of a European language, Swedish before others: the sum over its characters beyond
 * ASCII. Higher is likelier; what no words hold counts below zero. Only sums of the same bytes can be compared.
 */
export function plausibility(text: string): number {
  let sum = 0
  let before = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign > '\u007F') sum += weightOf(sign, before, text.charAt(at + 1))
    before = sign
  }
  return sum
}

/** What a letter counts among Latin ones. Letters that stand for each other in two encodings must differ here. */
const LETTERS: [string, number][] = [
  ['åäöÅÄÖ', 3],
  ['éøæØÆ', 1.5],
  ['ěřůšžłąśćżźńőĚŘŮŠŽŁŚŻŐ', 1.2],
  ['èàçêâîôûáíóúñüëïßýÉÈÀÇÁÍÓÚÑÜÝðþ', 1],
  ['čęűăđťďČ', 0.9],
  ['ùõãÃÕÔœŒŸÿ', 0.5],
  ['ìòŕĺľÌÒÂÊÎÛËÏÐÞ', 0.3],
]
const LETTER_WEIGHTS = new Map(
  LETTERS.flatMap(([letters, weight]) => [...letters].map((letter) => [letter, weight])),
)
const PUNCTUATION = new Set('–—‘’“”„…€§«»•´·°½¼¾£²³®©™\u00A0\u00AD')

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign)
const isGreek = (sign: string): boolean => /\p{Script=Greek}/u.test(sign)
const isUpper = (sign: string): boolean => /\p{Lu}/u.test(sign)
const isLower = (sign: string): boolean => /\p{Ll}/u.test(sign)

function weightOf(sign: string, before: string, after: string): number {
  if (sign < '\u00A0' || sign === '\uFFFD') return -10
  if (isGreek(sign)) return weightOfGreek(before, after)
  if (isLetter(sign)) return weightOfLatin(sign, before, after)
  return weightOfMark(sign, before, after)
}

function weightOfGreek(before: string, after: string): number {
  if (isGreek(before) || isGreek(after)) return 3
  return isLetter(before) || isLetter(after) ? -3 : 0.5
}

function weightOfLatin(sign: string, before: string, after: string): number {
  if (isGreek(before) || isGreek(after)) return -3
  // "sjukvÄrd" is nobody's word; "SJUKVåRD" neither.
  if (isUpper(sign) && isLower(before)) return -2
  if (isLower(sign) && isUpper(before) && isUpper(after)) return -2
  // Letters beyond ASCII seldom follow each other in Latin script, and always do in another script misread.
  if (isLetter(before) && before > '\u007F') return -1.5
  return LETTER_WEIGHTS.get(sign) ?? 0.2
}

function weightOfMark(sign: string, before: string, after: string): number {
  const isWithinWord = isLetter(before) && isLetter(after)
  if (!PUNCTUATION.has(sign)) return isWithinWord ? -3 : -1
  return isWithinWord && !/[’´·\u00AD]/.test(sign) ? -3 : 0.5
}
