import type { AmountKind } from '../../prisma/generated/enums.ts'
import { nameKey, numberKey } from '../matching/keys.ts'
import { type Derived, derive, fundByDecision } from './derived.ts'
import type { ItemField, ProjectField } from './fields.ts'
import type { ShownFields } from './fold.ts'
import {
  organisationNames,
  organisationUnit,
  type Shown,
  type StoredBlock,
  type StoredValue,
} from './shown.ts'

/** The columns of a project that hold its shown values. Money is whole kronor, dates are ISO. */
export type ProjectColumns = ReturnType<typeof projectColumns> & { inForce: boolean }
export type ItemColumns = ReturnType<typeof itemColumns>

type Around = { numbers: readonly string[]; items: readonly { fund: string | null }[] }

/** A project's shown values as its row holds them: what is not a value is null. Pure. */
export function projectColumns(
  shown: ShownFields<ProjectField>,
  { number, ...around }: Around & { number: string },
) {
  const { fund, period } = derivedFrom(shown, around)
  return {
    name: text(shown.name) ?? number,
    nameKey: nameKey(text(shown.name) ?? number),
    ownerUnit: organisationUnit(heldIn(shown.owner)),
    ownerNumber: text(shown.ownerOrganisationNumber),
    region: shown.region?.code ?? null,
    plannedParticipants: whole(shown.plannedParticipants, MOST_PEOPLE),
    startDate: text(shown.startDate),
    endDate: text(shown.endDate),
    totalBudget: whole(shown.totalBudget),
    totalCosts: whole(shown.totalCosts),
    grantedSupport: whole(shown.grantedSupport),
    fund,
    period,
    programmeArea: text(shown.programmeArea),
    specificObjective: text(shown.specificObjective),
    interventionType: text(shown.interventionType),
    unionCofinancingRate: numeric(shown.unionCofinancingRate),
    recipientPostalCode: text(shown.recipientPostalCode),
    recipientCity: text(shown.recipientCity),
    childPovertyTheme: yesNo(shown.childPovertyTheme),
    strategicImportance: yesNo(shown.strategicImportance),
    callNumber: text(shown.callNumber),
    description: proseOf(heldIn(shown.description)),
    disagreements: Object.values(shown).filter(({ rivals }) => rivals.length > 0).length,
    ...openIn(shown),
    shown,
  }
}

/** The fund and the period of a project, with their grounds: from its shown values, and the entries that led to it. Pure. */
export function derivedFrom(shown: ShownFields<ProjectField>, { numbers, items }: Around): Derived {
  const stated = text(shown.fund)
  const decided = fundByDecision(items)
  const derived = derive({
    fund: stated ?? decided,
    programmingPeriod: text(shown.programmingPeriod),
    programmeArea: text(shown.programmeArea),
    specificObjective: text(shown.specificObjective),
    numbers,
    startDate: text(shown.startDate),
  })
  return stated === null && decided !== null ? { ...derived, fundBy: 'decision' } : derived
}

/** An entry's shown values as its row holds them. Pure. */
export function itemColumns(shown: ShownFields<ItemField>) {
  const projectNumber = text(shown.projectNumber)
  return {
    name: text(shown.name) ?? '',
    nameKey: nameKey(text(shown.name) ?? ''),
    numberKey: projectNumber && numberKey(projectNumber),
    applicant: organisationNames(heldIn(shown.applicant)).join(', '),
    amount: whole(shown.amount),
    amountPrecision: shown.amount?.precision ?? null,
    amountKind: (shown.amount?.code ?? null) as AmountKind | null,
    fund: text(shown.fund),
    partnersOpen: shown.partners?.qualifier === 'med flera',
    description: proseOf(heldIn(shown.description)),
    ...openIn(shown),
    shown,
  }
}

/** How many fields ask for a person: sources disagree and nobody has looked, or one has changed since somebody did. */
function openIn(shown: Readonly<Record<string, Shown | undefined>>) {
  const fields = Object.values(shown).filter((field) => field !== undefined)
  return {
    openDisagreements: fields.filter(({ rivals, correction }) => rivals.length > 0 && correction === null)
      .length,
    sourceChanges: fields.filter(({ sourceChanged }) => sourceChanged).length,
  }
}

export const ownerNames = (shown: ShownFields<ProjectField>): string[] =>
  organisationNames(heldIn(shown.owner))

const heldIn = (shown: Shown | undefined): StoredValue => shown?.value ?? null

function text(shown: Shown | undefined): string | null {
  const value = heldIn(shown)
  return typeof value === 'string' ? value : null
}

function numeric(shown: Shown | undefined): number | null {
  const value = heldIn(shown)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** What a column of PostgreSQL's `int` holds; nobody plans for more. */
const MOST_PEOPLE = 2_147_483_647

/** A whole number that the database can hold exactly. */
function whole(shown: Shown | undefined, most = Number.MAX_SAFE_INTEGER): number | null {
  const value = numeric(shown)
  return value !== null && Number.isInteger(value) && Math.abs(value) <= most ? value : null
}

function yesNo(shown: Shown | undefined): boolean | null {
  const value = heldIn(shown)
  return typeof value === 'boolean' ? value : null
}

/** A description's blocks as running text, a line each. */
function proseOf(value: StoredValue): string {
  return blocksIn(value)
    .flatMap((block) => (block.kind === 'list' ? block.items : block.text))
    .join('\n')
}

/** The blocks of a description; none for any other value. */
export const blocksIn = (value: StoredValue): StoredBlock[] => (Array.isArray(value) ? value : [])
