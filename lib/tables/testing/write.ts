import iconv from 'iconv-lite'
import { readTable, rowsOf, type Tools } from '../read.ts'
import { isTableProblem } from '../refusals.ts'
import type { Delimiter, SettingsChoice, TableEncoding } from '../schema.ts'
import type { Row, Table } from '../types.ts'

/** How a test writes a table as text. */
export type Writing = {
  delimiter: Delimiter
  encoding: TableEncoding
  lineBreak: '\n' | '\r\n' | '\r'
  quotes: 'always' | 'needed'
  mark: boolean
}

/** A table as the bytes of a delimited text. */
export function writeText(
  rows: string[][],
  { delimiter, encoding, lineBreak, quotes, mark }: Writing,
): Uint8Array {
  const cell = (text: string) =>
    quotes === 'always' || /["\n\r]/.test(text) || text.includes(delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  const text = rows.map((row) => row.map(cell).join(delimiter)).join(lineBreak)
  return encode(text + lineBreak, encoding, mark)
}

export const encode = (text: string, encoding: TableEncoding, addBOM = false): Uint8Array =>
  new Uint8Array(iconv.encode(text, encoding === 'ibm850' ? 'cp850' : encoding, { addBOM }))

/** Whether an encoding has every character of a text. */
export const canHold = (encoding: TableEncoding, text: string): boolean =>
  iconv.decode(Buffer.from(encode(text, encoding)), encoding === 'ibm850' ? 'cp850' : encoding) === text

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A table that must be readable, with all its rows. */
export async function readAll(
  bytes: Uint8Array,
  choice: SettingsChoice = {},
  tools: Tools = {},
): Promise<{ table: Table; rows: Row[] }> {
  const table = await readTable(bytes, choice, tools)
  if (isTableProblem(table)) throw new Error(table.message.en)
  const rows: Row[] = []
  for await (const batch of rowsOf(bytes, table.settings, tools)) rows.push(...batch)
  return { table, rows }
}

/** The problem that a file is refused with; nothing for one that is read. */
export async function refusalOf(bytes: Uint8Array, choice: SettingsChoice = {}, tools: Tools = {}) {
  const table = await readTable(bytes, choice, tools)
  return isTableProblem(table) ? table.problem : undefined
}
