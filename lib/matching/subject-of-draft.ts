import type {
  DecisionDraft,
  ItemDraft,
  OrganisationDraft,
  PageDraft,
  StatementDraft,
} from '../imports/drafts.ts'
import { organisationNames, organisationUnit, type StoredValue } from '../projects/shown.ts'
import type { Subject, SubjectAmount, SubjectOwner } from './subject.ts'

/** What a project page tells, ready to be matched. Organisations are looked up later: `ids` are empty. Pure. */
export function subjectOfPage(page: PageDraft): Subject {
  const { numbers, name, organisations, statements } = page
  return {
    ...NOTHING,
    kind: 'page',
    numbers,
    name,
    owners: ownersOf(organisations, firstRead(statements, 'owner')?.value ?? null),
    amounts: [
      ...amountsOf(statements, 'grantedSupport', 'grantedSupport'),
      ...amountsOf(statements, 'totalBudget', 'totalBudget'),
    ],
    startDate: textOf(statements, 'startDate'),
    endDate: textOf(statements, 'endDate'),
    region: firstRead(statements, 'region')?.code ?? null,
    fund: textOf(statements, 'fund'),
  }
}

/** What a row of a table tells, ready to be matched. The unit of its owner is not asked for. Pure. */
export const subjectOfRow = (row: Omit<PageDraft, 'contacts' | 'warnings'>): Subject => ({
  ...subjectOfPage({ ...row, contacts: [], warnings: [] }),
  kind: 'row',
  owners: ownersOf(row.organisations, null),
})

/** What an entry of a decision list tells, with what its decision does. Pure. */
export function subjectOfEntry(decision: DecisionDraft, item: ItemDraft): Subject {
  const { statements, name, applicants, rejected } = item
  const number = textOf(statements, 'projectNumber')
  return {
    ...NOTHING,
    kind: 'entry',
    numbers: number ? [number] : [],
    name,
    owners: ownersOf(
      applicants.map((applicant) => ({ name: applicant, number: null })),
      firstRead(statements, 'applicant')?.value ?? null,
    ),
    amounts: entryAmounts(statements),
    decidedOn: decision.decisionDate,
    startDate: textOf(statements, 'startDate'),
    endDate: textOf(statements, 'endDate'),
    region: decision.region,
    fund: textOf(statements, 'fund') ?? decision.fund,
    rejected,
  }
}

const NOTHING: Omit<Subject, 'kind' | 'name'> = {
  numbers: [],
  owners: [],
  amounts: [],
  decidedOn: null,
  startDate: null,
  endDate: null,
  region: null,
  fund: null,
  rejected: false,
}

const isRead = ({ state, origin, value }: StatementDraft) =>
  state === 'READ' && origin === 'FIELD' && value !== null

const firstRead = (statements: readonly StatementDraft[], field: string) =>
  statements.find((statement) => statement.field === field && isRead(statement))

function textOf(statements: readonly StatementDraft[], field: string): string | null {
  const value = firstRead(statements, field)?.value
  return typeof value === 'string' ? value : null
}

/** The unit belongs to the one organisation that is named; several act as themselves. */
function ownersOf(named: readonly OrganisationDraft[], value: StoredValue): SubjectOwner[] {
  const isOne = organisationNames(value).length === 1
  return named.map(({ name, number }) => ({
    name,
    number,
    unit: isOne ? organisationUnit(value) : null,
    ids: [],
  }))
}

function amountsOf(
  statements: readonly StatementDraft[],
  field: string,
  kind: SubjectAmount['kind'],
): SubjectAmount[] {
  return statements.flatMap((statement) => {
    const { value, precision } = statement
    const isAmount = statement.field === field && isRead(statement) && typeof value === 'number'
    return isAmount ? { kind, kronor: value, precision: precision ?? 1 } : []
  })
}

const ENTRY_KINDS = ['applied', 'prioritised', 'awarded', 'unspecified'] as const

function entryAmounts(statements: readonly StatementDraft[]): SubjectAmount[] {
  const code = firstRead(statements, 'amount')?.code?.toLowerCase()
  const main = ENTRY_KINDS.find((kind) => kind === code) ?? 'unspecified'
  return [
    ...amountsOf(statements, 'amount', main),
    ...ENTRY_KINDS.flatMap((kind) => amountsOf(statements, `amount.${kind}`, kind)),
    ...amountsOf(statements, 'totalBudget', 'totalBudget'),
  ]
}
