import { detectDelimiter, rowsOfText } from './delimited.ts'
import { decodeWhole, detectEncoding } from './encoding.ts'
import { findHeader, type HeaderPlace, headersOf } from './headers.ts'
import { looksLikeJson, rowsOfJson } from './json.ts'
import { DEFAULT_LIMITS, type TableLimits } from './limits.ts'
import { isTableProblem, refuse, TableError, type TableProblem } from './refusals.ts'
import { inBatches, inspected, isEmptyRow } from './rows.ts'
import type { Delimiter, SettingsChoice, TableEncoding, TableSettings } from './schema.ts'
import { newSurveys, surveyedColumns } from './survey.ts'
import type { Guess, Row, SheetSize, Table, TableWarning } from './types.ts'
import { isOldOffice, isZip, readWorkbook, type Sheet, type Workbook } from './workbook/read.ts'

/** What reading may use: limits, and a reader of workbooks that runs elsewhere than here. */
export type Tools = {
  limits?: TableLimits
  readWorkbook?: (bytes: Uint8Array, limits: TableLimits) => Promise<Workbook | TableProblem>
}
type Evidence = Guess<keyof TableSettings>[]

const PREVIEW_ROWS = 20
const MOST_WARNED = 20

/**
 * Reads a table in any of its forms, all of it once: how it is written, its columns and how their values seem to be
 * written, its first rows. What is in `choice` is taken as chosen, the rest is detected. Never throws for what a file
 * may hold.
 */
export async function readTable(
  bytes: Uint8Array,
  choice: SettingsChoice = {},
  tools: Tools = {},
): Promise<Table | TableProblem> {
  try {
    const source = await openSource(bytes, choice, tools)
    return await surveyed(source, choice)
  } catch (error) {
    if (error instanceof TableError) return error.refused
    throw error
  }
}

/**
 * The rows under the header, in batches of a thousand, empty ones too. Memory stays flat for delimited text. Throws a
 * TableError where the file does not fit the settings; one that `readTable` has read with them does.
 */
export async function* rowsOf(
  bytes: Uint8Array,
  settings: TableSettings,
  tools: Tools = {},
): AsyncGenerator<Row[]> {
  const { kind: _, ...choice } = settings
  const source = await openSource(bytes, choice, tools)
  const firstRow = settings.headerRow > 0 ? settings.headerRow + settings.headerRows : 1
  for await (const batch of source.batches()) {
    const rows = batch.filter(({ row }) => row >= firstRow)
    if (rows.length > 0) yield rows
  }
}

/** A file whose form is known, and that can be read from its beginning again. */
type Source = {
  kind: TableSettings['kind']
  encoding: TableEncoding | null
  delimiter: Delimiter | null
  sheet: string | null
  evidence: Evidence
  sheets: SheetSize[]
  warnings: TableWarning[]
  batches: () => AsyncGenerator<Row[]>
}

async function openSource(bytes: Uint8Array, choice: SettingsChoice, tools: Tools): Promise<Source> {
  const limits = tools.limits ?? DEFAULT_LIMITS
  if (bytes.length === 0) throw new TableError(refuse('empty'))
  if (bytes.length > limits.bytes) throw new TableError(refuse('too-large', { limit: limits.bytes }))
  if (isZip(bytes) || isOldOffice(bytes)) {
    return openWorkbook(bytes, choice, limits, tools.readWorkbook ?? readWorkbook)
  }
  if (isOtherFormat(bytes)) throw new TableError(refuse('not-a-table'))
  const encoding = chosen(choice.encoding) ?? detectEncoding(bytes)
  if (!encoding) throw new TableError(refuse('binary'))
  const start = startOf(bytes, encoding.value)
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) throw new TableError(refuse('not-a-table'))
  return looksLikeJson(start) ? openJson(bytes, encoding, limits) : openText(bytes, encoding, choice, limits)
}

/** The first words of a text. */
function startOf(bytes: Uint8Array, encoding: TableEncoding): string {
  const start = decodeWhole(bytes.subarray(0, 1024), encoding).trimStart()
  if (start === '' && decodeWhole(bytes, encoding).trim() === '') throw new TableError(refuse('empty'))
  return start
}

const OTHER_FORMATS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
]
const isOtherFormat = (bytes: Uint8Array): boolean =>
  OTHER_FORMATS.some((signature) => signature.every((byte, index) => bytes[index] === byte))

const CHOSEN = { sv: 'Valt.', en: 'Chosen.' }
const chosen = <Value>(value: Value | null | undefined): Guess<Value> | undefined =>
  value === null || value === undefined ? undefined : { value, certain: true, reason: CHOSEN }
const evidenceOf = (key: keyof TableSettings, { certain, reason }: Guess<unknown>) => ({
  value: key,
  certain,
  reason,
})

function openText(
  bytes: Uint8Array,
  encoding: Guess<TableEncoding>,
  choice: SettingsChoice,
  limits: TableLimits,
): Source {
  const delimiter = chosen(choice.delimiter) ?? detectDelimiter(bytes, encoding.value)
  return {
    kind: 'delimited',
    encoding: encoding.value,
    delimiter: delimiter.value,
    sheet: null,
    evidence: [evidenceOf('encoding', encoding), evidenceOf('delimiter', delimiter)],
    sheets: [],
    warnings: [],
    batches: () => rowsOfText(bytes, { encoding: encoding.value, delimiter: delimiter.value }, limits),
  }
}

function openJson(bytes: Uint8Array, encoding: Guess<TableEncoding>, limits: TableLimits): Source {
  const text = decodeWhole(bytes, encoding.value)
  return {
    kind: 'json',
    encoding: encoding.value,
    delimiter: null,
    sheet: null,
    evidence: [evidenceOf('encoding', encoding)],
    sheets: [],
    warnings: [],
    batches: () =>
      inBatches(inspected(eachOf(rowsOfJson(text, limits)), { ...limits, rows: limits.rows + 1 })),
  }
}

async function* eachOf(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows
}

async function openWorkbook(
  bytes: Uint8Array,
  choice: SettingsChoice,
  limits: TableLimits,
  read: NonNullable<Tools['readWorkbook']>,
): Promise<Source> {
  const workbook = await read(bytes, limits)
  if (isTableProblem(workbook)) throw new TableError(workbook)
  const sheet = chosenSheet(workbook, choice.sheet)
  return {
    kind: 'workbook',
    encoding: null,
    delimiter: null,
    sheet: sheet.value.name,
    evidence: [evidenceOf('sheet', sheet)],
    sheets: workbook.sheets.map(sizeOf),
    warnings: formulaWarnings(sheet.value),
    batches: () => inBatches(rowsOfSheet(sheet.value)),
  }
}

function chosenSheet({ sheets }: Workbook, name: string | null | undefined): Guess<Sheet> {
  if (name) {
    const sheet = sheets.find((candidate) => candidate.name === name)
    if (!sheet) throw new TableError(refuse('no-such-sheet', { name }))
    return { value: sheet, certain: true, reason: CHOSEN }
  }
  const [fullest, next] = [...sheets].sort((a, b) => cellsIn(b) - cellsIn(a))
  if (!fullest || cellsIn(fullest) === 0) throw new TableError(refuse('empty'))
  const reason = { sv: 'Bladet är det fullaste.', en: 'The sheet is the fullest.' }
  return { value: fullest, certain: !next || cellsIn(next) < cellsIn(fullest) / 2, reason }
}

const cellsIn = ({ rows }: Sheet): number => rows.reduce((sum, row) => sum + row.length, 0)
const sizeOf = ({ name, rows }: Sheet): SheetSize => ({
  name,
  rows: rows.length,
  columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
})

function* rowsOfSheet({ name, rows }: Sheet): Generator<Row> {
  for (const [index, cells] of rows.entries()) yield { sheet: name, row: index + 1, cells }
}

function formulaWarnings({ formulas }: Sheet): TableWarning[] {
  if (formulas.count === 0) return []
  const message = {
    sv: `${formulas.count} celler har formler. Värdena är de som räknades ut när filen sparades.`,
    en: `${formulas.count} cells have formulas. The values are those worked out when the file was saved.`,
  }
  return [{ code: 'formulas', message, places: formulas.places }]
}

/** Reads the rows once: finds the header among the first, and surveys all others under it. */
async function surveyed(source: Source, choice: SettingsChoice): Promise<Table> {
  const rows = new RowsOfSource(source.batches())
  const layout = layoutOf(await rows.first(), source, choice)
  const seen = await surveyRows(rows, layout, source)
  if (seen.columns.every(({ filled }) => filled === 0)) throw new TableError(refuse('no-rows'))
  const { kind, encoding, delimiter, sheet, sheets } = source
  const { row: headerRow, lines: headerRows } = layout.header.value
  return {
    settings: { kind, encoding, delimiter, sheet, headerRow, headerRows },
    evidence: [...source.evidence, evidenceOf('headerRow', layout.header)],
    sheets,
    ...seen,
    warnings: [...source.warnings, ...duplicateHeaders(layout.headers, headerRow, sheet)],
  }
}

/** Where the header stands, what the columns are called, and the first row that is one of the table. */
type Layout = { header: Guess<HeaderPlace>; headers: string[]; firstRow: number }

function layoutOf(first: Row[], source: Source, choice: SettingsChoice): Layout {
  if (source.kind === 'json') {
    const keys = first.slice(0, 1)
    return { header: JSON_HEADER, headers: headersOf(keys, keys[0]?.cells.length ?? 0), firstRow: 1 }
  }
  const header = chosenHeader(choice) ?? findHeader(first)
  const { row: headerRow, lines } = header.value
  const firstRow = headerRow > 0 ? headerRow + lines : 1
  const above = first.filter(({ row }) => row >= headerRow && row < firstRow && headerRow > 0)
  const under = first.filter(({ row }) => row >= firstRow)
  return { header, headers: headersOf(above, widthOf(above, under)), firstRow }
}

async function surveyRows(rows: RowsOfSource, { headers, firstRow }: Layout, { kind }: Source) {
  const surveys = newSurveys(headers)
  const preview: Row[] = []
  let rowCount = 0
  for await (const batch of rows.all()) {
    for (const row of batch) {
      if (row.row < firstRow) continue
      rowCount++
      if (preview.length < PREVIEW_ROWS) preview.push(row)
      for (const [index, survey] of surveys.entries()) survey.add(row.cells[index] ?? '')
    }
  }
  return { columns: surveyedColumns(surveys, kind), preview, rowCount }
}

const JSON_HEADER: Guess<HeaderPlace> = {
  value: { row: 0, lines: 1 },
  certain: true,
  reason: { sv: 'Objektens nycklar är rubriker.', en: 'The keys of the objects are the headers.' },
}
const chosenHeader = ({ headerRow, headerRows }: SettingsChoice): Guess<HeaderPlace> | undefined =>
  headerRow === undefined
    ? undefined
    : { value: { row: headerRow, lines: headerRows ?? 1 }, certain: true, reason: CHOSEN }

/** The columns that have a header, and those that at least half of the first rows fill without one. */
function widthOf(lines: Row[], data: Row[]): number {
  const widths = data.filter((row) => !isEmptyRow(row)).map(({ cells }) => lastFilled(cells))
  const middle = widths.sort((a, b) => b - a)[lines.length === 0 ? 0 : Math.floor(widths.length / 2)] ?? 0
  return Math.max(middle, ...lines.map(({ cells }) => lastFilled(cells)))
}
const lastFilled = (cells: string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

function duplicateHeaders(headers: string[], row: number, sheet: string | null): TableWarning[] {
  const places = headers.flatMap((header, index) =>
    header !== '' && headers.indexOf(header) < index ? [{ sheet, row, column: index + 1 }] : [],
  )
  const message = {
    sv: 'Samma rubrik står över flera kolumner.',
    en: 'The same header stands above several columns.',
  }
  return places.length > 0
    ? [{ code: 'duplicate-headers', message, places: places.slice(0, MOST_WARNED) }]
    : []
}

/** The rows of a source, of which the first can be looked at before they go by with the others. */
class RowsOfSource {
  private readonly batches: AsyncGenerator<Row[]>
  private waiting: Row[] = []

  constructor(batches: AsyncGenerator<Row[]>) {
    this.batches = batches
  }

  async first(): Promise<Row[]> {
    const { value } = await this.batches.next()
    this.waiting = value ?? []
    return this.waiting
  }

  async *all(): AsyncGenerator<Row[]> {
    yield this.waiting
    this.waiting = []
    yield* this.batches
  }
}
