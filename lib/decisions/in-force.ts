import 'server-only'
import type { Transaction } from '../db.ts'

/**
 * Notes of decisions whether anything speaks of them: a document that was not taken back, an entry in force, a person. What
 * nothing speaks of is not shown.
 */
export async function refreshDecisionsInForce(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    UPDATE decision d SET "inForce" = s.spoken
    FROM (
      SELECT d.id, d."byHand"
        OR EXISTS (SELECT FROM correction WHERE "decisionId" = d.id AND "withdrawnAt" IS NULL)
        OR EXISTS (SELECT FROM statement WHERE "decisionId" = d.id)
        OR EXISTS (SELECT FROM decision_item i WHERE i."decisionId" = d.id
          AND (i."inForce" OR EXISTS (SELECT FROM statement WHERE "itemId" = i.id))) AS spoken
      FROM decision d WHERE d.id = ANY(${[...ids]}::int[])
    ) s
    WHERE d.id = s.id AND d."inForce" IS DISTINCT FROM s.spoken`
}
