import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { dayOf } from '../registry/sayings.ts'
import type { ProjectColumns } from './columns.ts'
import type { ProjectField } from './fields.ts'
import { changedFields, type ShownFields, sameJson } from './fold.ts'
import { type FoldedProject, foldable, foldProjects, searchRowsOf } from './folding.ts'
import { lessBy, writeIdentifiers } from './identifiers.ts'
import { writeProjects, writeSearch } from './write.ts'

/** A project whose shown values are others than before. */
export type RefoldedProject = {
  id: number
  slug: string
  changes: ReturnType<typeof changedFields<ProjectField>>
  owner: { before: number | null; after: number | null }
  /** What it is about now: projects that are about the same may name it. */
  near: { specificObjective: string | null; region: string | null }
  /** The name that entries were linked to it by before. */
  formerNameKey: string
  /** The keys of numbers that it is found by no longer. */
  freed: string[]
  /** Nothing speaks of it any longer, and something did. */
  isGone: boolean
}

type Options = {
  /** Writes nothing. */
  dryRun?: boolean
  /** Projects to write although their values are the same: who takes part in them has changed. */
  always?: readonly number[]
}

/** How many projects are folded at once: bounds the memory, and the values in one statement. */
const BATCH = 400

/**
 * Folds what is said of projects into their shown values and writes those whose row is not what the fold gives: columns,
 * owner, what they are found by. Returns the projects that were written.
 */
export async function refoldProjects(
  tx: Transaction,
  ids: readonly number[],
  revision: number,
  { dryRun = false, always = [] }: Options = {},
): Promise<RefoldedProject[]> {
  const refolded: RefoldedProject[] = []
  for (let at = 0; at < ids.length; at += BATCH) {
    refolded.push(...(await refoldBatch(tx, ids.slice(at, at + BATCH), revision, { dryRun, always })))
  }
  return refolded
}

async function refoldBatch(
  tx: Transaction,
  ids: number[],
  revision: number,
  { dryRun, always }: Required<Options>,
) {
  const wanted = new Set(always)
  const rows = await tx.project.findMany({
    where: { id: { in: ids } },
    select: forRefolding,
    orderBy: { id: 'asc' },
  })
  const folded = await foldProjects(tx, rows)
  const due = folded.filter(
    (project) => project.row.revision === 0 || wanted.has(project.row.id) || differs(project),
  )
  if (!dryRun && due.length > 0) {
    await writeIdentifiers(
      tx,
      due.map(({ row, identifiers }) => ({ id: row.id, before: row.identifiers, after: identifiers })),
    )
    await writeProjects(
      tx,
      due.map(({ row, columns, ownerId }) => ({ id: row.id, ownerId, columns })),
      revision,
    )
    await writeSearch(tx, await searchRowsOf(tx, due))
  }
  return due.map(
    ({ row, columns, ownerId, identifiers }): RefoldedProject => ({
      id: row.id,
      slug: row.slug,
      changes: changedFields(row.shown as ShownFields<ProjectField>, columns.shown),
      owner: { before: row.ownerId, after: ownerId },
      near: nearOf(columns),
      formerNameKey: row.nameKey,
      freed: lessBy(row.identifiers, identifiers).map(({ key }) => key),
      isGone: row.inForce && !columns.inForce,
    }),
  )
}

export const nearOf = ({ specificObjective, region }: ProjectColumns): RefoldedProject['near'] => ({
  specificObjective,
  region,
})

export const forRefolding = {
  ...foldable,
  slug: true,
  revision: true,
  ownerId: true,
  ownerUnit: true,
  ownerNumber: true,
  region: true,
  plannedParticipants: true,
  startDate: true,
  endDate: true,
  totalBudget: true,
  totalCosts: true,
  grantedSupport: true,
  fund: true,
  period: true,
  programmeArea: true,
  specificObjective: true,
  interventionType: true,
  unionCofinancingRate: true,
  recipientPostalCode: true,
  recipientCity: true,
  childPovertyTheme: true,
  strategicImportance: true,
  callNumber: true,
  description: true,
  disagreements: true,
  openDisagreements: true,
  sourceChanges: true,
  inForce: true,
  shown: true,
} satisfies Prisma.ProjectSelect
type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof forRefolding }>

/** Whether any column holds another value than the fold gives, or the project is found by other numbers. */
function differs({
  row,
  columns: { shown, ...columns },
  ownerId,
  identifiers,
}: FoldedProject<ProjectRow>): boolean {
  if (row.ownerId !== ownerId || !sameJson(row.shown, shown)) return true
  if (lessBy(row.identifiers, identifiers).length + lessBy(identifiers, row.identifiers).length > 0)
    return true
  return Object.entries(columns).some(([key, value]) => plain(row[key as keyof typeof columns]) !== value)
}

/** A column's value as the fold gives it: dates as ISO, money as numbers. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return dayOf(value)
  return typeof value === 'bigint' ? Number(value) : value
}
