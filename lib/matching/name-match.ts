import { distance } from '../projects/search/distance.ts'
import { namesPlace } from './name-slip.ts'
import { isPlace } from './places.ts'
import { type ProjectName, readProjectName } from './project-name.ts'
import { folded } from './spelling.ts'
import { tellsApart, wordMatch } from './words.ts'

/**
 * How the names of two projects stand to each other.
 * - `same`: but for capitals and punctuation
 * - `alike`: but for spelling, small words, the order of words, or one slip
 * - `near`: a slip or two more; other words, maybe
 * - `part`: one is the other without what explains it: "FUN", "FUN (Främja Ungas Närvaro)"
 * - `sibling`: much the same, but for a mark, a place or a word that tells them apart: "MIA", "MIA Vidare"
 * - `other`
 * - `unknown`: one of them has none
 */
type NameKind = 'same' | 'alike' | 'near' | 'part' | 'sibling' | 'other' | 'unknown'

export type NameMatch = {
  kind: NameKind
  /** Letters that differ where the names are alike or near; 0 where nothing but marks, spaces or small words do. */
  letters: number
  /** What only the first name has, and only the second, of siblings. */
  only: readonly [string, string]
  /** The same digits, in order, as both are written. */
  sameDigits: boolean
}

const KINDS: readonly NameKind[] = ['same', 'alike', 'near', 'part', 'sibling', 'other', 'unknown']

/** The best of what a name is to the names that a project goes by. Pure. */
export function matchNames(name: string, others: readonly string[]): NameMatch {
  const found = others.map((other) => matchName(name, other))
  found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.letters - b.letters)
  return found[0] ?? UNKNOWN
}

type Found = Omit<NameMatch, 'sameDigits'>
const match = (kind: NameKind, letters = 0, only: NameMatch['only'] = ['', '']): Found => ({
  kind,
  letters,
  only,
})
const UNKNOWN: NameMatch = { ...match('unknown'), sameDigits: true }

/** How one name stands to another, the same both ways. Pure. */
export const matchName = (first: string, second: string): NameMatch => ({
  ...compare(first, second),
  sameDigits: digitsIn(first) === digitsIn(second),
})
const digitsIn = (name: string) => name.replace(/\P{N}/gu, '')

function compare(first: string, second: string): Found {
  const [a, b] = [readProjectName(first), readProjectName(second)]
  if (a.key === '' || b.key === '') return match('unknown')
  // "Steg 2 0" and "Steg 2.0" have one key and other marks: too strange to be sure of.
  if (a.key === b.key) return hasSameMarks(a, b) ? match('same') : siblings(a, b)
  const whole = matchWhole(a, b)
  if (whole) return whole
  return matchPart(a, b) ?? (isSibling(a, b) ? siblings(a, b) : match('other'))
}

const hasSameMarks = (a: ProjectName, b: ProjectName) => a.marks.join(' ') === b.marks.join(' ')

/** Alike or near as wholes; null where a mark, or more than slips, tells them apart. */
function matchWhole(a: ProjectName, b: ProjectName): Found | null {
  if (!hasSameMarks(a, b)) return matchMended(a, b) ?? matchMended(b, a)
  if (a.words.length === 0 || b.words.length === 0) return null
  const pairs = pairWords(a.words, b.words)
  return pairs ? matchPairs(pairs, a) : (matchJoined(a, b) ?? matchLetters(a, b))
}

/** "Steget viidare" for "Steget vidare": a word of one name is a mark of the other, but for a slip. */
function matchMended(a: ProjectName, b: ProjectName): Found | null {
  if (b.words.length === 0 || a.marks.length >= b.marks.length || a.words.length <= b.words.length)
    return null
  const mark = b.marks.find((one) => one.length >= SHORTEST_MARK && !a.marks.includes(one))
  const at = a.sounds.findIndex(
    (sound) => mark !== undefined && !b.sounds.includes(sound) && distance(sound, mark) <= 1,
  )
  const isRest = at >= 0 && a.sounds.filter((_, index) => index !== at).join(' ') === b.sounds.join(' ')
  return isRest && b.marks.length === a.marks.length + 1 ? match('near', 1) : null
}
const SHORTEST_MARK = 5

/**
 * `letters`: how many differ. `rough`: more than spelling, another word maybe. `isSlip`: one letter of a long word that
 * names no place.
 */
type WordPair = { letters: number; rough: boolean; isSlip: boolean }

/** Pairs each word of one name with one of the other; null where one is left over. */
function pairWords(words: readonly string[], others: readonly string[]): WordPair[] | null {
  if (words.length !== others.length) return null
  const left = others.filter((other) => !words.includes(other))
  const rest = words.filter((word) => !others.includes(word))
  if (rest.length !== left.length || rest.length > MOST_UNLIKE) return null
  const pairs: WordPair[] = []
  for (const word of rest) {
    const found = left.map((other) => pairOf(word, other))
    const best = [...found.keys()].sort((x, y) => cost(found[x]) - cost(found[y]))[0]
    const pair = best === undefined ? null : found[best]
    if (!pair || best === undefined) return null
    pairs.push(pair)
    left.splice(best, 1)
  }
  return pairs
}
const MOST_UNLIKE = 4
const cost = (pair: WordPair | null | undefined) => (pair ? pair.letters + (pair.rough ? 1 : 0) : 99)

function pairOf(word: string, other: string): WordPair | null {
  const letters = distance(word, other)
  const shortest = Math.min(word.length, other.length)
  const isSlip = letters === 1 && shortest >= LONG_WORD && !isRigid(word, other)
  const both = isPlace(word) && isPlace(other)
  if (!both && folded(word) === folded(other)) return { letters, rough: false, isSlip }
  const how = wordMatch(word, other)
  if (how !== undefined) return { letters, rough: how === 'typo' && isRigid(word, other), isSlip }
  if (both || tellsApart(word) || tellsApart(other)) return null
  const most = shortest >= 9 ? 2 : shortest >= 4 ? 1 : 0
  return letters <= most ? { letters, rough: true, isSlip } : null
}
const LONG_WORD = 6

/** A letter more makes another place. */
const isRigid = (...words: string[]) => words.some(namesPlace)

const MOST_LETTERS = 3

function matchPairs(pairs: readonly WordPair[], { sound }: ProjectName): Found | null {
  const unlike = pairs.filter(({ letters }) => letters > 0)
  const rough = unlike.filter((pair) => pair.rough)
  const letters = unlike.reduce((sum, pair) => sum + pair.letters, 0)
  if (rough.length === 0 || (unlike.length === 1 && rough[0]?.isSlip)) return match('alike', letters)
  return rough.length <= 2 && letters <= MOST_LETTERS && letters * 4 <= sound.length
    ? match('near', letters)
    : null
}
/** A name so long keeps its sound when a letter goes. */
const LONG_NAME = 18

/** "Kompetens utveckling" for "Kompetensutveckling": the words in one, with a slip at most. */
function matchJoined(a: ProjectName, b: ProjectName): Found | null {
  if (a.sound === b.sound) return match('alike')
  if (a.words.length === b.words.length || Math.min(a.sound.length, b.sound.length) < LONG_NAME) return null
  return distance(a.sound, b.sound) === 1 ? match('near', 1) : null
}

/** A slip in a word too short to be known by: "Unga ni" for "Unga in". */
function matchLetters(a: ProjectName, b: ProjectName): Found | null {
  const [left, right] = [a.words.join(''), b.words.join('')]
  const isShort = Math.min(left.length, right.length) < SHORTEST_NAME
  if (isShort || a.words.length !== b.words.length || [...a.words, ...b.words].some(isPlace)) return null
  return distance(left, right) === 1 ? match('near', 1) : null
}
const SHORTEST_NAME = 6

/** One name is the other's head, or what explains it, or was cut off. Marks in what is left make them siblings. */
function matchPart(a: ProjectName, b: ProjectName): Found | null {
  return partOf(a, b) ?? partOf(b, a)
}

function partOf(short: ProjectName, long: ProjectName): Found | null {
  if (isCutOff(short, long)) return match('part')
  if (!long.parts || short.parts) return null
  const [head, rest] = long.parts
  if (!isExplanation(head, rest)) return null
  const isHead = head.key === short.key && rest.marks.length === 0
  const isRest = rest.key === short.key && rest.words.length > 1 && head.marks.length === 0
  return isHead || isRest ? match('part') : null
}

/** A few words, or what letters stand for. One word more names another: "MIA - Hisingen", "MIA (kvinnor)". */
function isExplanation(head: ProjectName, rest: ProjectName): boolean {
  if (standsFor(head, rest) || standsFor(rest, head)) return true
  return rest.tokens.length >= SHORTEST_EXPLANATION && !rest.words.some(isPlace)
}
const SHORTEST_EXPLANATION = 3
const standsFor = (short: ProjectName, long: ProjectName) =>
  long.tokens.length > 1 && short.key === long.tokens.map((token) => token.charAt(0)).join('')

/** Tables cut names off, within a word: "Etablering filmfond och stärkt filmnär". */
const SHORTEST_CUT = 20
function isCutOff(short: ProjectName, long: ProjectName): boolean {
  if (short.key.length < SHORTEST_CUT || !long.key.startsWith(short.key)) return false
  const last = short.words.at(-1) ?? ''
  const whole = long.words[short.words.length - 1] ?? ''
  return whole.length > last.length && whole.startsWith(last) && hasMarksOf(short, long)
}
const hasMarksOf = (short: ProjectName, long: ProjectName) =>
  short.marks.every((mark, at) => long.marks[at] === mark)

/** Half of the words or more are the same. */
function isSibling(a: ProjectName, b: ProjectName): boolean {
  const shared = a.sounds.filter((sound) => b.sounds.includes(sound)).length
  return shared > 0 && shared * 2 >= Math.min(a.words.length, b.words.length)
}

function siblings(a: ProjectName, b: ProjectName): Found {
  const only = (one: ProjectName, other: ProjectName) =>
    one.tokens
      .filter((word) => !other.tokens.includes(word))
      .slice(0, MOST_TOLD)
      .join(' ')
  return match('sibling', 0, [only(a, b), only(b, a)])
}
const MOST_TOLD = 6

/** Whether a name is one that hardly two projects have: several words, or a long one. Pure. */
export function isDistinctive(name: string): boolean {
  const { words, sound } = readProjectName(name)
  return words.length >= 3 ? sound.length >= 14 : sound.length >= 20
}
