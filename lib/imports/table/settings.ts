import { z } from 'zod'
import type { Sentence } from '../../documents/parse/reading.ts'
import type { ProblemGroup } from '../../tables/problems.ts'
import { SettingsChoice, TableMapping } from '../../tables/schema.ts'
import type { Table } from '../../tables/types.ts'

/** How a person says that a table is read. */
export const TableChoice = z.object({ settings: SettingsChoice, mapping: TableMapping.nullable() })
export type TableChoice = z.infer<typeof TableChoice>

/** What an import of a table keeps of how it is read: in the import's row. */
export type TableWork = {
  choice: TableChoice
  /** As it was detected, with what was chosen; null until it is read. */
  table: Table | null
  /** What the columns mean, guessed or chosen, by the keys of headers. */
  mapping: TableMapping | null
  /** For each column that was guessed: why. */
  reasons: Record<string, Sentence>
  /** The list that it was recognised as: its name. */
  list: string | null
  /** A person has said that it is right so. */
  isConfirmed: boolean
  /** What is wrong with the rows, by column and kind. */
  problems: ProblemGroup[]
  /** Rows that are no operations: empty ones, sums, repeated headers. */
  skipped: number
}
