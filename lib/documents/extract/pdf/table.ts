import {
  besideEachOther,
  CLOSEST_LEADING,
  type Column,
  columnOf,
  type Stretch,
  WIDEST_LEADING,
} from './columns.ts'
import type { Line } from './geometry.ts'
import { joinWords, type Vocabulary } from './join.ts'

/** The words of a line in each column; empty where there are none. `x2` is where they end. */
type Cells = { texts: string[]; ends: number[]; y: number; size: number; fonts: string }

const NUMBER = /^(?:ca )?\d[\d \u00A0.,]*(?: ?(?:kr|kronor|sek|tkr|mkr|%))?$/i

function cellsOf(line: Line, columns: Column[]): Cells {
  const texts = columns.map(() => '')
  const ends = columns.map(() => 0)
  for (const segment of line.segments) {
    const index = columnOf(columns, segment)
    texts[index] = texts[index] ? `${texts[index]} ${segment.text}` : segment.text
    ends[index] = segment.x2
  }
  return { texts, ends, y: line.y, size: line.size, fonts: line.segments.map(({ font }) => font).join() }
}

/** The rows of a table, each a line with a tab before each further cell; cells of several lines in one. */
export function rowsOf({ lines, columns }: Stretch, words: Vocabulary): string[] {
  const cells = lines.map((line) => cellsOf(line, columns))
  const numeric = numericColumns(cells)
  const boundary = rowGap(cells, numeric)
  const rows: Cells[][] = []
  for (const line of cells) {
    const row = rows.at(-1)
    if (row && belongsTo(row, line, { numeric, boundary, columns })) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => writeRow(row, words))
}

/** Columns whose cells are mostly numbers: in them, one line is one row. */
const numericColumns = (cells: Cells[]): number[] =>
  (cells[0]?.texts ?? []).flatMap((_, index) => {
    const filled = cells.flatMap(({ texts }) => (texts[index] ? [texts[index]] : []))
    const numbers = filled.filter((text) => NUMBER.test(text))
    return numbers.length > 0 && numbers.length >= filled.length * 0.6 ? [index] : []
  })

/**
 * The distance, in heights of the letters, up to which two lines may stand in one row; nothing when the lines stand
 * evenly and it tells nothing, or when two lines so close are plainly two rows.
 */
function rowGap(cells: Cells[], numeric: number[]): number | undefined {
  const narrow = narrowestLeading(cells)
  const most = narrow * 1.2
  const pairs = cells.slice(1).map((line, index) => ({ above: cells[index] as Cells, line }))
  const gapOf = ({ above, line }: { above: Cells; line: Cells }) => (line.y - above.y) / line.size
  const isTold = pairs.some((pair) => gapOf(pair) > most)
  const isRefuted = pairs.some(
    (pair) =>
      gapOf(pair) <= most && numeric.some((index) => pair.above.texts[index] && pair.line.texts[index]),
  )
  return narrow <= WIDEST_LEADING && isTold && !isRefuted ? most : undefined
}

/** The smallest distance between two lines of one column. */
function narrowestLeading(cells: Cells[]): number {
  const distances = (cells[0]?.texts ?? []).flatMap((_, index) => {
    const filled = cells.filter(({ texts }) => texts[index])
    return filled.slice(1).map((line, above) => (line.y - (filled[above]?.y ?? 0)) / line.size)
  })
  return Math.min(...distances)
}

type TableShape = { numeric: number[]; boundary: number | undefined; columns: Column[] }

function belongsTo(row: Cells[], line: Cells, { numeric, boundary, columns }: TableShape): boolean {
  const above = row.at(-1) as Cells
  const isClose = (line.y - above.y) / line.size <= (boundary ?? WIDEST_LEADING)
  const isAnother = numeric.some((index) => line.texts[index] && row.some(({ texts }) => texts[index]))
  if (!isAnother && line.y - above.y < CLOSEST_LEADING * line.size) return true
  if (!isClose || isAnother || line.fonts.split(',').every((font) => !above.fonts.includes(font)))
    return false
  if (boundary !== undefined && numeric.length > 0)
    return !isHeader(row, numeric) || !hasNumber(line, numeric)
  const hasNew = numeric.some((index) => line.texts[index])
  return !hasNew && line.texts.every((text, index) => !text || cellGoesOn(row, text, index, columns))
}

const hasNumber = (line: Cells, numeric: number[]): boolean =>
  numeric.some((index) => NUMBER.test(line.texts[index] ?? ''))

/**
 * The lines of labels and values by their rows: one of several lines is told by the room around it, or by lines that
 * stand beside each other. Where that gave a row several labels, it was no row.
 */
export function pairsOf({ lines, columns }: Stretch): Line[][] {
  const boundary = rowGap(
    lines.map((line) => cellsOf(line, columns)),
    [],
  )
  const rows = besideEachOther(lines, boundary)
  const labels = rows.map((row) =>
    row.flatMap(({ segments }) => segments.filter((segment) => columnOf(columns, segment) === 0)),
  )
  const hasOneEach = labels.every(([, ...more]) => more.every(({ text }) => /^\p{Ll}/u.test(text)))
  return hasOneEach ? rows : besideEachOther(lines)
}

/** A row with words where numbers belong. */
const isHeader = (row: Cells[], numeric: number[]): boolean =>
  row.some(({ texts }) => numeric.some((index) => texts[index] && !NUMBER.test(texts[index])))

/** Whether the words above reach so far to the right that the next one found no room, or plainly do not end there. */
function cellGoesOn(row: Cells[], text: string, index: number, columns: Column[]): boolean {
  const above = row.findLast(({ texts }) => texts[index])
  const column = columns[index]
  if (!above || !column) return false
  if (/^[\p{Ll}(]/u.test(text) || /[,-]$| (?:och|samt)$/.test(above.texts[index] ?? '')) return true
  const firstWord = (text.split(' ', 1)[0]?.length ?? 0) * above.size * 0.5
  return (above.ends[index] ?? 0) + firstWord > column.x2
}

/** A row with words in its first cell only is a heading over others: a line without tabs. */
function writeRow(row: Cells[], words: Vocabulary): string {
  const [first] = row
  const texts = (first?.texts ?? []).map((_, index) =>
    row
      .flatMap((line) => line.texts[index] ?? [])
      .filter(Boolean)
      .reduce((above, below) => (above ? joinWords(above, below, words) : below), ''),
  )
  return texts.slice(1).some(Boolean) ? texts.join('\t') : (texts[0] ?? '')
}
