import { baseForm } from './base-form.ts'
import { smallestParts } from './compounds.ts'
import type { Clause } from './query.ts'
import { stem } from './stem.ts'
import { wordParts } from './text.ts'
import type { Snippet } from './types.ts'
import { isStopWord, placedWords } from './words.ts'

const LONGEST = 160
/** Letters before the first hit, so that it stands in its sentence. */
const LEAD = 50
const SHORTEST_PREFIX = 3

type Marks = Snippet['marks']

/** Whether a word of a text is one that was asked for. */
type IsHit = (word: string) => boolean

/** Words of a text around its first hit, at most 160 letters; undefined where nothing is hit. */
export function snippetOf(description: string, clauses: readonly Clause[]): Snippet | undefined {
  const text = description.normalize('NFC')
  const isHit = hitTest(clauses)
  for (const { word, start, end } of placedWords(text)) {
    if (isHit(word)) return cutAround(text, { start, end }, isHit)
  }
  return undefined
}

function hitTest(clauses: readonly Clause[]): IsHit {
  const words = clauses.flatMap((clause) => clause.words).filter((word) => !isStopWord(word))
  const stems = new Set(
    words.flatMap((word) => [word, baseForm(word) ?? word, ...smallestParts(word)]).map(stem),
  )
  const last = clauses.at(-1)?.words ?? []
  const beginning = last.length === 1 ? (last[0] ?? '') : ''
  const isBeginning = beginning.length >= SHORTEST_PREFIX && !isStopWord(beginning)
  return (word) =>
    stems.has(stem(word)) ||
    (isBeginning && word.startsWith(beginning)) ||
    wordParts(word).some((part) => stems.has(stem(part)))
}

function cutAround(text: string, hit: { start: number; end: number }, isHit: IsHit): Snippet {
  const start = wordStart(text, Math.max(0, hit.start - LEAD), hit.start)
  const end = wordEnd(text, Math.min(text.length, start + LONGEST - 2), hit.end)
  const before = start > 0 ? '…' : ''
  const after = end < text.length ? '…' : ''
  // White space is folded one for one, so that places hold.
  const cut = text.slice(start, end).replace(/\s/g, ' ')
  const shown = cut.trimEnd()
  return { text: before + shown + after, marks: marksIn(shown, before.length, isHit) }
}

/** The first beginning of a word from a place on, at the latest where the hit begins. */
function wordStart(text: string, from: number, hitStart: number): number {
  if (from === 0) return 0
  const gap = text.slice(from, hitStart).search(/\s/)
  return gap < 0 ? hitStart : from + gap + 1
}

/** The last end of a word up to a place, at the earliest where the hit ends; a hit that is too long is cut. */
function wordEnd(text: string, until: number, hitEnd: number): number {
  if (until === text.length || hitEnd >= until) return until
  const gap = text.slice(hitEnd, until).search(/\s\S*$/)
  return gap < 0 ? hitEnd : hitEnd + gap
}

function marksIn(text: string, offset: number, isHit: IsHit): Marks {
  const marks: Marks = []
  for (const { word, start, end } of placedWords(text)) {
    if (isHit(word)) marks.push({ start: start + offset, end: end + offset })
  }
  return marks
}
