import type { TableLimits } from './limits.ts'
import { refuse, TableError } from './refusals.ts'
import type { Row } from './types.ts'

/** Rows are handed on so many at a time. */
const BATCH = 1000

/** The rows in batches of a thousand. */
export async function* inBatches(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** The same rows, each measured against the limits. Throws a TableError at the first that is beyond them. */
export async function* inspected(rows: AsyncIterable<Row>, limits: TableLimits): AsyncGenerator<Row> {
  let count = 0
  for await (const row of rows) {
    if (++count > limits.rows) throw new TableError(refuse('too-many-rows', { limit: limits.rows }))
    inspectRow(row, limits)
    yield row
  }
}

/** Throws a TableError for a row with too many cells, or too long ones. */
export function inspectRow({ row, cells }: Row, limits: TableLimits): void {
  if (cells.length > limits.columns) {
    throw new TableError(refuse('too-many-columns', { limit: limits.columns, row }))
  }
  for (const cell of cells) {
    if (cell.length > limits.cellLength)
      throw new TableError(refuse('cell-too-long', { limit: limits.cellLength, row }))
  }
}

export const isEmptyRow = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '')
