import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'

/** Who changed something, in which change of the registry. */
export type By = { actor: string; revision: number; importId?: number; userId?: number }
export type FieldChange = { field: string; from: unknown; to: unknown }
type Row = Prisma.ChangeCreateManyInput

/** A plain value as a JSON column takes it: null is the database's own. */
export const jsonOf = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** One row a field. */
export const fieldTrace = (
  by: By,
  subject: { itemId?: number; projectId?: number },
  changes: readonly FieldChange[],
): Row[] =>
  changes.map(({ field, from, to }) => ({
    ...by,
    ...subject,
    action: 'field',
    field,
    from: jsonOf(from),
    to: jsonOf(to),
  }))

/** Rows in one command: bounds the memory. */
const ROWS = 5000

/** Leaves the trace, in the transaction of what it tells of. As one list in JSON: bound one by one it would take Prisma long. */
export async function leaveTrace(tx: Transaction, rows: readonly Row[]) {
  for (let at = 0; at < rows.length; at += ROWS) {
    const json = JSON.stringify(rows.slice(at, at + ROWS), (_, value) =>
      value === Prisma.DbNull ? null : value,
    )
    await tx.$executeRaw`
      INSERT INTO change (revision, actor, "userId", action, field, "from", "to", reason, evidence, "importId", "projectId",
        "decisionId", "itemId", "organisationId", "correctionId", "mergeId", "warningId", "reportId")
      SELECT r.revision, r.actor, r."userId", r.action, r.field, r."from", r."to", r.reason, r.evidence, r."importId",
        r."projectId", r."decisionId", r."itemId", r."organisationId", r."correctionId", r."mergeId", r."warningId",
        r."reportId"
      FROM jsonb_to_recordset(${json}::jsonb) AS r(revision int, actor text, "userId" int, action text, field text,
        "from" jsonb, "to" jsonb, reason text, evidence text, "importId" int, "projectId" int, "decisionId" int,
        "itemId" int, "organisationId" int, "correctionId" int, "mergeId" int, "warningId" int, "reportId" int)`
  }
}
