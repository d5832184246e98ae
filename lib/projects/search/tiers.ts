import type { Columns } from './columns.ts'
import type { Queries } from './database.ts'
import type { TextQuery } from './query.ts'

/** The tier of a row that no words hit. */
export const NO_HIT = 255

/** Each row's tier, 0 the best. */
export type Tiers = { ofRow: Uint8Array; any: boolean }

/**
 * The tier of every project for the words: its number, then its name, its organisations, its text, and last a text in
 * which a compound's parts stand apart. One query. Each part of it is answered from a GIN index alone, without ranking
 * or reading a vector, and comes as one text: a word that ten thousand projects have is no more than that many numbers.
 */
export async function readTiers(database: Queries, columns: Columns, query: TextQuery): Promise<Tiers> {
  if (query.clauses.length === 0) return { ofRow: new Uint8Array(columns.size).fill(NO_HIT), any: false }
  const rows = await database.$queryRaw<{ tier: number; ids: string | null }[]>`
    WITH words AS MATERIALIZED (
      SELECT to_tsquery('swedish', ${query.firm})
        && (to_tsquery('swedish', ${query.last}) || to_tsquery('simple', ${query.lastPrefix})) AS firm,
        to_tsquery('swedish', ${query.apart}) AS apart,
        to_tsquery('simple', ${query.plain}) AS plain,
        to_tsquery('simple', ${query.numbers}) AS numbers
    )
    SELECT 0 AS tier, (SELECT string_agg("projectId"::text, ',') FROM project_search
      WHERE "nameVector" @@ (SELECT numbers FROM words)) AS ids
    UNION ALL SELECT 1, (SELECT string_agg("projectId"::text, ',') FROM project_search
      WHERE "nameVector" @@ (SELECT firm || plain FROM words))
    UNION ALL SELECT 2, (SELECT string_agg("projectId"::text, ',') FROM project_search
      WHERE "organisationVector" @@ (SELECT firm FROM words))
    UNION ALL SELECT 3, (SELECT string_agg("projectId"::text, ',') FROM project_search
      WHERE "textVector" @@ (SELECT firm FROM words))
    UNION ALL SELECT 4, (SELECT string_agg("projectId"::text, ',') FROM project_search
      WHERE "textVector" @@ (SELECT apart FROM words))`
  return tiersOf(columns, rows)
}

/** A project is in its best tier. Projects that the columns do not know yet are in none. */
function tiersOf(columns: Columns, rows: { tier: number; ids: string | null }[]): Tiers {
  const ofRow = new Uint8Array(columns.size).fill(NO_HIT)
  let any = false
  for (const { tier, ids } of rows) {
    for (const id of ids?.split(',') ?? []) {
      const row = columns.rows[Number(id)] ?? -1
      if (row < 0 || tier >= (ofRow[row] ?? 0)) continue
      ofRow[row] = tier
      any = true
    }
  }
  return { ofRow, any }
}
