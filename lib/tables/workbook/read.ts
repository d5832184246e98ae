import readXlsxFile from 'read-excel-file/node'
import { cleaned } from '../encoding.ts'
import { DEFAULT_LIMITS, type TableLimits } from '../limits.ts'
import { refuse, TableError, type TableProblem } from '../refusals.ts'
import { inspectRow } from '../rows.ts'
import { type Parts, pack, unpack } from './archive.ts'
import { type Formulas, formulasIn, inspectParts } from './guard.ts'

/** A sheet: its cells as plain text, row by row from row 1, each row as long as it has cells. */
export type Sheet = { name: string; rows: string[][]; formulas: Formulas }
export type Workbook = { sheets: Sheet[] }

/**
 * Reads an XLSX workbook: all sheets, each cell's value as plain text (dates as ISO, numbers in full, the last known
 * value of a formula). The archive is looked through before it is parsed, and everything is counted against the
 * limits. Plain data in and out, so that it can run in a process of its own. Never throws.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: TableLimits = DEFAULT_LIMITS,
): Promise<Workbook | TableProblem> {
  if (bytes.length > limits.bytes) return refuse('too-large', { limit: limits.bytes })
  const other = notXlsx(bytes)
  if (other) return other
  try {
    const parts = await unpack(bytes, limits)
    inspectParts(parts, limits)
    return await parseParts(parts, limits)
  } catch (error) {
    if (error instanceof TableError) return error.refused
    return refuse('broken-workbook')
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the bytes are an older office document: a workbook with a password is kept in one, too. */
export const isOldOffice = (bytes: Uint8Array): boolean => OLE.every((byte, index) => bytes[index] === byte)
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

function notXlsx(bytes: Uint8Array): TableProblem | undefined {
  if (isZip(bytes)) return undefined
  if (!isOldOffice(bytes)) return refuse('broken-workbook')
  // The directory of the older format names its streams in UTF-16.
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  return refuse(isLocked ? 'locked-workbook' : 'old-workbook')
}

async function parseParts(parts: Parts, limits: TableLimits): Promise<Workbook> {
  const paths = sheetPaths(parts)
  const read = await readXlsxFile<string>(pack(withErrorsAsText(parts)), {
    trim: false,
    parseNumber: plainNumber,
  })
  const sheets = read.map(({ sheet, data }, index) => ({
    name: cleaned(sheet),
    rows: data.map((cells) => plainRow(cells)),
    formulas: formulasOf(parts, paths[index], sheet),
  }))
  for (const { rows } of sheets) inspectRows(rows, limits)
  return { sheets }
}

/** The reader takes a cell with an error ("#REF!") for an empty one; as text it is what stands there, and unreadable. */
function withErrorsAsText(parts: Parts): Parts {
  const changed = [...parts].map(([path, part]): [string, Buffer] =>
    part.includes('t="e"') && part.includes('sheetData')
      ? [path, Buffer.from(part.toString().replace(ERROR_CELL, '$1 t="str"'))]
      : [path, part],
  )
  return new Map(changed)
}
const ERROR_CELL = /(<c\s[^<>]{0,200}?)\st="e"/g

function inspectRows(rows: string[][], limits: TableLimits): void {
  if (rows.length > limits.rows) throw new TableError(refuse('too-many-rows', { limit: limits.rows }))
  for (const [index, cells] of rows.entries()) inspectRow({ sheet: null, row: index + 1, cells }, limits)
}

const NO_FORMULAS: Formulas = { count: 0, places: [] }
function formulasOf(parts: Parts, path: string | undefined, sheet: string): Formulas {
  const part = path === undefined ? undefined : parts.get(path)
  return part ? formulasIn(part, sheet) : NO_FORMULAS
}

/** The paths of the sheets in the order of the workbook. */
function sheetPaths(parts: Parts): (string | undefined)[] {
  const workbook = parts.get('xl/workbook.xml')?.toString() ?? ''
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString() ?? ''
  const targets = new Map(
    elements(relations, 'Relationship').map((element) => [
      attribute(element, 'Id'),
      attribute(element, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  )
  return elements(workbook, 'sheet').map((element) => targets.get(attribute(element, '(?:\\w{1,20}:)?id')))
}

const elements = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w{1,20}:)?${name}\\s[^<>]{0,2000}>`, 'g')) ?? []
const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}["']([^"']{0,500})["']`).exec(element)?.[1] ?? ''

type CellValue = string | boolean | Date | null

function plainRow(cells: readonly unknown[]): string[] {
  const row = cells.map((cell) => plainCell(cell as CellValue))
  while (row.length > 0 && row.at(-1) === '') row.pop()
  return row
}

function plainCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return plainDate(value)
  return cleaned(value)
}

/** The day, and the time where there is one. */
function plainDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

// Workbooks keep 0.9 as 0.90000000000000002 and large numbers with an exponent.
const NOISY_NUMBER = /^-?\d{1,20}(?:\.\d{15,20}|(?:\.\d{1,20})?E[+-]?\d{1,3})$/

function plainNumber(digits: string): string {
  if (!NOISY_NUMBER.test(digits)) return digits
  const number = Number(Number(digits).toPrecision(15))
  return Math.abs(number) < 1e21 && !String(number).includes('e') ? String(number) : digits
}
