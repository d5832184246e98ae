import 'server-only'
import type { Transaction } from '../db.ts'
import type { Acting } from '../registry/acting.ts'
import { leaveTrace } from '../registry/trace.ts'
import { type Claimed, claim } from './claim.ts'

/**
 * Accepts a visitor's report, within the change that makes the correction which names it. False where it was answered by
 * somebody else meanwhile, or is no report. Asked again in the same transaction it stays accepted. The reporter is told
 * afterwards: `tellReporter` of lib/reports/tell.ts, once the change is made.
 */
export async function acceptReport(tx: Transaction, acting: Acting, reportId: number): Promise<boolean> {
  const claimed = await claim(tx, { id: reportId, by: acting.by.userId, to: 'ACCEPTED' })
  if (!claimed) return wasAcceptedHere(tx, reportId)
  await leaveTrace(tx, [acceptedTrace(acting.by, reportId, claimed)])
  return true
}

/** What the trace says of a report that was accepted: nothing that the reporter wrote, for that is private. */
export const acceptedTrace = (by: Acting['by'], reportId: number, { from }: Claimed) => ({
  ...by,
  action: 'reportAccepted',
  reportId,
  from,
  to: 'ACCEPTED',
})

async function wasAcceptedHere(tx: Transaction, reportId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM change WHERE "reportId" = ${reportId} AND action = 'reportAccepted'
      AND transaction = pg_current_xact_id()::text::bigint LIMIT 1`
  return rows.length > 0
}
