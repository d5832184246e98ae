import type { Line, Source, Span } from '../source.ts'
import { spanWithin } from '../source.ts'
import { type Draft, emptyItem } from './draft.ts'
import { addFact } from './facts.ts'
import { columnKey, type Label } from './labels.ts'

type Column = Label | undefined
/** A table of entries: where it begins and what its columns are. */
type Table = { columns: Column[]; first: number }

const SUM_ROW = /^(?:summa|totalt|total|sammanlagt)(?!\p{L})/iu

/** A table's entries, and the index of the line after it. */
export type TableReading = { drafts: Draft[]; next: number }

/** Reads the entries of tables whose rows stand on lines of their own, the cells parted by tabs. */
export function readTabTable(source: Source, index: number): TableReading | undefined {
  const first = source.lines[index]
  if (!source.hasTabs || !first || first.end - first.start > 2000) return undefined
  let columns = cellsOf(source, first).map((cell) => columnKey(cell.text))
  let header: number | undefined = index
  if (!isTable(columns)) return undefined
  const drafts: Draft[] = []
  let at = index + 1
  for (; at < source.lines.length; at++) {
    const cells = cellsOf(source, source.lines[at] as Line)
    if (cells.length < 2 && isHeadingRow(source, at)) continue
    if (cells.length < 2) break
    const headings = cells.map((cell) => columnKey(cell.text))
    if (isTable(headings)) {
      columns = headings
      header = at
      continue
    }
    if (isSumRow(columns, cells)) continue
    const draft = readRow(columns, cells, at, at)
    // A heading of the columns belongs to the table and to no section.
    drafts.push(header === undefined ? draft : { ...draft, tableHeader: { first: header, last: header } })
    header = undefined
  }
  // Rows without entries are passed over as well, or they would be looked through again from every line.
  return at > index + 1 ? { drafts, next: at } : undefined
}

/** The lines of the columns' headings belong to the first entry's table and to nothing else. */
function withHeader(drafts: Draft[], first: number, last: number): Draft[] {
  const [draft, ...rest] = drafts as [Draft, ...Draft[]]
  return [{ ...draft, tableHeader: { first, last } }, ...rest]
}

/** A row of one cell between rows: a fund or a county over those below. It stays where headings are looked for. */
const isHeadingRow = (source: Source, at: number): boolean => {
  const [row, below] = source.lines.slice(at, at + 2)
  return (
    row !== undefined && below !== undefined && row.text.length <= 160 && cellsOf(source, below).length > 1
  )
}

/** A sum of the rows above: it says so, and nobody applies in it. */
function isSumRow(columns: Column[], cells: Span[]): boolean {
  const applicant = cells[columns.findIndex((column) => column?.key === 'applicant')]?.text
  return (
    cells.some((cell) => SUM_ROW.test(cell.text)) &&
    (applicant === undefined || applicant === '' || SUM_ROW.test(applicant))
  )
}

const isTable = (columns: Column[]): boolean =>
  columns.length > 1 &&
  columns.some((column) => column?.key === 'name') &&
  columns.some((column) => column?.key === 'applicant' || column?.key === 'amount')

/** The cells of a line, empty ones at its beginning and end too. */
function cellsOf(source: Source, line: Line): Span[] {
  const from = line.start - line.indent
  const rest = /[^\S\n\r]*/y
  rest.lastIndex = line.end
  const raw = source.text.slice(from, line.end + (rest.exec(source.text)?.[0].length ?? 0))
  if (!raw.includes('\t')) return []
  let at = from
  return raw.split('\t').map((cell) => {
    const start = at + (cell.length - cell.trimStart().length)
    at += cell.length + 1
    const text = cell.replace(/\s+/g, ' ').trim()
    return { source, place: { start, end: start + cell.trim().length }, text }
  })
}

/**
 * Reads the entries of a table that lost its rows: first the headings of the columns, then cell after cell, each on
 * a line of its own. The amount tells where each row stands, because no other cell is a bare number.
 */
export function readFlattenedTable(source: Source, index: number): TableReading | undefined {
  const table = flattenedHeader(source, index)
  if (!table) return undefined
  const amountAt = table.columns.findIndex((column) => column?.key === 'amount')
  const rows = rowsOf(source, table, amountAt)
  const drafts = rows.map((first, row) => {
    const last = Math.min(first + table.columns.length, rows[row + 1] ?? source.lines.length) - 1
    const cells = source.lines.slice(first, last + 1).map((line) => spanWithin(source, line))
    return readRow(table.columns, cells, first, last)
  })
  const next = (drafts.at(-1)?.last ?? index) + 1
  return drafts.length > 0 ? { drafts: withHeader(drafts, index, table.first - 1), next } : undefined
}

/** Between two rows of a flattened table stand at most so many lines: longer descriptions, headings of parts. */
const MOST_LINES_BETWEEN_ROWS = 12

/** Where the rows begin, found by their amounts. The table ends where no amount follows for a while. */
function rowsOf(source: Source, table: Table, amountAt: number): number[] {
  const rows: number[] = []
  let latest = table.first
  for (let at = table.first + amountAt; at < source.lines.length; at++) {
    if (at - latest > table.columns.length + MOST_LINES_BETWEEN_ROWS) break
    if (!isBareAmount(source.lines[at]?.text ?? '')) continue
    rows.push(at - amountAt)
    latest = at
  }
  return rows
}

function flattenedHeader(source: Source, index: number): Table | undefined {
  const columns: Column[] = []
  let at = index
  for (; at < source.lines.length && columns.length < 10; at++) {
    const text = source.lines[at]?.text ?? ''
    const column = text.length <= 40 && !text.includes(':') ? columnKey(text) : undefined
    if (!column) break
    columns.push(column)
  }
  const hasAmount = columns.some((column) => column?.key === 'amount')
  return hasAmount && columns.length > 2 && isTable(columns) ? { columns, first: at } : undefined
}

const isBareAmount = (text: string): boolean => /^\d{1,3}(?: \d{3})+(?: ?kr| kronor)?$|^\d{5,}$/.test(text)

function readRow(columns: Column[], cells: Span[], first: number, last: number): Draft {
  const draft: Draft = { layout: 'table', first, last, item: emptyItem(), prose: [], describedBelow: false }
  for (const [index, column] of columns.entries()) {
    const span = cells[index]
    if (column && span) addFact(draft, { ...column, label: '', span, emptyAt: span.place.start })
  }
  return draft
}
