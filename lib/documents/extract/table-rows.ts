import { attribute, type Element, isElement } from './page-frame.ts'

/** A cell in its column; without an element where the cell is empty or another one reaches over it. */
export type Cell = { element: Element | undefined; column: number }

/** A row's cells, one for each column, and whether they are labels with values. */
export type Row = { cells: Cell[]; arePairs: boolean }

/** A cell that reaches down over rows that are still to come. */
type Span = { element: Element; rowsLeft: number }

/** What is known of a table while its rows are read. */
type Table = { down: Map<number, Span>; hasHeaderOverTwo: boolean; rows: number }

const MOST_COLUMNS = 200
const MOST_ROWS = 100

const isShort = (cell: Element): boolean => {
  const inner = cell.childNodes.flatMap((node) => (isElement(node) ? node.childNodes : [node]))
  const length = inner.reduce((sum, node) => sum + ('value' in node ? node.value.length : 0), 0)
  return inner.length <= 10 && !inner.some(isElement) && length <= 300
}

/** Reads the rows of tables in their order: cells that span rows count in each of them, spanned columns are empty. */
export class TableReader {
  private readonly tables = new Map<Element, Table>()

  read(row: Element): Row {
    const table = this.tableOf(row)
    const own = row.childNodes.filter(
      (node): node is Element => isElement(node) && /^t[hd]$/.test(node.tagName),
    )
    const isHeader = own.every((cell) => cell.tagName === 'th') || parentOf(row)?.tagName === 'thead'
    const cells = placeCells(own, table)
    if (table.rows++ === 0) table.hasHeaderOverTwo = isHeader && cells.length === 2
    return { cells, arePairs: arePairs(own, cells, isHeader, table) }
  }

  private tableOf(row: Element): Table {
    const parent = parentOf(row)
    const element = (parent?.tagName === 'table' ? parent : parent && parentOf(parent)) ?? row
    const known = this.tables.get(element)
    if (known) return known
    const table: Table = { down: new Map(), hasHeaderOverTwo: false, rows: 0 }
    this.tables.set(element, table)
    return table
  }
}

const parentOf = (element: Element): Element | null => element.parentNode as Element | null

/** Gives each column of a row its cell, those that reach down from rows above among them. */
function placeCells(own: Element[], table: Table): Cell[] {
  const cells: Cell[] = []
  const takeFromAbove = () => {
    for (let span = table.down.get(cells.length); span; span = table.down.get(cells.length)) {
      if (--span.rowsLeft <= 0) table.down.delete(cells.length)
      cells.push({ element: span.element, column: cells.length })
    }
  }
  for (const element of own) {
    takeFromAbove()
    const rows = Number(attribute(element, 'rowspan')) || 1
    // One cell over the whole width is a heading, not a row of empty cells.
    const columns = own.length === 1 ? 1 : Math.min(Number(attribute(element, 'colspan')) || 1, MOST_COLUMNS)
    // Only a short cell of plain words is repeated: a page must not grow without bound.
    if (rows > 1 && own.length > 1 && isShort(element))
      table.down.set(cells.length, { element, rowsLeft: Math.min(rows - 1, MOST_ROWS) })
    cells.push({ element, column: cells.length })
    for (let more = 1; more < columns && cells.length < MOST_COLUMNS; more++)
      cells.push({ element: undefined, column: cells.length })
  }
  takeFromAbove()
  return cells
}

/** Two cells are a label and its value, unless the table has a header over two columns; so are pairs of th and td. */
function arePairs(own: Element[], cells: Cell[], isHeader: boolean, table: Table): boolean {
  if (cells.length === 2) return !isHeader && !table.hasHeaderOverTwo
  const alternate = own.every((cell, index) => cell.tagName === (index % 2 === 0 ? 'th' : 'td'))
  return cells.length > 2 && cells.length === own.length && own.length % 2 === 0 && alternate
}
