import 'server-only'
import type { Transaction } from '../db.ts'

/** A decision of which something speaks now, or nothing any longer. */
export type InForceChange = { id: number; slug: string; inForce: boolean }

/**
 * Notes of decisions whether anything speaks of them: a document that was not taken back, an entry in force, a person. What
 * nothing speaks of is not shown. Returns those that were noted otherwise; `dryRun` writes nothing.
 */
export async function refreshDecisionsInForce(
  tx: Transaction,
  ids: readonly number[],
  { dryRun = false } = {},
): Promise<InForceChange[]> {
  if (ids.length === 0) return []
  const changed = await tx.$queryRaw<InForceChange[]>`
    SELECT id, slug, spoken AS "inForce" FROM (
      SELECT d.id, d.slug, d."inForce", d."byHand"
        OR EXISTS (SELECT FROM correction WHERE "decisionId" = d.id AND "withdrawnAt" IS NULL)
        OR EXISTS (SELECT FROM statement WHERE "decisionId" = d.id)
        OR EXISTS (SELECT FROM decision_item i WHERE i."decisionId" = d.id
          AND (i."inForce" OR EXISTS (SELECT FROM statement WHERE "itemId" = i.id))) AS spoken
      FROM decision d WHERE d.id = ANY(${[...ids]}::int[])
    ) s
    WHERE "inForce" IS DISTINCT FROM spoken`
  if (!dryRun && changed.length > 0)
    await tx.$executeRaw`
      UPDATE decision SET "inForce" = NOT "inForce" WHERE id = ANY(${changed.map(({ id }) => id)}::int[])`
  return changed
}
