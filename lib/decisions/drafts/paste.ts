import { columnKey, withUnit } from '../../documents/parse/decision-list/labels.ts'
import { cut } from './cut.ts'
import type { PastedEntry } from './edit.ts'
import { type EntryKey, LONGEST, MOST_ENTRIES } from './schema.ts'

/** What a pasted column can stand for. */
export const PASTE_KEYS = [
  'name',
  'applicant',
  'unit',
  'amount',
  'amountKind',
  'projectNumber',
  'partners',
  'project',
] as const satisfies readonly EntryKey[]
export type PasteKey = (typeof PASTE_KEYS)[number]

/** A column, and what its heading tells of all of its cells. Null: it is left out. */
type PasteColumn = { key: PasteKey | null; heading: string; unit: string; amountKind: string }

/** Pasted text as rows of cells, and what its columns seem to stand for. */
export type Pasted = {
  rows: string[][]
  columns: PasteColumn[]
  /** The first row is a heading and no entry. */
  hasHeading: boolean
  /** Rows that were not read: there are more than a draft takes. */
  left: number
}

/** As many columns as a list of decisions could have. */
const MOST_COLUMNS = 40

/**
 * Reads text that was copied from a spreadsheet, or a list with semicolons: a row a line, where a quoted cell may hold
 * line breaks and the mark that parts cells. Columns are guessed from a heading in Swedish or English. Pure.
 */
export function readPasted(text: string): Pasted {
  const all = readCells(text, text.includes('\t') ? '\t' : ';')
  const cells = all.filter((row) => row.some((cell) => cell !== ''))
  const rows = cells.slice(0, MOST_ENTRIES + 1)
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map(({ length }) => length)))
  const headings = Array.from({ length: width }, (_, at) => rows[0]?.[at] ?? '')
  const guessed = headings.map(columnOf)
  const known = guessed.filter(({ key }) => key !== null).length
  const hasHeading = known > 0 && known >= Math.min(2, headings.filter(Boolean).length)
  return {
    rows: rows.map((row) => row.slice(0, MOST_COLUMNS)),
    columns: hasHeading ? onceEach(guessed) : bySight(rows, width),
    hasHeading,
    left: cells.length - rows.length,
  }
}

/** The cells of a text, as spreadsheets write them: quoted where they hold a line break, a quote or the mark itself. */
function readCells(text: string, mark: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const source = text.replace(/\r\n?/g, '\n')
  while (at <= source.length) {
    const { cell, end } = readCell(source, at, mark)
    rows.at(-1)?.push(cell)
    if (end >= source.length) break
    if (source[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

function readCell(source: string, from: number, mark: string): { cell: string; end: number } {
  const quoted = source[from] === '"' ? readQuoted(source, from, mark) : null
  if (quoted) return quoted
  let end = from
  while (end < source.length && source[end] !== mark && source[end] !== '\n') end++
  return { cell: clean(source.slice(from, end)), end }
}

/** A quote that opens a cell and never closes one is a quote and no more. */
function readQuoted(source: string, from: number, mark: string): { cell: string; end: number } | null {
  let words = ''
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') words += source[at]
    else if (source[at + 1] === '"') {
      words += '"'
      at++
    } else {
      const next = source[at + 1]
      return next === undefined || next === mark || next === '\n' ? { cell: clean(words), end: at + 1 } : null
    }
  }
  return null
}

/** White space folded, lines kept. */
const clean = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** English headings; Swedish ones are the labels that decision lists have (lib/documents/parse/decision-list). */
const ENGLISH: [RegExp, PasteKey, string?][] = [
  [/^(?:project ?)?(?:name|title)$/, 'name'],
  [/^(?:applicants?|project owner|owner|beneficiary|organisation|organization)$/, 'applicant'],
  [/^(?:unit|department)$/, 'unit'],
  [/^(?:amount )?applied(?: for)?(?: amount)?$|^applied amount$/, 'amount', 'APPLIED'],
  [/^prioriti[sz]ed(?: amount)?$/, 'amount', 'PRIORITISED'],
  [/^(?:awarded|granted|approved)(?: (?:amount|support))?$/, 'amount', 'AWARDED'],
  [/^(?:amount|sum|support)$/, 'amount'],
  [/^kind(?: of amount)?$/, 'amountKind'],
  [/^(?:project ?)?(?:number|no\.?)$|^reference(?: number)?$/, 'projectNumber'],
  [/^(?:project )?partners?$/, 'partners'],
]
const SWEDISH: [RegExp, PasteKey][] = [
  [/^(?:enhet|avdelning|förvaltning)$/, 'unit'],
  [/^(?:slag|typ av belopp|beloppstyp)$/, 'amountKind'],
  [/^(?:projekt|projektnamn|namn på projektet)$/, 'name'],
  [/^organisation$/, 'applicant'],
  [/^(?:sökt|prioriterat|beviljat)$/, 'amount'],
]
const ENGLISH_UNIT = /[ ,]*\(?(?:in )?(?:sek )?(?:(thousand)s?|(million)s?)(?: sek| kronor)?\)?$/i

function columnOf(heading: string): PasteColumn {
  const none = { key: null, heading, unit: '', amountKind: '' }
  const folded = heading.replace(/:$/, '').replace(/\s+/g, ' ').trim().toLowerCase()
  const unit = ENGLISH_UNIT.exec(folded)
  const bare = folded.slice(0, unit?.index).replace(/ \((?:sek|kr)\)$/, '')
  const english = ENGLISH.find(([pattern]) => pattern.test(bare))
  if (english)
    return {
      ...none,
      key: english[1],
      amountKind: english[2] ?? '',
      unit: unit?.[1] ? 'tkr' : unit?.[2] ? 'mkr' : '',
    }
  const label = columnKey(folded)
  const swedish = SWEDISH.find(([pattern]) => pattern.test(folded))
  if (swedish)
    return { ...none, key: swedish[1], amountKind: KIND_WORDS.find(([word]) => word.test(folded))?.[1] ?? '' }
  const key = PASTE_KEYS.find((known) => known === label?.key) ?? null
  if (!label || !key) return none
  const amountKind =
    label.amountKind && label.amountKind !== 'unspecified' ? label.amountKind.toUpperCase() : ''
  return { ...none, key, unit: label.unit, amountKind }
}

/** Two columns that seem to stand for one thing: the second is left out until somebody says otherwise. */
function onceEach(columns: readonly PasteColumn[]): PasteColumn[] {
  return columns.map((column, at) => {
    const earlier = columns.slice(0, at).some(({ key }) => key === column.key)
    return earlier ? { ...column, key: null } : column
  })
}

/** Without a heading: the column of money is the amount, the first two columns of words are name and applicant. */
function bySight(rows: readonly string[][], width: number): PasteColumn[] {
  const words: PasteKey[] = ['name', 'applicant', 'partners']
  const numbers: PasteKey[] = ['amount']
  const references: PasteKey[] = ['projectNumber']
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.flatMap((row) => row[at] || [])
    const most = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length > cells.length / 2
    const kinds = most(REFERENCE) ? references : most(MONEY) ? numbers : most(/\p{L}/u) ? words : []
    return { key: kinds.shift() ?? null, heading: '', unit: '', amountKind: '' }
  })
}
const REFERENCE = /^\d{4}[/-]\d{3,6}$|^\d{2}-\d{3}-\p{L}\d{2,3}$/u
const MONEY = /^(?:ca |cirka )?\d[\d .,]*(?: ?(?:kr|sek|kronor|tkr|mkr|miljoner)\b.*)?$/i

/**
 * The entries in pasted rows, by what each column stands for. Cells are kept as they were typed, but that an amount gets
 * the unit of its heading, and the kind of its column. Pure.
 */
export function entriesIn({ rows, columns, hasHeading }: Pasted): PastedEntry[] {
  return rows.slice(hasHeading ? 1 : 0).map((row) => {
    const entry: PastedEntry = {}
    for (const [at, { key, unit, amountKind }] of columns.entries()) {
      const cell = row[at] ?? ''
      if (key === null) continue
      entry[key] = cut(cellFor(key, cell, unit), LONGEST[key])
      if (key === 'amount' && amountKind && cell !== '') entry.amountKind ??= amountKind
    }
    return entry
  })
}

function cellFor(key: PasteKey, cell: string, unit: string): string {
  if (key === 'amountKind') return kindIn(cell)
  // A cell of a list has a line for each partner; any other field has one line.
  if (key === 'partners') return cell
  const line = cell.replace(/\n+/g, key === 'applicant' ? ', ' : ' ')
  return key === 'amount' ? withUnit(line, unit) : line
}

const KIND_WORDS: [RegExp, string][] = [
  [/sökt|applied/i, 'APPLIED'],
  [/priorit/i, 'PRIORITISED'],
  [/bevilj|tilldel|award|grant|approv/i, 'AWARDED'],
]

/** The kind that words name; empty where they name none. */
const kindIn = (words: string): string => KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? ''

/** A block that is pasted into the table: by its heading, else column by column from the one it is pasted in. Pure. */
export function blockFrom(text: string, key: EntryKey): PastedEntry[] {
  const pasted = readPasted(text)
  if (pasted.hasHeading) return entriesIn(pasted)
  const from = Math.max(0, FILL.indexOf(key as (typeof FILL)[number]))
  const columns = pasted.columns.map((column, at) => ({ ...column, key: FILL[from + at] ?? null }))
  return entriesIn({ ...pasted, columns })
}

/** The order in which the table shows its columns. */
const FILL = [
  'name',
  'applicant',
  'amount',
  'amountKind',
  'projectNumber',
] as const satisfies readonly PasteKey[]
