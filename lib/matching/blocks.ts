import { type ProjectName, readProjectName } from './project-name.ts'
import { folded } from './spelling.ts'

/** Words of a name that give keys: the longest, which tell most and are kept when a few letters change. */
const MOST_WORDS = 6
/** A letter alone is dropped as a whole. */
const SHORTEST_CUT = 2
const PIECE = 4

/**
 * Keys to find namesakes by: names that `matchName` finds the same, alike, near or a part of each other share one, so that
 * a name need only be compared with those that share one of its keys. Names two slips apart nearly always do. At most
 * `MOST_KEYS`. Empty for a name without letters. Pure.
 */
export function blockKeys(name: string): string[] {
  const read = readProjectName(name)
  const parts = read.parts?.filter((part) => part.key !== '') ?? []
  return [...new Set([...parts.flatMap(wholeKeys), ...keysOf(read)])].slice(0, MOST_KEYS)
}
export const MOST_KEYS = 120

const wholeKeys = ({ key, sound }: ProjectName) => [
  ...(key === '' ? [] : [`=${key.slice(0, 60)}`]),
  ...(sound === '' ? [] : [`~${sound.slice(0, 60)}`]),
]

function keysOf(read: ProjectName): string[] {
  const chosen = [...new Set(read.words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return [
    ...wholeKeys(read),
    ...endsOf(read.sound, 'joined'),
    // A name of marks and small words alone.
    ...(read.words.length === 0 && read.marks.length > 0 ? [`#${read.marks.join(' ').slice(0, 60)}`] : []),
    ...chosen.slice(0, MOST_WORDS).flatMap(wordKeys),
  ]
}

/**
 * A slip in a long word leaves its beginning, its end or its middle; in a short one, what is left when a letter is dropped.
 * Another spelling leaves its sound, another ending its beginning.
 */
function wordKeys(word: string): string[] {
  const dropped = word.length <= LONGEST_DROPPED ? droppedOne(word).map((rest) => `d${rest}`) : []
  const start = word.length >= PIECE ? [`<${word.slice(0, PIECE)}`] : []
  const pieces = word.length < 2 * PIECE ? start : [...endsOf(word, 'word'), ...sizesOf(word)]
  return [`w${folded(word)}`, ...(word.length >= SHORTEST_CUT ? dropped : []), ...pieces]
}
/** A word of so many letters may be a letter shorter in another name, and a short one there. */
const LONGEST_DROPPED = 2 * PIECE + 1

const droppedOne = (word: string) =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)).concat(word)

const endsOf = (text: string, of: 'word' | 'joined'): string[] => {
  const piece = of === 'word' ? PIECE : 2 * PIECE
  const sign = of === 'word' ? '' : 'j'
  return text.length < 2 * piece ? [] : [`${sign}<${text.slice(0, piece)}`, `${sign}>${text.slice(-piece)}`]
}

/** Two slips may take both ends of a word: what is left is its middle letters. */
function sizesOf(word: string): string[] {
  const middle = Math.floor(word.length / 2)
  return [-1, 0, 1].map((by) => `m${word.slice(middle + by - 1, middle + by + 2)}`)
}
