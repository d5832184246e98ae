import type { Page } from '../paging.ts'
import type { DocumentFile, Saying } from '../projects/view.ts'

/** A column as it was read: what its values were taken for. `target` is one of lib/tables/schema.ts. */
type TableColumnView = { number: number; header: string; target: string }

/** What was read from a cell: UTF-16 offsets in the row's text. */
export type TableReading = Pick<Saying, 'state' | 'label' | 'start'> & { field: string; end: number }

export type TableRowView = {
  /** As the file numbers it. */
  number: number
  /** Its kept cells with tabs between, private words covered. */
  text: string
  readings: TableReading[]
  /** What it tells of. */
  project: { slug: string; name: string } | null
}

/** A table of operations: what tells how it was read, and one page of its rows. */
export type TableView = DocumentFile & {
  sheet: string | null
  columns: TableColumnView[]
  /** How many rows stand in the file, empty ones and sums too. */
  rowsInFile: number
  /** How many projects it tells of; counted for the first page alone. */
  projects: number | null
  rows: Page<TableRowView>
  /** The first row of the pages that a pager names. */
  pageStarts: Record<number, number>
}
