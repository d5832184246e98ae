import { folded } from './spelling.ts'
import { tellsApart } from './words.ts'

/**
 * The mark that a word of a name is, or null for a word like others. Marks tell a project from its namesakes and are never
 * forgiven: "MIA" and "MIA Vidare", "Steget" and "Steget 2.0", "Framsteg II", "Framsteg Norra". Numbers are one however
 * they are written: `II`, `två`, `andra` and `2`. The word is in small letters; the last of a name may be a numeral that
 * elsewhere is a word ("i", "vi"). Pure.
 */
export function markOf(word: string, { isLast }: { isLast: boolean }): string | null {
  if (/^\p{N}/u.test(word)) return word.replaceAll(',', '.')
  if (word === '+' || word === 'plus') return '+'
  const numeral = NUMERALS[word]
  if (numeral !== undefined) return numeral
  if (isLast && LAST_NUMERALS[word] !== undefined) return LAST_NUMERALS[word] ?? null
  if (isPreposition(word)) return null
  return NEXT.test(word) || WITHOUT_DOTS.has(word) || tellsApart(word) ? folded(word) : null
}

/** "i" and "å" stand alone and tell nothing. */
const isPreposition = (word: string) => word === 'i' || word === 'å' || word === 'vi'

const NUMERALS: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vii: '7',
  viii: '8',
  ix: '9',
  xi: '11',
  xii: '12',
  två: '2',
  tva: '2',
  tre: '3',
  fyra: '4',
  fem: '5',
  sex: '6',
  sju: '7',
  åtta: '8',
  atta: '8',
  nio: '9',
  tio: '10',
  första: '1',
  forsta: '1',
  andra: '2',
  tredje: '3',
  fjärde: '4',
  fjarde: '4',
  femte: '5',
  sjätte: '6',
  two: '2',
  three: '3',
}

const LAST_NUMERALS: Readonly<Record<string, string>> = {
  i: '1',
  v: '5',
  vi: '6',
  x: '10',
  ett: '1',
  one: '1',
}

/** Such words, as tables write them that have lost their dots. */
const WITHOUT_DOTS = new Set(
  'vast vastra ost ostra soder sodra ovre forstudie forstudien nasta fortsattning fortsattningen ater forprojektering genomforande'.split(
    ' ',
  ),
)

/** Words for what comes before, after or beside a project of the same name. */
const NEXT =
  /^(?:vidare|fortsättning(?:en|s)?|forts|fortsatt(?:a|s)?|förläng(?:ning|ningen|d|t)|uppväxling(?:en)?|fortsätter|igen|åter|nästa|next|again|uppföljare(?:n)?|extra|repris(?:en)?|förstudie(?:n)?|förprojekt(?:et|ering|eringen)?|förberedelse(?:n|r)?|genomförande(?:t)?|pilot(?:en|projekt)?|spridning(?:en)?|implementering(?:en)?|etapp(?:en)?|fas(?:en)?|omgång(?:en)?|version(?:en)?|ver|junior|senior|light|mini|max|pro|ny|nytt|nystart|revival|reloaded|norrut|söderut|österut|västerut)$/u
