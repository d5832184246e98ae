import { numberKey } from '../matching/keys.ts'
import { PERSON, PERSONAL_NUMBER } from './beneficiary.ts'
import type { ConvertedCell, ConvertedRow } from './converted.ts'
import { coverWhole } from './persons.ts'
import type { RowProblem, RowProblemKind } from './problems.ts'
import type { TargetField } from './schema.ts'
import type { Row } from './types.ts'

const cellProblem = (
  kind: RowProblemKind,
  { header, place }: ConvertedCell,
  example: string | null = null,
): RowProblem => ({ kind, header, place, example, message: null })

const rowProblem = (kind: RowProblemKind, { sheet, row }: Row): RowProblem => ({
  kind,
  header: null,
  place: { sheet, row, column: 0 },
  example: null,
  message: null,
})

/** What is to be noted of a row that is left out. */
export const problemsOfSkipped = (row: Row, skipped: NonNullable<ConvertedRow['skipped']>): RowProblem[] =>
  skipped === 'empty' ? [] : [rowProblem(skipped === 'totals' ? 'totals-row' : 'repeated-headers', row)]

// Characters that a wrong encoding leaves behind: the replacement character, an inverted question mark that begins no
// Spanish question, and UTF-8 that was read as windows-1252.
const BROKEN = /\uFFFD|¿|[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|â€[™œ\u009D“”˜¢¦]/

/** What is to be noted of a cell. */
export function problemsOfCell(cell: ConvertedCell): RowProblem[] {
  if (cell.problem === PERSONAL_NUMBER) return [cellProblem('personal-number', cell)]
  if (cell.problem === PERSON) return [cellProblem('natural-person', cell)]
  const problems: RowProblem[] = []
  if (cell.state === 'UNREADABLE') problems.push(unreadable(cell))
  if (cell.raw.includes(COVERED)) problems.push(cellProblem('private-words', cell))
  const broken = BROKEN.exec(cell.raw)
  if (broken) problems.push(cellProblem('broken-characters', cell, around(cell.raw, broken.index)))
  if (typeof cell.value === 'number' && cell.value < 0)
    problems.push(cellProblem('negative-amount', cell, cell.raw))
  if (cell.meant) problems.push(cellProblem('other-currency', cell, cell.raw))
  return problems
}
const COVERED = coverWhole('x')

function unreadable(cell: ConvertedCell): RowProblem {
  const isNumber =
    cell.target === 'ownerOrganisationNumber' && /^\D{0,4}\d{6}\D?\d{4}\D?$/.test(cell.raw.trim())
  if (isNumber) return cellProblem('wrong-checksum', cell, cell.raw)
  return { ...cellProblem('unreadable', cell, cell.raw), message: cell.problem }
}

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 20), at + 20).toWellFormed()

/** What is to be noted of a row as a whole; `width` counts the columns that have a place in the table. */
export function problemsOfRow(row: Row, cells: ConvertedCell[], width: number): RowProblem[] {
  const of = (...targets: TargetField[]) => cells.filter(({ target }) => targets.includes(target))
  const [names, numbers] = [of('name'), of('diaryNumber', 'projectNumber')]
  const isNameless = names.length > 0 && names.every(({ state }) => state === 'EMPTY')
  const isNumberless = numbers.length > 0 && numbers.every(({ state }) => state !== 'READ')
  const hasMore = row.cells.slice(width).some((cell) => cell.trim() !== '')
  return [
    ...(isNameless ? [rowProblem('no-name', row)] : []),
    ...(isNumberless ? [rowProblem('no-number', row)] : []),
    ...datesAgainstEachOther(of('startDate')[0], of('endDate')[0]),
    ...supportAgainstTotal(of('grantedSupport')[0], of('totalBudget')[0]),
    ...(hasMore ? [rowProblem('extra-cells', row)] : []),
  ]
}
type MaybeCell = ConvertedCell | undefined

function datesAgainstEachOther(start: MaybeCell, end: MaybeCell): RowProblem[] {
  if (typeof start?.value !== 'string' || typeof end?.value !== 'string') return []
  return end.value < start.value ? [cellProblem('end-before-start', end, `${start.raw} – ${end.raw}`)] : []
}

function supportAgainstTotal(support: MaybeCell, total: MaybeCell): RowProblem[] {
  if (typeof support?.value !== 'number' || typeof total?.value !== 'number') return []
  const isAbove = support.value > total.value
  return isAbove ? [cellProblem('support-above-total', support, `${support.raw} > ${total.raw}`)] : []
}

/** Most numbers that are remembered: every row of the largest table that is read. */
const MOST_NUMBERS = 400_000

/** Finds numbers that a table gives to several operations, over all its batches. */
export class DuplicateNumbers {
  private readonly rows = new Map<string, number>()

  /** What is to be noted of a row whose number an earlier row has. */
  check({ cells }: ConvertedRow): RowProblem[] {
    const cell =
      cells.find(({ target, state }) => target === 'diaryNumber' && state === 'READ') ??
      cells.find(({ target, state }) => target === 'projectNumber' && state === 'READ')
    const key = typeof cell?.value === 'string' ? numberKey(cell.value) : ''
    if (!cell || key === '') return []
    const earlier = this.rows.get(key)
    if (earlier !== undefined) return [cellProblem('duplicate-number', cell, `${cell.raw} (${earlier})`)]
    if (this.rows.size < MOST_NUMBERS) this.rows.set(key, cell.place.row)
    return []
  }
}
