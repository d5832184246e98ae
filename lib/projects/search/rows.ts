import type { Queries } from './database.ts'
import type { Clause } from './query.ts'
import { snippetOf } from './snippet.ts'
import { statusOfDates } from './status.ts'
import type { ProjectRow } from './types.ts'

type Stored = Omit<ProjectRow, 'owner' | 'status' | 'snippet'> & {
  id: number
  ownerSlug: string | null
  ownerName: string | null
  description: string | null
}

type About = { today: string; clauses: readonly Clause[] }

/** The rows of a page, in the order of the ids. One query. */
export async function readRows(
  database: Queries,
  ids: readonly number[],
  { today, clauses }: About,
): Promise<ProjectRow[]> {
  if (ids.length === 0) return []
  const stored = await database.$queryRaw<Stored[]>`
    SELECT p.id, p.slug, p.number, p.name, o.slug AS "ownerSlug", o.name AS "ownerName", p."ownerUnit", p.region,
      p.fund, p.period, p."startDate"::text AS "startDate",
      coalesce(p."eventEnd", p."endDate")::text AS "endDate",
      p."grantedSupport"::float8 AS "grantedSupport", p."totalBudget"::float8 AS "totalBudget",
      p."plannedParticipants", p.disagreements + p."outcomeDisagreements" AS disagreements,
      CASE WHEN ${clauses.length > 0} THEN p.description END AS description
    FROM project p LEFT JOIN organisation o ON o.id = p."ownerId" WHERE p.id = ANY(${[...ids]}::int[])`
  const byId = new Map(stored.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [shownRow(row, { today, clauses })] : []
  })
}

function shownRow(stored: Stored, { today, clauses }: About): ProjectRow {
  const { id: _, ownerSlug, ownerName, description, ...row } = stored
  const snippet = description ? snippetOf(description, clauses) : undefined
  return {
    ...row,
    owner: ownerSlug !== null && ownerName !== null ? { slug: ownerSlug, name: ownerName } : null,
    status: statusOfDates(row.startDate, row.endDate, today),
    ...(snippet ? { snippet } : {}),
  }
}
