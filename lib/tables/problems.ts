import type { Sentence } from '../documents/parse/reading.ts'
import type { CellPlace } from './types.ts'

export type RowProblemKind =
  | 'unreadable'
  | 'wrong-checksum'
  | 'personal-number'
  | 'natural-person'
  | 'private-words'
  | 'broken-characters'
  | 'no-name'
  | 'no-number'
  | 'duplicate-number'
  | 'end-before-start'
  | 'support-above-total'
  | 'negative-amount'
  | 'other-currency'
  | 'totals-row'
  | 'repeated-headers'
  | 'extra-cells'

/** Something to be noted of a cell, or of a whole row (column 0). `example` never holds anything private. */
export type RowProblem = {
  kind: RowProblemKind
  header: string | null
  place: CellPlace
  example: string | null
  /** What the reader of the value says; absent where the kind says it all. */
  message: Sentence | null
}

/** `error`: a value is lost or the row cannot be brought in as it is. `warning`: look at it. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** The same problem of the same column in many rows. */
export type ProblemGroup = {
  kind: RowProblemKind
  severity: Severity
  header: string | null
  /** Counts from 1; 0 for whole rows. */
  column: number
  sheet: string | null
  count: number
  /** Rows from and to, in the order of the file; the first hundred stretches. */
  ranges: [number, number][]
  /** Rows that no range holds because there are too many. */
  moreRows: number
  examples: string[]
  message: Sentence
}

const MOST_RANGES = 100
const MOST_EXAMPLES = 3
const LONGEST_EXAMPLE = 80
/** Kinds times columns of the widest table that is read, and room to spare. */
const MOST_GROUPS = 5000

export const severityOf = (kind: RowProblemKind): Severity => KINDS[kind].severity

/** Gathers the problems of a table by column and kind. Its size does not grow with the number of rows. */
export class Problems {
  private readonly groups = new Map<string, ProblemGroup>()

  add(problems: RowProblem[]): void {
    for (const problem of problems) this.addOne(problem)
  }

  /** The groups: errors first, then in the order of the columns. */
  list(): ProblemGroup[] {
    return [...this.groups.values()].sort(
      (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.column - b.column,
    )
  }

  private addOne(problem: RowProblem): void {
    const { kind, place, header } = problem
    const key = `${place.column} ${kind} ${problem.message?.en ?? ''}`
    const group = this.groups.get(key) ?? newGroup(problem)
    if (!this.groups.has(key)) {
      if (this.groups.size >= MOST_GROUPS) return
      this.groups.set(key, group)
    }
    group.header ??= header
    group.count++
    addRow(group, place.row)
    const example = problem.example?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_EXAMPLE).toWellFormed()
    if (example && group.examples.length < MOST_EXAMPLES && !group.examples.includes(example)) {
      group.examples.push(example)
    }
  }
}

const ORDER: Severity[] = ['error', 'warning', 'info']

function newGroup({ kind, header, place, message }: RowProblem): ProblemGroup {
  const { severity, ...sentence } = KINDS[kind]
  return {
    kind,
    severity,
    header,
    column: place.column,
    sheet: place.sheet,
    count: 0,
    ranges: [],
    moreRows: 0,
    examples: [],
    message: message ?? sentence,
  }
}

/** Rows come in the order of the file: a row continues the last stretch, or begins one. */
function addRow(group: ProblemGroup, row: number): void {
  const last = group.ranges.at(-1)
  if (last && row >= last[0] && row <= last[1] + 1) last[1] = Math.max(last[1], row)
  else if (group.ranges.length < MOST_RANGES) group.ranges.push([row, row])
  else group.moreRows++
}

const SHOWN_RANGES = 8

/** The rows of a group in words: "rad 12–14, 20 och 300 till". */
export function rowsInWords({ ranges, count, moreRows }: ProblemGroup): Sentence {
  const shown = ranges.slice(0, SHOWN_RANGES)
  const named = shown.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const words = shown.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
  const all = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0) + moreRows
  const left = Math.max(0, Math.min(count, all) - named)
  return {
    sv: `rad ${words}${left > 0 ? ` och ${left} till` : ''}`,
    en: `${named === 1 && left === 0 ? 'row' : 'rows'} ${words}${left > 0 ? ` and ${left} more` : ''}`,
  }
}

const HEADS = {
  sv: ['Allvar', 'Kolumn', 'Rubrik', 'Vad', 'Antal', 'Rader', 'Exempel'],
  en: ['Severity', 'Column', 'Header', 'What', 'Count', 'Rows', 'Examples'],
}
const SEVERITIES: Record<Severity, Sentence> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  info: { sv: 'upplysning', en: 'note' },
}

/**
 * The groups as CSV in one language, for spreadsheets: semicolons, a byte order mark, and no cell that would be run as
 * a formula.
 */
export function problemsAsCsv(groups: ProblemGroup[], language: 'sv' | 'en'): string {
  const rows = groups.map((group) => [
    SEVERITIES[group.severity][language],
    group.column === 0 ? '' : String(group.column),
    group.header ?? '',
    group.message[language],
    String(group.count),
    allRanges(group),
    group.examples.join(' | '),
  ])
  return `\uFEFF${[HEADS[language], ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
}

const allRanges = ({ ranges, moreRows }: ProblemGroup): string =>
  [
    ...ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)),
    ...(moreRows > 0 ? ['…'] : []),
  ].join(', ')

/** A cell of CSV. One that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = /^\s{0,20}[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

type Kind = Sentence & { severity: Severity }
const kind = (severity: Severity, sv: string, en: string): Kind => ({ severity, sv, en })

const KINDS: Record<RowProblemKind, Kind> = {
  unreadable: kind('error', 'Värdet går inte att läsa.', 'The value cannot be read.'),
  'wrong-checksum': kind(
    'warning',
    'Organisationsnumrets kontrollsiffra stämmer inte.',
    "The organisation number's check digit is wrong.",
  ),
  'personal-number': kind(
    'warning',
    'Här står ett personnummer i stället för ett organisationsnummer. Det sparas inte och visas inte.',
    "A personal identity number stands here in place of an organisation's. It is neither kept nor shown.",
  ),
  'natural-person': kind(
    'warning',
    'Stödmottagaren är eller verkar vara en fysisk person. Namn och adress är täckta och publiceras inte.',
    'The beneficiary is or seems to be a natural person. Name and address are covered and not published.',
  ),
  'private-words': kind(
    'info',
    'Texten nämner en kontaktperson, en adress eller ett telefonnummer. Orden är täckta.',
    'The text names a contact, an address or a telephone number. The words are covered.',
  ),
  'broken-characters': kind(
    'warning',
    'Texten har trasiga tecken. De visas som de står.',
    'The text has broken characters. They are shown as they stand.',
  ),
  'no-name': kind('error', 'Raden har inget namn på insatsen.', 'The row has no name of an operation.'),
  'no-number': kind('warning', 'Raden har inget diarienummer.', 'The row has no diary number.'),
  'duplicate-number': kind(
    'warning',
    'Samma nummer står på en tidigare rad (inom parentes).',
    'The same number stands in an earlier row (in parentheses).',
  ),
  'end-before-start': kind(
    'warning',
    'Insatsen slutar före sin start.',
    'The operation ends before it starts.',
  ),
  'support-above-total': kind(
    'warning',
    'Stödet är större än hela budgeten.',
    'The support is larger than the whole budget.',
  ),
  'negative-amount': kind('warning', 'Beloppet är mindre än noll.', 'The amount is below zero.'),
  'other-currency': kind(
    'info',
    'Beloppet är i en annan valuta än kronor. Det behålls i sin valuta och räknas inte om.',
    'The amount is in another currency than kronor. It is kept in its currency and not converted.',
  ),
  'totals-row': kind(
    'info',
    'Raden är en summarad och tas inte med.',
    'The row holds totals and is left out.',
  ),
  'repeated-headers': kind(
    'info',
    'Raden upprepar rubrikerna och tas inte med.',
    'The row repeats the headers and is left out.',
  ),
  'extra-cells': kind(
    'warning',
    'Raden har fler celler än det finns rubriker. De sista läses inte.',
    'The row has more cells than there are headers. The last are not read.',
  ),
}
