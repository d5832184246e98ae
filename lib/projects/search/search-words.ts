import type { Commands } from './database.ts'
import { wordParts } from './text.ts'
import { folded, isStopWord, isWordLong, wordsOf } from './words.ts'

const SHORTEST_WORD = 3
/** Texts read at once: bounds the memory. */
const PAGE = 2000
/** Words written at once. */
const BATCH = 20_000

/**
 * Adds the words of changed projects to those that a typo is corrected to. Which projects have changed is told by their
 * revision: it is newer than the registry's until the act is made known (see lib/registry/revision.ts). With `all`, the
 * words are counted anew from every project.
 *
 * Counts tell which of two words is the commoner. A project that is written again counts again, and a word that is gone
 * from every text stays: a word that leads nowhere is noticed when it is tried. `all` mends both.
 */
export async function refreshSearchWords(tx: Commands, { all = false } = {}): Promise<void> {
  if (all) await tx.$executeRaw`TRUNCATE search_word`
  const counts = new Map<string, number>()
  for await (const texts of pagesOfTexts(tx, all)) for (const text of texts) countWords(text, counts)
  await writeWords(tx, [...counts])
}

async function* pagesOfTexts(tx: Commands, all: boolean): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await tx.$queryRaw<{ id: number; text: string }[]>`
      SELECT p.id, concat_ws(' ', p.name, p."ownerUnit", p.description, (
        SELECT string_agg(o.name, ' ') FROM (
          SELECT name FROM organisation WHERE id = p."ownerId"
          UNION SELECT a.name FROM participation a JOIN decision_item i ON i.id = a."itemId"
          WHERE i."projectId" = p.id
        ) o
      )) AS text
      FROM project p
      WHERE p.id > ${after} AND (${all} OR p.revision > (SELECT revision FROM registry WHERE id = 1))
      ORDER BY p.id LIMIT ${PAGE}`
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ text }) => text)
    after = last.id
  }
}

/** Each word counts once a project, and so do the parts of compounds, which are found as well. */
function countWords(text: string, counts: Map<string, number>) {
  const words = wordsOf(text).filter(isWordLong)
  for (const word of new Set(words.flatMap((word) => [word, ...wordParts(word)]))) {
    if (word.length < SHORTEST_WORD || /\p{N}/u.test(word) || isStopWord(word)) continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}

/** In alphabetical order, so that two writers never wait for each other's rows. */
async function writeWords(tx: Commands, counts: [string, number][]) {
  counts.sort(([a], [b]) => (a < b ? -1 : 1))
  for (let at = 0; at < counts.length; at += BATCH) {
    const batch = counts.slice(at, at + BATCH)
    const words = batch.map(([word]) => word)
    await tx.$executeRaw`
      INSERT INTO search_word (word, folded, count)
      SELECT * FROM unnest(${words}::text[], ${words.map(folded)}::text[], ${batch.map(([, count]) => count)}::int[])
      ON CONFLICT (word) DO UPDATE SET count = search_word.count + excluded.count`
  }
}
