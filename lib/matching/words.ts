import { distance } from '../projects/search/distance.ts'
import { isPlace } from './places.ts'

/** How a word of a name is another's: the same, with other marks or ending, shortened, or with a slip. */
export type WordMatch = 'same' | 'spelling' | 'abbreviation' | 'typo'

/** How two words of names, in small letters, are one; undefined where they are two. Pure. */
export function wordMatch(a: string, b: string): WordMatch | undefined {
  if (a === b) return 'same'
  if (isShortFor(a, b) || isShortFor(b, a)) return 'abbreviation'
  if (/\d/.test(a + b) || tellsApart(a) || tellsApart(b)) return undefined
  if (isInflected(a, b) || plain(a) === plain(b))
    return isPlace(a) && isPlace(b) && !isInflected(a, b) ? undefined : 'spelling'
  return isSlip(a, b) ? 'typo' : undefined
}

export const isSameWord = (a: string, b: string): boolean => wordMatch(a, b) !== undefined

/** Words that tell one from another although all else is the same. */
const TELLING =
  /^(?:norr|söder|syd|öst|väst|nord|sydöst|sydväst|nordöst|nordväst|inre|yttre|övre|nedre|stora|lilla|nya|gamla|mellersta|mitt|första|andra|tredje|[ivx]+)(?:ra|a|er|ern|erna)?$/u
/** Whether a word, in small letters, tells one from another although all else is the same: a direction, a letter. Pure. */
export const tellsApart = (word: string): boolean => TELLING.test(word) || word.length < 2

/** The endings of "Stockholm", "Stockholms"; "mission", "missionen", "missionens". */
const ENDINGS = ['s', 'en', 'et', 'n', 't', 'ens', 'ets', 'ns']
const SHORTEST_STEM = 4

function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < SHORTEST_STEM || !long.startsWith(short)) return false
  return ENDINGS.includes(long.slice(short.length))
}

/** Without diacritics. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Words that names are shortened to. */
const SHORT: Readonly<Record<string, string>> = {
  sthlm: 'stockholm',
  gbg: 'göteborg',
  univ: 'universitet',
  förb: 'förbundet',
}

/** "arbetsförm." for "arbetsförmedlingen". */
function isShortFor(short: string, long: string): boolean {
  const stem = short.replace(/\.$/, '')
  const full = SHORT[stem]
  if (full !== undefined) return long === full || long === `${full}s`
  return short.endsWith('.') && stem.length >= 3 && long.length > stem.length + 1 && long.startsWith(stem)
}

const SHORTEST_SLIP = 8
/** In a word so long another letter is a slip as well, and so are two slips. */
const LONG = 14

/**
 * Whether one word is the other with a letter too many, too few or swapped with its neighbour: in a long word, the first
 * letter right, and never where both are places: Alvesta is not Avesta. Another letter makes another name more often than
 * a slip: Lindholm is not Lundholm. Pure.
 */
export function isSlip(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length)
  if (shortest < SHORTEST_SLIP || a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > 2)
    return false
  if (isPlace(a) && isPlace(b)) return false
  if (shortest >= LONG) return distance(a, b) <= 2
  return distance(a, b) === 1 && (a.length !== b.length || sorted(a) === sorted(b))
}

const sorted = (word: string): string => [...word].sort().join('')
