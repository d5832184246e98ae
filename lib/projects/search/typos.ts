import type { Queries } from './database.ts'
import { distance } from './distance.ts'
import type { Clause } from './query.ts'
import type { Replaced } from './types.ts'
import { folded, isStopWord, wordsOf } from './words.ts'

/** What is wrong with words that hit nothing together. */
export type Diagnosis = {
  /** Words that no project has, with the nearest known ones. */
  replaced: Replaced[]
  /** Words that no project has, and nothing is near. */
  unknown: string[]
}

type Near = { word: string; folded: string; count: number }

const MOST_NEAR = 20

/** Finds the words that no project has, and what may have been meant by them. One query. */
export async function diagnose(database: Queries, clauses: readonly Clause[]): Promise<Diagnosis> {
  const words = [...new Set(clauses.flatMap((clause) => clause.words))].filter((word) => !isStopWord(word))
  if (words.length === 0) return { replaced: [], unknown: [] }
  // Counted, not asked whether any exists: for that PostgreSQL may walk the whole table in hope of an early hit.
  const rows = await database.$queryRaw<{ word: string; hits: number; near: string | null }[]>`
    SELECT t.word,
      (SELECT count(*)::int FROM project_search
        WHERE "textVector" @@ to_tsquery('swedish', '''' || t.word || '''')) AS hits,
      (SELECT json_agg(n)::text FROM (
        SELECT word, folded, count FROM search_word WHERE folded % t.folded
        ORDER BY similarity(folded, t.folded) DESC, count DESC, word LIMIT ${MOST_NEAR}
      ) n) AS near
    FROM unnest(${words}::text[], ${words.map(folded)}::text[]) AS t(word, folded)`
  const missing = rows.filter(({ hits }) => hits === 0)
  const replaced = missing.flatMap(({ word, near }) => {
    const used = nearest(word, near ? JSON.parse(near) : [])
    return used ? [{ typed: word, used }] : []
  })
  const known = new Set(replaced.map(({ typed }) => typed))
  return { replaced, unknown: missing.map(({ word }) => word).filter((word) => !known.has(word)) }
}

/** The known word that takes the fewest slips to mistype so: of equals the one nearer with diacritics, then the commoner. */
export function nearest(word: string, near: readonly Near[]): string | undefined {
  const plain = folded(word)
  const scored = near
    .map((other) => ({ ...other, slips: distance(plain, other.folded), marks: distance(word, other.word) }))
    .filter(({ slips }) => slips <= slipsForgiven(plain))
    .sort((a, b) => a.slips - b.slips || a.marks - b.marks || b.count - a.count)
  return scored[0]?.word
}

/** A slip for each four letters, one at least; words of three letters and fewer are forgiven their diacritics only. */
const slipsForgiven = (word: string): number =>
  word.length <= 3 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 4)))

/** What was typed, with the replaced words in place of the typed ones. */
export function withReplaced(typed: string, replaced: readonly Replaced[]): string {
  const used = new Map(replaced.map((replacement) => [replacement.typed, replacement.used]))
  return typed.normalize('NFC').replace(/[\p{L}\p{N}]+/gu, (word) => used.get(wordsOf(word)[0] ?? '') ?? word)
}
