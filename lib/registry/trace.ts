import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { inserterOf } from '../insert-rows.ts'

/** Who changed something, in which change of the registry. */
export type By = { actor: string; revision: number; importId?: number; userId?: number }
export type FieldChange = { field: string; from: unknown; to: unknown }
type Row = Prisma.ChangeCreateManyInput

/** A plain value as a JSON column takes it: null is the database's own. */
export const jsonOf = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** One row a field. */
export const fieldTrace = (
  by: By,
  subject: { itemId?: number; projectId?: number; followUpId?: number },
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

/** Leaves the trace, in the transaction of what it tells of. */
export function leaveTrace(tx: Transaction, rows: readonly Row[]): Promise<void> {
  return insertChanges(
    tx,
    rows.map(({ from, to, ...row }) => ({ ...row, from: plain(from), to: plain(to) })),
  )
}

const plain = (value: Row['from']) => (value === Prisma.DbNull ? null : value)

const insertChanges = inserterOf('change', {
  revision: 'int',
  actor: 'text',
  userId: 'int',
  action: 'text',
  field: 'text',
  from: 'jsonb',
  to: 'jsonb',
  reason: 'text',
  evidence: 'text',
  importId: 'int',
  projectId: 'int',
  decisionId: 'int',
  itemId: 'int',
  organisationId: 'int',
  followUpId: 'int',
  correctionId: 'int',
  mergeId: 'int',
  warningId: 'int',
  reportId: 'int',
})
