import { folded } from './cell-readers.ts'
import { type ConvertedRow, cellOf, saysNothing } from './converted.ts'
import { isKronor, type MappedColumn } from './mapping.ts'
import type { Row } from './types.ts'

/** Why a row is no operation: nothing stands in it, or the headers again, or sums of the rows above. */
export function skippedAs(row: Row, columns: MappedColumn[]): ConvertedRow['skipped'] {
  const filled = columns.filter((column) => !saysNothing(cellOf(row, column)))
  if (filled.length === 0) return row.cells.every((cell) => cell.trim() === '') ? 'empty' : null
  if (filled.length > 1 && filled.every((column) => isHeader(cellOf(row, column), column.header)))
    return 'headers'
  return columns.length >= 3 && isTotals(row, filled) ? 'totals' : null
}

/** A printed list repeats its headers; one of two lines repeats the first of them. */
function isHeader(cell: string, header: string): boolean {
  const words = folded(cell)
  return words === header || (words !== '' && header.startsWith(`${words} / `))
}

/** Sums with a label in whatever column, or without one: amounts and nothing that names an operation. */
function isTotals(row: Row, filled: MappedColumn[]): boolean {
  const [first, ...others] = filled
  const label = first ? folded(cellOf(row, first)) : ''
  const areNumbers = others.length > 0 && others.every((column) => /\d/.test(cellOf(row, column)))
  if (TOTALS.test(label) && areNumbers) return true
  return filled.every(({ target }) => isKronor(target) || target === 'otherAmount')
}
const TOTALS =
  /^(?:del)?summa|^total(?:t|er|s|summa)?(?: sum| summa| belopp)?:?$|^sum(?: total)?:?$|^(?:grand|sub) ?total/i
