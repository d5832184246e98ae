import { type Beneficiary, beneficiaryOf, coverWords, hiddenCell } from './beneficiary.ts'
import { folded, readCell } from './cell-readers.ts'
import { problemsOfCell, problemsOfRow, problemsOfSkipped } from './checks.ts'
import { type ConvertedCell, type ConvertedRow, cellOf, saysNothing } from './converted.ts'
import { isKronor, type MappedColumn } from './mapping.ts'
import { coverWhole, looksLikePerson } from './persons.ts'
import type { TargetField } from './schema.ts'
import { skippedAs } from './skipped.ts'
import type { Row } from './types.ts'

/**
 * Converts one row by a mapping: what each cell says with its place, and what is to be noted. Amounts in another
 * currency than kronor are kept beside those in kronor, persons are covered, nothing is mended.
 */
export function convertRow(row: Row, columns: MappedColumn[]): ConvertedRow {
  const skipped = skippedAs(row, columns)
  if (skipped) {
    return { sheet: row.sheet, row: row.row, skipped, cells: [], problems: problemsOfSkipped(row, skipped) }
  }
  const beneficiary = beneficiaryOf(row, columns)
  const cells = columns.filter(isKept).flatMap((column) => convertColumn(row, column, beneficiary))
  const problems = [...cells.flatMap(problemsOfCell), ...problemsOfRow(row, cells, columns.length)]
  return { sheet: row.sheet, row: row.row, skipped: null, cells, problems }
}

const isKept = ({ target }: MappedColumn): boolean => target !== 'ignore' && target !== 'private'

/** A column of periods gives two cells, each with its half of the words. */
function convertColumn(row: Row, column: MappedColumn, beneficiary: Beneficiary): ConvertedCell[] {
  const words = cellOf(row, column)
  if (column.target !== 'period') return [convertCell(words, row, column, beneficiary)]
  const [, start = words, end = ''] = PERIOD.exec(words) ?? []
  return [
    convertCell(start, row, { ...column, target: 'startDate' }, beneficiary),
    convertCell(end, row, { ...column, target: 'endDate' }, beneficiary),
  ]
}
const PERIOD = /^(.{0,40}?)\s?(?:\s-{1,2}\s|[–—]|\still\s|\st\.o\.m\.?\s)\s?(.{0,40})$/i

function convertCell(
  original: string,
  row: Row,
  column: MappedColumn,
  beneficiary: Beneficiary,
): ConvertedCell {
  const { target, header } = column
  const place = { sheet: row.sheet, row: row.row, column: column.number }
  const cell: ConvertedCell = { ...BLANK, target, header, raw: original, place }
  if (saysNothing(original)) return cell
  const hidden = hiddenCell(original, target, beneficiary)
  if (hidden) return { ...cell, ...hidden }
  const raw = PROSE.has(target) ? coverProse(original, target, beneficiary) : original
  const meaning = readCell(raw, column)
  if ('problem' in meaning) {
    return { ...cell, state: 'UNREADABLE', raw: coverWords(raw, beneficiary), problem: meaning.problem }
  }
  const { value, precision = null, qualifier = null, code = null, currency = null } = meaning
  const isForeign = isKronor(target) && currency !== null && currency !== 'SEK'
  const kept = isForeign ? { target: 'otherAmount' as const, meant: target } : {}
  return { ...cell, state: 'READ', raw, value, precision, qualifier, code, currency, ...kept }
}

const BLANK = {
  meant: null,
  state: 'EMPTY',
  value: null,
  precision: null,
  qualifier: null,
  code: null,
  currency: null,
  problem: null,
} as const

/** In a column that nobody knows, a cell that is a person's name and nothing else is covered whole. */
const coverProse = (words: string, target: TargetField, beneficiary: Beneficiary): string =>
  target === 'unknown' && looksLikePerson(folded(words)) ? coverWhole(words) : coverWords(words, beneficiary)

/** Targets whose words anybody may write in, and so may name a person. */
const PROSE = new Set<TargetField>([
  'name',
  'owner',
  'description',
  'descriptionEnglish',
  'unknown',
  'county',
  'municipality',
  'recipientAddress',
  'recipientCity',
  'projectPhase',
])
