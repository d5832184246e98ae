import 'server-only'
import { runApart } from '../../apart/run.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { problem as failed, type Result } from '../../result.ts'
import type { TableLimits } from '../../tables/limits.ts'
import { rowsOf, type Tools } from '../../tables/read.ts'
import { isTableProblem, TableError } from '../../tables/refusals.ts'
import { type FileRow, type ReadTable, readFilledTable } from './read.ts'

/** A template with two thousand projects has a tenth of this. Bytes. */
export const MOST_BYTES = 5 * 1024 * 1024
const APART = { milliseconds: 30_000, megabytes: 512 }
/** Rows that spreadsheets leave empty are passed by, and are not without end. */
const LIMITS: TableLimits = {
  bytes: MOST_BYTES,
  unpackedBytes: 100_000_000,
  rows: 20_000,
  columns: 300,
  cellLength: 20_000,
}

/** Workbooks are read in a process apart. */
const TOOLS: Tools = {
  limits: LIMITS,
  readWorkbook: async (bytes, limits) => {
    const apart = await runApart('workbook', { bytes, limits }, APART)
    return apart.ok ? apart.value : { problem: 'broken-workbook', message: TOO_MUCH }
  },
}

/** Reads an uploaded table, whatever it is called: by what is in it. Never throws for what a file may hold. */
export async function openFilledTable(bytes: Uint8Array): Promise<Result<ReadTable, Sentence>> {
  if (bytes.byteLength === 0) return failed(EMPTY)
  if (bytes.byteLength > MOST_BYTES) return failed(TOO_LARGE)
  const apart = await runApart('table', { bytes, choice: {} }, APART)
  if (!apart.ok) return failed(TOO_MUCH)
  if (isTableProblem(apart.value)) return failed(apart.value.message)
  const { settings } = apart.value
  if (settings.kind === 'json') return failed(NO_TABLE)
  try {
    const rows: FileRow[] = []
    // The header is looked for by the template's own headers.
    for await (const batch of rowsOf(bytes, { ...settings, headerRow: 0 }, TOOLS)) rows.push(...batch)
    return readFilledTable(rows, { isWorkbook: settings.kind === 'workbook' })
  } catch (error) {
    if (error instanceof TableError) return failed(error.refused.message)
    throw error
  }
}

const megabytes = MOST_BYTES / 1024 / 1024
export const TOO_LARGE: Sentence = {
  sv: `Filen är större än ${megabytes} MB. Dela den i flera.`,
  en: `The file is larger than ${megabytes} MB. Divide it into several.`,
}
const EMPTY: Sentence = {
  sv: 'Filen är tom. Välj mallen som du har fyllt i.',
  en: 'The file is empty. Choose the template that you filled in.',
}
const NO_TABLE: Sentence = {
  sv: 'Filen är varken CSV, TSV eller XLSX.',
  en: 'The file is neither CSV, TSV nor XLSX.',
}
const TOO_MUCH: Sentence = {
  sv: 'Tabellen tog för lång tid eller för mycket minne att läsa. Spara den som CSV och försök igen, eller dela upp den.',
  en: 'The table took too long or too much memory to read. Save it as CSV and try again, or divide it.',
}
