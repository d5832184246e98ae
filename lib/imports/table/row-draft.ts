import type { ConvertedCell, ConvertedRow } from '../../tables/converted.ts'
import type { RowProblem } from '../../tables/problems.ts'
import type { TargetField } from '../../tables/schema.ts'
import type { OrganisationDraft, StatementDraft } from '../drafts.ts'

/** A row of a table, ready to be compared and kept. */
export type RowDraft = {
  /** As the file numbers it. */
  row: number
  /** Its kept cells with tabs between, private words covered: what statements' offsets point into. */
  text: string
  numbers: string[]
  name: string
  organisations: OrganisationDraft[]
  statements: StatementDraft[]
  problems: RowProblem[]
}

/** Fields that a project has; what else a table gives is kept as an unknown field under its header. */
const FIELDS: Partial<Record<TargetField, string>> = { descriptionEnglish: 'unknown' }
const fieldOf = (target: TargetField): string => FIELDS[target] ?? target

/** What a converted row says, as statements with the places of their words in the row's text. Pure. */
export function draftRow({ row, cells, problems }: ConvertedRow): RowDraft {
  const raws = cells.map(({ raw }) => inLine(raw))
  const text = raws.join('\t')
  let at = 0
  const statements = cells.map((cell, index): StatementDraft => {
    const raw = raws[index] ?? ''
    const start = at
    at += raw.length + 1
    return stateCell(cell, raw, start)
  })
  return {
    row,
    text,
    ...namedIn(statements),
    // An empty cell of a column that nobody knows says nothing.
    statements: statements.filter(({ field, state }) => field !== 'unknown' || state === 'READ'),
    problems,
  }
}

/** One line, character for character: offsets hold. */
const inLine = (raw: string): string => raw.replace(/[\t\n\r\v\f\u2028\u2029]/g, ' ')

function stateCell(cell: ConvertedCell, raw: string, start: number): StatementDraft {
  const { target, state, header, value, precision, qualifier, code, currency, meant } = cell
  const isOther = target === 'otherAmount' && typeof value === 'number'
  return {
    field: fieldOf(target),
    origin: 'FIELD',
    state,
    label: header,
    raw,
    value: isOther ? inCurrency(value, currency) : value,
    precision: isOther ? null : precision,
    qualifier,
    code: isOther ? (meant ?? currency) : code,
    start,
    end: start + raw.length,
    before: '',
    after: '',
  }
}

/** Amounts in another currency are words: nothing adds them to kronor. */
const inCurrency = (amount: number, currency: string | null): string =>
  `${String(amount).replace(/\B(?=(\d{3})+(?!\d|\.))/g, ' ')}${currency ? ` ${currency}` : ''}`

/** What the statements of a row are about: the operation's numbers and name, and its owner. Pure. */
export function namedIn(
  statements: readonly Pick<StatementDraft, 'field' | 'state' | 'value'>[],
): Pick<RowDraft, 'numbers' | 'name' | 'organisations'> {
  const held = (field: string) =>
    statements.find((one) => one.field === field && one.state === 'READ')?.value ?? null
  const text = (field: string) => {
    const value = held(field)
    return typeof value === 'string' ? value : null
  }
  const owner = held('owner')
  const name =
    typeof owner === 'object' && owner !== null && 'organisation' in owner ? owner.organisation : owner
  const numbers = [text('projectNumber'), text('diaryNumber')].filter((number) => number !== null)
  return {
    numbers: [...new Set(numbers)],
    name: text('name') ?? '',
    organisations: typeof name === 'string' ? [{ name, number: text('ownerOrganisationNumber') }] : [],
  }
}
