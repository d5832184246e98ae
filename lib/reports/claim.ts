import 'server-only'
import type { ReportStatus } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'

/** A report that an editor has taken: what it was before. */
export type Claimed = { from: ReportStatus }

type Claim = {
  id: number
  /** The version that the editor read; without one whatever it is now. */
  version?: number
  by: number
  to: Exclude<ReportStatus, 'OPEN'>
}

/** Takes a report that is not closed, for one editor alone; null where another was first, or it is closed. */
export async function claim(tx: Transaction, { id, version, by, to }: Claim): Promise<Claimed | null> {
  const [row] = await tx.$queryRaw<Claimed[]>`
    WITH held AS (
      SELECT id, status FROM report
      WHERE id = ${id} AND status IN ('OPEN', 'ASKED') AND version = coalesce(${version ?? null}::int, version)
      FOR UPDATE
    )
    UPDATE report r SET status = ${to}::"ReportStatus", version = r.version + 1, "handledById" = ${by}, "handledAt" = now()
    FROM held WHERE r.id = held.id RETURNING held.status::text AS "from"`
  return row ?? null
}
