import { dateFormOf } from './dates.ts'
import { targetOfHeader } from './header-words.ts'
import { isWrittenNumber } from './numbers.ts'
import type { Guess, Row } from './types.ts'

/** Where a table's header stands: its row as the file numbers it, 0 for none, and on how many lines. */
export type HeaderPlace = { row: number; lines: 1 | 2 }

/** A header stands among so many first rows. */
const HEADER_WITHIN = 40
const LONGEST_HEADER = 160

/** Finds the header among the first rows of a table: the row that reads like names of columns, titles above it. */
export function findHeader(rows: Row[]): Guess<HeaderPlace> {
  const first = rows.slice(0, HEADER_WITHIN)
  const width = Math.max(0, ...first.map(({ cells }) => filledIn(cells)))
  const scored = first
    .map((row, index) => ({ row, index, score: headerScore(row.cells, width) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const [best] = scored
  if (!best || best.score <= 0) return NO_HEADER
  const { row, index } = withGroupsAbove(first, best)
  const lines = isTwoLined(row, first[index + 1], first.slice(index + 2)) ? 2 : 1
  return {
    value: { row: row.row, lines },
    certain: best.score >= 1,
    reason: lines === 2 ? TWO_LINES : ONE_LINE,
  }
}

const NO_HEADER: Guess<HeaderPlace> = {
  value: { row: 0, lines: 1 },
  certain: false,
  reason: {
    sv: 'Ingen av de första raderna ser ut som rubriker.',
    en: 'None of the first rows looks like headers.',
  },
}
const ONE_LINE = {
  sv: 'Raden ser ut som namn på kolumner.',
  en: 'The row reads like names of columns.',
}
const TWO_LINES = {
  sv: 'Raden och den under ser ut som namn på kolumner.',
  en: 'The row and the one below read like names of columns.',
}

const filledIn = (cells: string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** At least 1 for a row that known headers fill; 0 or less for one that is no header at all. */
function headerScore(cells: string[], width: number): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length < width * 0.5 || !filled.every(isName)) return 0
  const known = filled.filter((cell) => targetOfHeader(cell)).length
  const distinct = new Set(filled).size / filled.length
  return (filled.length / width) * distinct * (0.3 + (2 * known) / filled.length)
}

/** Words that can be the name of a column: neither a number, a date nor prose. */
function isName(cell: string): boolean {
  if (cell.length > LONGEST_HEADER || !/\p{L}/u.test(cell)) return false
  return !isValue(cell)
}
const isValue = (cell: string): boolean =>
  isWrittenNumber(cell) ||
  dateFormOf(cell) !== undefined ||
  /^\d{4}[/-]\d{4,5}$|^\d{2}-\d{3}-\p{Lu}\d{2,3}$/u.test(cell)

type Scored = { row: Row; index: number }

/** A sparse row right above, each of whose cells begins a group of columns, belongs to the header. */
function withGroupsAbove(rows: Row[], best: Scored): Scored {
  const above = rows[best.index - 1]
  if (!above) return best
  const filled = filledIn(above.cells)
  const isGroups =
    filled >= 2 &&
    filled < filledIn(best.row.cells) &&
    above.cells.every((cell) => cell === '' || isName(cell))
  return isGroups ? { row: above, index: best.index - 1 } : best
}

/**
 * A second line of names: where the rows under it have numbers and dates, it has words, as the first line has; or its
 * words are headers that we know.
 */
function isTwoLined(header: Row, second: Row | undefined, rest: Row[]): boolean {
  if (!second || second.row !== header.row + 1 || rest.length === 0) return false
  const names = second.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.length < 2 || !names.every(isName)) return false
  if (names.filter((name) => targetOfHeader(name)).length >= names.length * 0.7) return true
  const typed = second.cells.flatMap((cell, column) => (isTyped(rest, column) ? [cell.trim()] : []))
  return typed.some((cell) => cell !== '')
}

const isTyped = (rows: Row[], column: number): boolean => {
  const cells = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter(isValue).length >= cells.length * 0.6
}

/** The headers of all columns, two lines joined; a group's name counts for the columns up to the next one. */
export function headersOf(lines: Row[], width: number): string[] {
  const [first, second] = lines.map(({ cells }) => cells.map(tidy))
  const columns = Array.from({ length: width }, (_, index) => index)
  if (!first) return columns.map(() => '')
  if (!second) return columns.map((index) => first[index] ?? '')
  const groups = spread(first, second)
  return columns.map((index) => joined(groups[index] ?? '', second[index] ?? ''))
}

const LONGEST_SHOWN = 300
const tidy = (cell: string): string => cell.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SHOWN).toWellFormed()
const joined = (above: string, below: string): string =>
  above === below ? above : [above, below].filter((part) => part !== '').join(' / ')

function spread(first: string[], second: string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => {
    group = first[index] || (second[index] ? group : '')
    return group
  })
}
