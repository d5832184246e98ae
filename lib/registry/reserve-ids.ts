import 'server-only'
import type { Transaction } from '../db.ts'

/** The sequences that give rows their ids. */
const SEQUENCES = { project: 'project_id_seq', statement: 'statement_id_seq' } as const

/** Ids for rows that are going to be inserted, the lowest first: what points at a row can then be written with it. */
export async function reserveIds(
  tx: Transaction,
  table: keyof typeof SEQUENCES,
  count: number,
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ ids: number[] | null }[]>`
    SELECT array_agg(nextval(${SEQUENCES[table]}::regclass)::int) AS ids FROM generate_series(1, ${count}::int)`
  return rows[0]?.ids ?? []
}
