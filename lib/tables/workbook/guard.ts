import type { TableLimits } from '../limits.ts'
import { refuse, TableError } from '../refusals.ts'
import type { CellPlace } from '../types.ts'
import type { Parts } from './archive.ts'

/** Formulas are counted; the places of the first are kept. */
export type Formulas = { count: number; places: CellPlace[] }
const MOST_PLACES = 20

/**
 * Looks through the parts of a workbook before they are parsed. Throws a TableError for definitions of its own
 * (DOCTYPE, ENTITY: text that multiplies or names files), for markup in another encoding than UTF-8, and for cells
 * so far out that the sheet between would fill the memory.
 */
export function inspectParts(parts: Parts, limits: TableLimits): void {
  if (!parts.has('xl/workbook.xml')) throw new TableError(refuse('broken-workbook'))
  for (const part of parts.values()) {
    if (part.includes(0) || !/^(?:\uFEFF)?\s{0,20}</.test(part.subarray(0, 64).toString())) {
      throw new TableError(refuse('broken-workbook'))
    }
    const isDefining =
      part.includes('<!DOCTYPE') || part.includes('<!ENTITY') || DOCTYPE.test(part.toString('latin1'))
    if (isDefining) throw new TableError(refuse('workbook-doctype'))
    // A sheet may lie at any path: what makes one is this element.
    if (part.includes('sheetData')) inspectExtent(part, limits)
  }
}
const DOCTYPE = /<!(?:doctype|entity)/i

const SHEET_PIECE = 1 << 22

/**
 * The rows and cells that a sheet names: a row far out costs as much memory as all rows before it. Their places are
 * compared with the one way in which spreadsheets write them, since the parser takes many others for numbers too
 * (`1e9`, `&#49;e9`, `Infinity`).
 */
function inspectExtent(part: Buffer, limits: TableLimits): void {
  let [rows, width] = [0, 0]
  for (const piece of piecesOf(part)) {
    for (const match of piece.matchAll(ROW_OR_CELL)) {
      const tag = piece.slice(match.index, piece.indexOf('>', match.index) + 1)
      if (match[1] === 'row' && ++rows > limits.rows)
        throw new TableError(refuse('too-many-rows', { limit: limits.rows }))
      width = Math.max(width, inspectTag(tag, limits))
    }
  }
  // Every row is filled up to the width of the widest.
  if (rows * width > MOST_CELLS)
    throw new TableError(refuse('workbook-too-large', { limit: limits.unpackedBytes }))
}
const MOST_CELLS = 20_000_000
const ROW_OR_CELL = /<[^\s<>/]*(row|c)(?=[\s/>])/g

/** Answers with the column that a tag names; 0 for a row. */
function inspectTag(tag: string, limits: TableLimits): number {
  const ordinary = ORDINARY_TAG.exec(tag)
  if (ordinary) return inspectPlace(ordinary, limits)
  // A ">" within an attribute hides what follows it.
  if (/["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''))) throw new TableError(refuse('broken-workbook'))
  const columns = [...tag.matchAll(PLACE)].map(([, , place = '']) =>
    inspectPlace(ADDRESS.exec(place), limits),
  )
  return Math.max(0, ...columns)
}

function inspectPlace(match: RegExpExecArray | null, limits: TableLimits): number {
  if (!match) throw new TableError(refuse('broken-workbook'))
  const [column, row] = [columnNumber(match[1] ?? ''), Number(match[2])]
  if (row > limits.rows) throw new TableError(refuse('too-many-rows', { limit: limits.rows }))
  if (column > limits.columns)
    throw new TableError(refuse('too-many-columns', { limit: limits.columns, row }))
  return column
}

// How nearly every tag is written: the place first, and after it nothing that could be another.
const ORDINARY_TAG =
  /^<(?:row|c) r="([A-Z]{0,3})(\d{1,8})"(?: [a-qs-z][A-Za-z]{0,20}="[\w.: -]{0,60}"){0,12} ?\/?>$/
const PLACE = /[\s:]r\s*=\s*(["'])([^"']*)/g
const ADDRESS = /^([A-Z]{0,3})(\d{1,8})$/

/** A sheet in pieces that end with an element, so that no address is cut in two. */
function* piecesOf(part: Buffer): Generator<string> {
  for (let at = 0; at < part.length; ) {
    const border = part.indexOf('>', at + SHEET_PIECE)
    const end = border < 0 ? part.length : border + 1
    yield part.subarray(at, end).toString('latin1')
    at = end
  }
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number
}

/** The cells of a sheet whose value is that of a formula. */
export function formulasIn(part: Buffer, sheet: string): Formulas {
  const found: Formulas = { count: 0, places: [] }
  for (const piece of piecesOf(part)) {
    let [from, before] = [0, '']
    for (const { index } of piece.matchAll(/<(?:\w{1,20}:)?f[ />]/g)) {
      found.count++
      if (found.places.length >= MOST_PLACES) continue
      before = piece.slice(Math.max(from, index - 400), index)
      from = index
      const [, letters = 'A', row = '0'] = /.*\sr="([A-Z]{1,3})(\d{1,7})"/s.exec(before) ?? []
      found.places.push({ sheet, row: Number(row), column: columnNumber(letters) })
    }
  }
  return found
}
