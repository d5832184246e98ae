import type { Sentence } from '../documents/parse/reading.ts'
import type { StoredValue } from '../projects/shown.ts'
import type { MappedColumn } from './mapping.ts'
import type { RowProblem } from './problems.ts'
import type { Currency, TargetField } from './schema.ts'
import type { CellPlace, Row } from './types.ts'

/** What one cell says. Cells of columns that are ignored or private are not converted, and not kept. */
export type ConvertedCell = {
  target: TargetField
  /** For an amount in another currency: the field that its column gives. */
  meant: TargetField | null
  header: string
  state: 'READ' | 'EMPTY' | 'UNREADABLE'
  /** The cell's text as it stands in the file, private words covered. */
  raw: string
  value: StoredValue
  /** The step to which an amount was rounded, in its currency. */
  precision: number | null
  qualifier: string | null
  code: string | null
  /** ISO 4217, for amounts. */
  currency: Currency | null
  place: CellPlace
  /** Why the cell cannot be read. */
  problem: Sentence | null
}

export type ConvertedRow = {
  sheet: string | null
  row: number
  /** Why the row is no operation: nothing stands in it, or sums of the rows above, or the headers again. */
  skipped: 'empty' | 'totals' | 'headers' | null
  cells: ConvertedCell[]
  problems: RowProblem[]
}

/** The text of a row in a column; nothing where the row ends before it. */
export const cellOf = (row: Row, column: MappedColumn): string => row.cells[column.number - 1] ?? ''

/** Whether a cell says nothing, or has a dash that says so. */
export const saysNothing = (text: string): boolean => /^[\s–—-]{0,20}$/.test(text)
