import { DuplicateNumbers } from '../checks.ts'
import { convertRow } from '../convert.ts'
import type { ConvertedRow } from '../converted.ts'
import { guessMapping, mappedColumns } from '../mapping.ts'
import { type ProblemGroup, Problems } from '../problems.ts'
import type { ColumnMapping } from '../schema.ts'
import { readAll, textBytes } from './write.ts'

/** A table as an administrator imports it with what is guessed, some columns mapped by hand. */
export async function convertAll(
  bytes: Uint8Array,
  byHand: Record<string, ColumnMapping> = {},
): Promise<{ rows: ConvertedRow[]; problems: ProblemGroup[] }> {
  const { table, rows } = await readAll(bytes)
  const { mapping } = guessMapping(table)
  const columns = mappedColumns(table.columns, { ...mapping, columns: { ...mapping.columns, ...byHand } })
  const [problems, numbers] = [new Problems(), new DuplicateNumbers()]
  const converted = rows.map((row) => convertRow(row, columns))
  for (const row of converted) problems.add([...row.problems, ...numbers.check(row)])
  return { rows: converted, problems: problems.list() }
}

/** The rows of a table with semicolons, converted. */
export const convertText = (lines: string[], byHand?: Record<string, ColumnMapping>) =>
  convertAll(textBytes(lines.join('\n')), byHand)
