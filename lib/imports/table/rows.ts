import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { DuplicateNumbers } from '../../tables/checks.ts'
import { convertRow } from '../../tables/convert.ts'
import type { ConvertedCell } from '../../tables/converted.ts'
import { mappedColumns } from '../../tables/mapping.ts'
import { coverLabel } from '../../tables/persons.ts'
import type { RowProblem } from '../../tables/problems.ts'
import { rowsOf } from '../../tables/read.ts'
import { TOOLS } from './open.ts'
import { draftRow, type RowDraft } from './row-draft.ts'
import type { TableWork } from './settings.ts'

export type RowBatch = {
  drafts: RowDraft[]
  /** Of all rows, those that are no operations too. */
  problems: RowProblem[]
  /** How many rows of the file it took. */
  rows: number
  /** Rows that are no operations. */
  skipped: number
}

/**
 * A table's rows as drafts, a thousand at a time, read with what somebody confirmed. Others get their turn between two
 * batches: this process answers visitors as well.
 */
export async function* draftsOf(bytes: Uint8Array, { table, mapping }: TableWork): AsyncGenerator<RowBatch> {
  if (!table || !mapping) return
  const columns = mappedColumns(table.columns, mapping)
  const labels = new Map(columns.map(({ header }) => [header, coverLabel(header)]))
  const duplicates = new DuplicateNumbers()
  for await (const rows of rowsOf(bytes, table.settings, TOOLS)) {
    const batch: RowBatch = { drafts: [], problems: [], rows: rows.length, skipped: 0 }
    for (const row of rows) {
      const converted = convertRow(row, columns)
      const problems = [...converted.problems, ...duplicates.check(converted)]
      batch.problems.push(...problems)
      if (converted.skipped) batch.skipped++
      else batch.drafts.push(draftRow({ ...converted, cells: labelled(converted.cells, labels), problems }))
    }
    await turn()
    yield batch
  }
}

/** What the registry keeps of a header names nobody; until then it is what it is, for rows that repeat it. */
const labelled = (cells: ConvertedCell[], labels: ReadonlyMap<string, string>): ConvertedCell[] =>
  cells.map((cell) => ({ ...cell, header: labels.get(cell.header) ?? cell.header }))
