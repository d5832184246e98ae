import 'server-only'
import { runApart } from '../../apart/run.ts'
import { sniff, XLSX } from '../../documents/extract/sniff.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { guessMapping } from '../../tables/mapping.ts'
import type { Tools } from '../../tables/read.ts'
import { isTableProblem } from '../../tables/refusals.ts'
import type { SettingsChoice } from '../../tables/schema.ts'
import type { Table } from '../../tables/types.ts'
import type { TableChoice, TableWork } from './settings.ts'

/** A table of the largest size is gone through in some seconds; what takes longer is no honest table. */
const LIMITS = { milliseconds: 120_000, megabytes: 1024 }

type Opened = { ok: true; table: Table } | { ok: false; reason: Sentence }

/** Goes through a table in a process apart: large libraries read workbooks, and a long table takes its time. */
export async function openTable(bytes: Uint8Array, choice: SettingsChoice): Promise<Opened> {
  const apart = await runApart('table', { bytes, choice }, LIMITS)
  if (!apart.ok) return { ok: false, reason: TOO_MUCH }
  return isTableProblem(apart.value)
    ? { ok: false, reason: apart.value.message }
    : { ok: true, table: apart.value }
}

/** How the rows are read later, in this process: a workbook's cells come from a process apart. */
export const TOOLS: Tools = {
  readWorkbook: async (bytes, limits) => {
    const apart = await runApart('workbook', { bytes, limits }, LIMITS)
    return apart.ok ? apart.value : { problem: 'broken-workbook', message: TOO_MUCH }
  },
}

const TOO_MUCH: Sentence = {
  sv: 'Tabellen tog för lång tid eller för mycket minne att läsa. Spara den som CSV och försök igen, eller dela upp den.',
  en: 'The table took too long or too much memory to read. Save it as CSV and try again, or divide it.',
}

/**
 * The table that bytes are, or why they are a table that cannot be read; null for what is no table. Workbooks and JSON are
 * tables by their form; a text is one where its columns name operations.
 */
export async function tableIn(bytes: Uint8Array): Promise<Opened | null> {
  const type = sniff(bytes)
  if (type === XLSX || type === 'application/json') return openTable(bytes, {})
  if (type !== 'text/plain' || !hasColumns(bytes)) return null
  const opened = await openTable(bytes, {})
  return opened.ok && namesOperations(opened.table) ? opened : null
}

const FIRST_LINES = 4096
const FEWEST_COLUMNS = 4

/** Whether one of the first lines has so many separators that it can be a table's. Letters are not asked for. */
function hasColumns(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('latin1')
    .decode(bytes.subarray(0, FIRST_LINES))
    .replaceAll('\0', '')
    .split(/[\r\n]+/)
  return lines.some((line) =>
    [';', ',', '\t', '|'].some((separator) => line.split(separator).length >= FEWEST_COLUMNS),
  )
}

const NUMBERS = ['diaryNumber', 'projectNumber']

/** Prose has commas as well: a table's columns are a name and a number or an owner by their headers. */
function namesOperations(table: Table): boolean {
  const targets = Object.values(guessMapping(table).mapping.columns).map(({ target }) => target)
  const has = (...wanted: string[]) => targets.some((target) => wanted.includes(target))
  return (
    table.columns.length >= FEWEST_COLUMNS && table.rowCount > 0 && has('name') && has(...NUMBERS, 'owner')
  )
}

/** What an import keeps of a table that was gone through, with what is guessed of its columns. */
export function workOf(table: Table, choice: TableChoice): TableWork {
  const guessed = guessMapping(table)
  return {
    choice,
    table,
    mapping: choice.mapping ?? guessed.mapping,
    reasons: Object.fromEntries(
      table.columns.map(({ key }, at) => [key, guessed.guesses[at]?.reason ?? NO_REASON]),
    ),
    list: guessed.known?.title.sv ?? null,
    isConfirmed: false,
    problems: [],
    skipped: 0,
  }
}
const NO_REASON: Sentence = { sv: '', en: '' }
