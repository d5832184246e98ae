import 'server-only'
import { database } from '../db.ts'
import { missingCounts } from '../follow-up/staff-queries.ts'
import { dayInSweden } from '../format.ts'
import type { DeskCounts } from './queues.ts'
import { IN_FORCE } from './warnings.ts'

/** How much waits in each queue, all of one moment. `today`: the ISO day by which projects have ended. One query. */
export async function deskCounts(today = dayInSweden(new Date())): Promise<DeskCounts> {
  const [row] = await database().$queryRaw<DeskCounts[]>`
    SELECT
      (SELECT count(*)::int FROM report WHERE status = 'OPEN') AS reports,
      ((SELECT coalesce(sum("sourceChanges"), 0) FROM project WHERE "sourceChanges" > 0)
        + (SELECT coalesce(sum("sourceChanges"), 0) FROM decision_item WHERE "sourceChanges" > 0 AND "inForce"))::int
        AS changed,
      ((SELECT coalesce(sum("openDisagreements"), 0) FROM project WHERE "openDisagreements" > 0)
        + (SELECT coalesce(sum("openDisagreements"), 0) FROM decision_item WHERE "openDisagreements" > 0 AND "inForce")
        + (SELECT count(*) FROM outcome WHERE "isOpen"))::int
        AS disagreements,
      (SELECT count(*)::int FROM decision_item
        WHERE "inForce" AND NOT rejected AND "projectId" IS NULL AND "linkedBy" IS NULL) AS unlinked,
      (SELECT count(*)::int FROM lookalike l JOIN organisation a ON a.id = l."aId" JOIN organisation b ON b.id = l."bId"
        WHERE l."decidedAt" IS NULL AND a."mergedIntoId" IS NULL AND b."mergedIntoId" IS NULL) AS lookalikes,
      (SELECT count(*)::int FROM decision_draft WHERE "publishedAt" IS NULL AND "discardedAt" IS NULL) AS drafts,
      (SELECT count(*)::int FROM follow_up WHERE state = 'DRAFT') AS "followUpDrafts",
      lacking.missing, lacking.overdue, open.warnings, open.errors
    FROM (${missingCounts(today)}) AS lacking, (SELECT count(*)::int AS warnings, (count(*) FILTER (WHERE severity = 'error'))::int AS errors
      FROM warning w WHERE w."lookedAt" IS NULL AND ${IN_FORCE}) AS open`
  return row ?? NOTHING
}

const NOTHING: DeskCounts = {
  reports: 0,
  changed: 0,
  disagreements: 0,
  warnings: 0,
  unlinked: 0,
  lookalikes: 0,
  drafts: 0,
  followUpDrafts: 0,
  missing: 0,
  overdue: 0,
  errors: 0,
}
