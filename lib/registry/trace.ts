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

/** Rows in one statement: PostgreSQL takes 32,766 values in one. */
const ROWS = 1000

/** Leaves the trace, in the transaction of what it tells of. */
export async function leaveTrace(tx: Transaction, rows: readonly Row[]) {
  for (let at = 0; at < rows.length; at += ROWS)
    await tx.change.createMany({ data: rows.slice(at, at + ROWS) })
}
