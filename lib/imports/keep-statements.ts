import 'server-only'
import type { Transaction } from '../db.ts'
import { inserterOf } from '../insert-rows.ts'
import { reserveIds } from '../registry/reserve-ids.ts'
import type { StatementDraft } from './drafts.ts'
import type { Subject } from './store.ts'

/** A statement with the id that it will have: what is written before it may name it. */
export type NumberedStatement = StatementDraft & { id: number }
type Said<Statement> = { subject: Subject; statements: readonly Statement[] }

/** Keeps what documents say. */
export async function keepStatements(
  tx: Transaction,
  documentId: number,
  parserVersion: number,
  said: readonly Said<StatementDraft>[],
) {
  await keepNumbered(tx, documentId, parserVersion, await numbered(tx, said))
}

/** Gives statements their ids, in their order. */
export async function numbered<Of extends { statements: readonly StatementDraft[] }>(
  tx: Transaction,
  said: readonly Of[],
): Promise<(Omit<Of, 'statements'> & { statements: NumberedStatement[] })[]> {
  const count = said.reduce((sum, { statements }) => sum + statements.length, 0)
  const ids = (await reserveIds(tx, 'statement', count)).values()
  return said.map((one) => ({
    ...one,
    statements: one.statements.map((statement) => ({ ...statement, id: ids.next().value ?? 0 })),
  }))
}

/** Keeps what documents say, with the ids that it was given. */
export async function keepNumbered(
  tx: Transaction,
  documentId: number,
  parserVersion: number,
  said: readonly Said<NumberedStatement>[],
) {
  await insertStatements(
    tx,
    said.flatMap(({ subject, statements }) =>
      statements.map((statement) => ({ documentId, parserVersion, ...subject, ...statement })),
    ),
  )
}

const insertStatements = inserterOf('statement', {
  id: 'int',
  documentId: 'int',
  parserVersion: 'int',
  projectId: 'int',
  decisionId: 'int',
  itemId: 'int',
  row: 'int',
  field: 'text',
  origin: '"StatementOrigin"',
  state: '"StatementState"',
  label: 'text',
  raw: 'text',
  value: 'jsonb',
  precision: 'int',
  qualifier: 'text',
  code: 'text',
  start: 'int',
  end: 'int',
  before: 'text',
  after: 'text',
})
