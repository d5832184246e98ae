import { Prisma } from '../../../prisma/generated/client.ts'
import { measuresOf, outcomeColumns, sayingOf } from '../../follow-up/said-of.ts'
import { SUMMED } from '../../follow-up/sums.ts'
import { type Changed, type Columns, noColumns, patchColumns } from './columns.ts'
import type { Queries } from './database.ts'
import { carryOrders } from './order.ts'

// For how long columns are taken for the newest without asking. Milliseconds.
const TRUSTED_FOR = 500

type Snapshot = { columns: Columns; askedAt: number; asking: Promise<Columns> | undefined }

// Kept on the global object: in development, and in each of the server's bundles, this module is loaded anew. One
// snapshot a database handle, so that tests do not see each other's.
const kept = globalThis as { fondsparSnapshots?: WeakMap<Queries, Snapshot> }

/** The columns of the registry as it is, at most half a second old. At most one query, whatever has changed. */
export async function currentColumns(database: Queries): Promise<Columns> {
  kept.fondsparSnapshots ??= new WeakMap()
  const snapshot = kept.fondsparSnapshots.get(database) ?? {
    columns: noColumns(),
    askedAt: Number.NEGATIVE_INFINITY,
    asking: undefined,
  }
  kept.fondsparSnapshots.set(database, snapshot)
  if (performance.now() - snapshot.askedAt < TRUSTED_FOR) return snapshot.columns
  snapshot.asking ??= refresh(database, snapshot).finally(() => {
    snapshot.asking = undefined
  })
  return snapshot.asking
}

async function refresh(database: Queries, snapshot: Snapshot): Promise<Columns> {
  const askedAt = performance.now()
  const changed = await readChanged(database, snapshot.columns)
  if (changed) {
    // Projects are never deleted. If some are gone all the same, somebody has put another registry in place.
    const isWhole = snapshot.columns.size === 0 || changed.count >= snapshot.columns.size
    if (!isWhole || changed.revision < snapshot.columns.revision) {
      snapshot.columns = noColumns()
      return refresh(database, snapshot)
    }
    const before = snapshot.columns
    const { columns, rows } = patchColumns(before, changed)
    carryOrders(before, columns, rows)
    snapshot.columns = columns
  }
  snapshot.askedAt = askedAt
  return snapshot.columns
}

/** What is newer than the columns; undefined when nothing is. One statement, so that all of it is of one moment. */
async function readChanged(
  database: Queries,
  { revision }: Columns,
): Promise<(Changed & { count: number }) | undefined> {
  // Lists as text: a value each would cost the driver and Prisma some twenty times the work. What is reported is read by its
  // key, project by project: the planner cannot know how many are newer, and joins two thousand of them in three seconds.
  const rows = await database.$queryRaw<{ changed: string | null }[]>`
    SELECT CASE WHEN r.revision <> ${revision} THEN json_build_object(
      'revision', r.revision,
      'count', (SELECT count(*) FROM project),
      'projects', (
        SELECT json_build_object(
          'id', coalesce(json_agg(id), '[]'), 'fund', coalesce(json_agg(fund), '[]'),
          'period', coalesce(json_agg(period), '[]'), 'region', coalesce(json_agg(region), '[]'),
          'area', coalesce(json_agg("programmeArea"), '[]'),
          'objective', coalesce(json_agg("specificObjective"), '[]'),
          'start', coalesce(json_agg("startDate" - date '1970-01-01'), '[]'),
          'end', coalesce(json_agg(coalesce("eventEnd", "endDate") - date '1970-01-01'), '[]'),
          'owner', coalesce(json_agg("ownerId"), '[]'), 'reported', coalesce(json_agg(${REPORTED_BITS}), '[]'),
          'disagreements', coalesce(json_agg(disagreements + "outcomeDisagreements"), '[]'),
          'gone', coalesce(json_agg(NOT "inForce"), '[]'),
          'name', coalesce(json_agg(name), '[]'), 'number', coalesce(json_agg(number), '[]'),
          'support', coalesce(json_agg("grantedSupport"), '[]'), 'budget', coalesce(json_agg("totalBudget"), '[]')
        ) FROM project p CROSS JOIN LATERAL (
          SELECT ${outcomeColumns('reported')} FROM outcome o
          WHERE o."projectId" = p.id AND measure = ANY(${measuresOf('reported')})
        ) came WHERE revision > ${revision}
      ),
      'links', (
        SELECT json_build_object(
          'project', coalesce(json_agg(coalesce(a."projectId", i."projectId")), '[]'),
          'organisation', coalesce(json_agg(a."organisationId"), '[]')
        ) FROM participation a LEFT JOIN decision_item i ON i.id = a."itemId"
        WHERE coalesce(a."projectId", i."projectId") IS NOT NULL AND (
          ${revision} < 0
          OR coalesce(a."projectId", i."projectId") IN (SELECT id FROM project WHERE revision > ${revision})
        )
      ),
      'organisations', (
        SELECT json_build_object(
          'id', coalesce(json_agg(id), '[]'), 'slug', coalesce(json_agg(slug), '[]'),
          'name', coalesce(json_agg(name), '[]'), 'root', coalesce(json_agg(coalesce("mergedIntoId", id)), '[]')
        ) FROM organisation
      )
    )::text END AS changed
    FROM registry r WHERE r.id = 1`
  const text = rows[0]?.changed
  return text ? JSON.parse(text) : undefined
}

/** What is reported of the project `p`, by the rule of the sums: a bit each, in their order. */
const REPORTED_BITS = Prisma.join(
  SUMMED.map((name, place) => Prisma.sql`((${sayingOf(name, 'reported')} IS NOT NULL)::int << ${place})`),
  ' | ',
)
