import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { dayInSweden } from '../format.ts'
import { blocksIn } from '../projects/columns.ts'
import { type CorrectionNote, fieldViews } from '../projects/field-view.ts'
import { ITEM_FIELDS, type ItemField } from '../projects/fields.ts'
import type { ShownFields } from '../projects/fold.ts'
import { organisationNames, organisationUnit, type StoredValue } from '../projects/shown.ts'
import type { ByHand, DecisionReference, ItemView, NamedOrganisation, Saying } from '../projects/view.ts'
import { dayOf, KEPT, kronor, warning, warningOf } from '../registry/sayings.ts'
import { IN_FORCE } from './refold.ts'

export const decisionReference = {
  slug: true,
  heading: true,
  fund: true,
  region: true,
  county: true,
  partnership: true,
  decisionDate: true,
} satisfies Prisma.DecisionSelect
type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof decisionReference }>

export const decisionOf = ({ decisionDate, ...row }: DecisionRow): DecisionReference => ({
  ...row,
  decidedOn: dayOf(decisionDate),
})

/** What pages show of an entry besides what the sources say of it. */
export const itemForView = {
  id: true,
  name: true,
  amount: true,
  amountKind: true,
  amountPrecision: true,
  rejected: true,
  inForce: true,
  partnersOpen: true,
  linkedBy: true,
  shown: true,
  project: { select: { slug: true, name: true, number: true } },
  participations: {
    orderBy: { position: 'asc' },
    select: { role: true, position: true, organisation: { select: { slug: true, name: true } } },
  },
  corrections: { where: { withdrawnAt: null } },
  warnings: { where: KEPT, select: warning, orderBy: { start: 'asc' } },
  _count: { select: { statements: true } },
} satisfies Prisma.DecisionItemSelect
type ItemRow = Prisma.DecisionItemGetPayload<{ select: typeof itemForView }>

/** An entry as pages show it. `sayings` holds what the sources say of it, by statement; it may hold more. */
export function itemOf(row: ItemRow, sayings: ReadonlyMap<number, Saying>): ItemView {
  const shown = row.shown as ShownFields<ItemField>
  const notes = new Map<number, CorrectionNote>(row.corrections.map((note) => [note.id, note]))
  const partners = shown.partners?.value ?? null
  const fields = fieldViews(ITEM_FIELDS, shown, sayings, notes, { kind: 'item', key: String(row.id) })
  return {
    id: row.id,
    name: row.name,
    applicants: named(row, 'APPLICANT', shown.applicant?.value ?? null),
    applicantUnit: organisationUnit(shown.applicant?.value ?? null),
    amount: { kronor: kronor(row.amount), precision: row.amountPrecision ?? 1, kind: row.amountKind },
    rejected: row.rejected,
    isWithdrawn: !row.inForce,
    removed: byHandOf(removalOf(row.corrections)),
    byHand:
      row._count.statements > 0 ? null : byHandOf(row.corrections.find(({ field }) => field === 'name')),
    partners: named(row, 'PARTNER', partners),
    partnersOpen: row.partnersOpen,
    partnersText: typeof partners === 'string' ? partners : null,
    project: row.project,
    linkedBy: row.linkedBy,
    description: blocksIn(shown.description?.value ?? null),
    // The fund is the decision's.
    fields: Object.values(fields).filter(({ key, state }) => state !== 'absent' && key !== 'fund'),
    warnings: row.warnings.map(warningOf),
  }
}

/** Whose words a correction is, as pages tell it. */
export const byHandOf = (note: CorrectionNote | undefined): ByHand | null =>
  note ? { reason: note.reason, evidence: note.evidence, by: note.actor, on: dayInSweden(note.at) } : null

/** The correction by which an entry is on no list: the last word on that, unless it put the entry back. */
function removalOf(corrections: ItemRow['corrections']) {
  const last = corrections.filter(({ field }) => field === IN_FORCE).sort((a, b) => b.id - a.id)[0]
  return last?.kind === 'NOT_STATED' ? last : undefined
}

/** The organisations that a value names; a name that several go by is a name and no more. */
const named = (
  { participations }: ItemRow,
  role: 'APPLICANT' | 'PARTNER',
  value: StoredValue,
): NamedOrganisation[] =>
  organisationNames(value).map((name, at) => {
    const found = participations.find((one) => one.role === role && one.position === at)
    return found?.organisation ?? { slug: null, name }
  })
