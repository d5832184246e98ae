import type { Sentence } from '../documents/parse/reading.ts'
import type { ColumnFormat, TableSettings } from './schema.ts'

/** Where a cell stands. Rows and columns count from 1 as a spreadsheet numbers them, title lines included. */
export type CellPlace = { sheet: string | null; row: number; column: number }

/** One row as it stands in the file: the plain text of its cells, white space kept. */
export type Row = { sheet: string | null; row: number; cells: string[] }

/** Something that was guessed, with what speaks for it, and whether another reading is possible. */
export type Guess<Value> = { value: Value; certain: boolean; reason: Sentence }

/** A column: its header, the key by which a mapping finds it again, and how its values seem to be written. */
export type Column = {
  /** Counts from 1. */
  number: number
  header: string
  key: string
  format: ColumnFormat
  /** Why the format was guessed, one sentence for each part of it that could be doubted. */
  reasons: Guess<keyof ColumnFormat>[]
  /** The first values that are not empty, shortened: for the preview, and for guessing a target. */
  examples: string[]
  filled: number
}

/** A sheet of a workbook, or a list in a JSON document. */
export type SheetSize = { name: string; rows: number; columns: number }

export type Table = {
  settings: TableSettings
  /** What spoke for each setting. */
  evidence: Guess<keyof TableSettings>[]
  sheets: SheetSize[]
  columns: Column[]
  /** The first rows under the header. */
  preview: Row[]
  /** Rows under the header, empty ones too. */
  rowCount: number
  warnings: TableWarning[]
}

/** Something about a cell or the whole table that no conversion is needed to see. */
export type TableWarning = { code: 'formulas' | 'duplicate-headers'; message: Sentence; places: CellPlace[] }
