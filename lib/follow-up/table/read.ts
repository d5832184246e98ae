import type { Sentence } from '../../documents/parse/reading.ts'
import { problem as failed, ok, type Result } from '../../result.ts'
import { measureOf } from '../measures.ts'
import { basisOf, unharmed } from './cells.ts'
import { type ColumnKey, columnOf, MOST_INDICATORS, typeOfColumn } from './columns.ts'
import { type Formats, formatsOf, inWords } from './formats.ts'
import { type CellProblem, isTooLong, MOST_ROWS, type ReadRow } from './rows.ts'

/** A row of a file: plain texts. `row` counts from 1 as a spreadsheet numbers them. */
export type FileRow = { row: number; cells: readonly string[] }

export type ReadTable = {
  /** Headers that are none of the template's, each once. */
  unknown: string[]
  rows: ReadRow[]
}

/** The header stands among so many first rows. */
const HEADER_WITHIN = 40

/**
 * Reads a table that was filled in: columns by their headers, in any order and either language, and each cell as a person
 * types it. What a cell means, and whether it is right, is asked when the rows are compared. Pure.
 */
export function readFilledTable(
  rows: readonly FileRow[],
  { isWorkbook }: { isWorkbook: boolean },
): Result<ReadTable, Sentence> {
  const header = rows.slice(0, HEADER_WITHIN).find(({ cells }) => isHeader(cells))
  if (!header) return failed(NO_HEADER)
  const columns = header.cells.map((cell) => columnOf(unharmed(cell)))
  const twice = columns.find((key, at) => key !== undefined && columns.indexOf(key) !== at)
  if (twice) return failed(sameColumn(header.cells[columns.lastIndexOf(twice)] ?? twice))
  const indicators = new Set(columns.flatMap((key) => measureOf(key ?? '')?.row ?? []))
  if (indicators.size > MOST_INDICATORS) return failed(TOO_MANY_INDICATORS)
  const filled = rows.filter(({ row, cells }) => row > header.row && cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return failed(NO_ROWS)
  if (filled.length > MOST_ROWS) return failed(TOO_MANY_ROWS)
  const formats = formatsOf(cellsOf(filled, columns), isWorkbook)
  const unknown = header.cells.filter((cell, at) => columns[at] === undefined && cell.trim() !== '')
  return ok({
    unknown: [...new Set(unknown.map((cell) => cell.trim().slice(0, 100)))].slice(0, 50),
    rows: filled.map((row) => readRow(row, columns, formats)),
  })
}

/** A number of a project, and something that is said of it. */
function isHeader(cells: readonly string[]): boolean {
  const known = new Set(cells.map((cell) => columnOf(unharmed(cell))))
  known.delete(undefined)
  return known.has('number') && known.size > 1
}

type Columns = readonly (ColumnKey | undefined)[]

function* cellsOf(rows: readonly FileRow[], columns: Columns) {
  for (const { cells } of rows)
    for (const [at, key] of columns.entries()) if (key) yield [key, cells[at] ?? ''] as const
}

function readRow({ row, cells }: FileRow, columns: Columns, formats: Formats): ReadRow {
  const texts: Record<string, string> = {}
  const problems: CellProblem[] = []
  for (const [at, key] of columns.entries()) {
    const cell = unharmed(cells[at] ?? '')
    if (!key || cell.trim() === '') continue
    const say = (why: CellProblem['why']) => problems.push({ column: key, why, cell: cell.slice(0, 200) })
    if (isTooLong(cell)) say('tooLong')
    else if (key === 'basis') {
      const basis = basisOf(cell)
      if (basis) texts[key] = basis
      else say('basis')
    } else {
      const words = inWords(key, cell, formats)
      if (words.ok) texts[key] = isText(key) ? cell : words.text
      else say(words.why)
    }
  }
  const { number = '', name = '', ...others } = texts
  return { row, number: number.trim(), name: name.trim(), cells: others, problems }
}

const isText = (key: ColumnKey): boolean => typeOfColumn(key) === 'text'

const NO_HEADER: Sentence = {
  sv: 'Det går inte att hitta mallens rubriker. Den första raden ska ha Projektnummer och minst en av mallens andra rubriker.',
  en: 'The headers of the template are not there. The first row has to have Project number and at least one other header of the template.',
}
const sameColumn = (header: string): Sentence => ({
  sv: `Två kolumner har samma betydelse: ”${header.trim().slice(0, 100)}”. Ta bort en av dem.`,
  en: `Two columns mean the same: “${header.trim().slice(0, 100)}”. Take one of them out.`,
})
const NO_ROWS: Sentence = {
  sv: 'Under rubrikerna står inga rader.',
  en: 'There are no rows under the headers.',
}
const TOO_MANY_ROWS: Sentence = {
  sv: `Tabellen har fler än ${MOST_ROWS.toLocaleString('sv-SE')} rader. Dela den i flera.`,
  en: `The table has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Divide it into several.`,
}
const TOO_MANY_INDICATORS: Sentence = {
  sv: `Tabellen har fler än ${MOST_INDICATORS} indikatorer. Dela den i flera.`,
  en: `The table has more than ${MOST_INDICATORS} indicators. Divide it into several.`,
}
