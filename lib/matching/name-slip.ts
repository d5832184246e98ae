import { distance } from '../projects/search/distance.ts'
import { isPlace } from './places.ts'
import { tellsApart } from './words.ts'

/** Shorter words differ by a letter and are two; of another letter that is so for longer ones: Almega is not Almeda. */
const SHORTEST = 5
const SHORTEST_CHANGED = 10

/**
 * How the names of two organisations are one but for a slip: `spelling` where one has lost its dots, `typo` where one
 * letter of one word is wrong. Null where more differs, or what differs is a place, a direction or a number: Lidköping is
 * not Linköping, and no more is a place that no list has. Pure.
 */
export function slipOf(first: string, second: string): 'spelling' | 'typo' | null {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  if (a.length !== b.length || a.length === 0 || a.length > MOST_WORDS) return null
  const pairs = a.map((word, at) => [word, b[at] ?? ''] as const).filter(([one, other]) => one !== other)
  if (pairs.length === 0 || pairs.some(([one, other]) => isPlace(one) && isPlace(other))) return null
  if (pairs.every(([one, other]) => withoutDots(one) === withoutDots(other))) return 'spelling'
  const [[one, other] = ['', ''], ...more] = pairs
  return more.length === 0 && isTypo(one, other) ? 'typo' : null
}
const MOST_WORDS = 20

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}+]{1,80}/gu) ?? []
const withoutDots = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

const isTypo = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST &&
  !/\p{N}/u.test(one + other) &&
  ![one, other].some((word) => tellsApart(word) || namesPlace(word)) &&
  distance(one, other) === 1 &&
  (one.length >= SHORTEST_CHANGED || one.length !== other.length || sorted(one) === sorted(other))

const sorted = (word: string) => [...word].sort().join('')

/** A place, or a word that ends as places do. */
export const namesPlace = (word: string): boolean => isPlace(word) || PLACE_ENDING.test(word)
const PLACE_ENDING =
  /(?:köping|hamn|stad|bro|fors|ås|torp|by|sund|vik|näs|holm|berga?|vall|mark|hult|ryd|löv|säter|rum|ed|strand|borg|dal|lund|lösa|tuna|sjö|å|ö|mo|lycke|hed|sele|bo)s?$/u
