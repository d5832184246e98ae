import { z } from 'zod'

/** Projects that a table may have, and so its rows. */
export const MOST_ROWS = 2000
const LONGEST_CELL = 10_000

/** What is wrong with how a cell is written, before anybody reads it as a value of its field. */
const CellProblem = z.object({
  column: z.string(),
  why: z.enum(['ambiguousDate', 'ambiguousNumber', 'basis', 'tooLong']),
  /** What stands there. */
  cell: z.string(),
})
export type CellProblem = z.infer<typeof CellProblem>

/** A figure as it was when the row was compared with the registry; null where nothing was known. */
const Was = z
  .object({
    value: z.number(),
    precision: z.number(),
    qualifier: z.string().nullable(),
    asOf: z.string().nullable(),
    basis: z.string().nullable(),
  })
  .nullable()
export type Was = z.infer<typeof Was>

/** A row of the table as it was read. */
export const ReadRow = z.object({
  /** As the file counts it, from 1. */
  row: z.number().int(),
  number: z.string(),
  name: z.string(),
  /** By column, as a person types it; empty cells are left out. */
  cells: z.record(z.string(), z.string()),
  problems: z.array(CellProblem),
})
export type ReadRow = z.infer<typeof ReadRow>

/** A row with what somebody has decided about it, and what it was compared with. */
export const BatchRow = ReadRow.extend({
  /** False where somebody has left it out. */
  isIn: z.boolean(),
  /** Flags that somebody has looked at: lib/follow-up/flags.ts. */
  seen: z.array(z.string()),
  /** The project and the figures that its cells were held against. */
  projectId: z.number().int().nullable(),
  was: z.record(z.string(), Was),
})
export type BatchRow = z.infer<typeof BatchRow>

/** What a batch keeps of its table. */
export const BatchContent = z.object({
  /** Headers that are none of the template's: nothing is read from under them. */
  unknown: z.array(z.string()),
  rows: z.array(BatchRow),
})
export type BatchContent = z.infer<typeof BatchContent>

export const isTooLong = (cell: string): boolean => cell.length > LONGEST_CELL
