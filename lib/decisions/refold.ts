import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { organisationsByName } from '../organisations/by-name.ts'
import { type ItemColumns, itemColumns } from '../projects/columns.ts'
import { ITEM_FIELDS, type ItemField } from '../projects/fields.ts'
import { changedFields, foldFields, type ShownFields, sameJson } from '../projects/fold.ts'
import { organisationNames, organisationUnit } from '../projects/shown.ts'
import { candidateOf, correctionForFolding, forFolding, standingOf } from '../registry/statements.ts'

export type RefoldedItem = {
  id: number
  projectId: number | null
  changes: ReturnType<typeof changedFields<ItemField>>
}

/** How many entries are folded at once. */
const BATCH = 1000

/**
 * Folds what is said of decision entries into their shown values, and writes those whose row is not what the fold
 * gives, with the organisations that take part. Returns the entries that were written. `dryRun` writes nothing.
 */
export async function refoldItems(
  tx: Transaction,
  ids: readonly number[],
  { dryRun = false } = {},
): Promise<RefoldedItem[]> {
  const refolded: RefoldedItem[] = []
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await tx.decisionItem.findMany({
      where: { id: { in: ids.slice(at, at + BATCH) } },
      select: forRefolding,
    })
    const due = rows.map(foldItem).filter(differs)
    if (!dryRun && due.length > 0) await writeItems(tx, due)
    refolded.push(...due.map(changesOf))
  }
  return refolded
}

const forRefolding = {
  id: true,
  name: true,
  nameKey: true,
  numberKey: true,
  applicant: true,
  amount: true,
  amountPrecision: true,
  amountKind: true,
  fund: true,
  partnersOpen: true,
  inForce: true,
  description: true,
  shown: true,
  projectId: true,
  statements: { select: forFolding, orderBy: { id: 'asc' } },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
} satisfies Prisma.DecisionItemSelect
type ItemRow = Prisma.DecisionItemGetPayload<{ select: typeof forRefolding }>
type FoldedItem = { row: ItemRow; columns: ItemColumns; inForce: boolean }

const foldItem = (row: ItemRow): FoldedItem => ({
  row,
  // Without any statement it was made by hand.
  inForce: row.statements.length === 0 || row.statements.some(({ document }) => document.replacedBy === null),
  columns: itemColumns(
    foldFields(ITEM_FIELDS, row.statements.map(candidateOf), row.corrections.map(standingOf)),
  ),
})

/** Whether any column holds another value than the fold gives. */
function differs({ row, inForce, columns: { shown, ...columns } }: FoldedItem): boolean {
  if (row.inForce !== inForce || !sameJson(row.shown, shown)) return true
  const plain = { ...row, amount: row.amount === null ? null : Number(row.amount) }
  return Object.entries(columns).some(([key, value]) => plain[key as keyof typeof columns] !== value)
}

const changesOf = ({ row, columns }: FoldedItem): RefoldedItem => ({
  id: row.id,
  projectId: row.projectId,
  changes: changedFields(row.shown as ShownFields<ItemField>, columns.shown),
})

async function writeItems(tx: Transaction, due: FoldedItem[]) {
  const rows = JSON.stringify(due.map(({ row, columns, inForce }) => ({ id: row.id, inForce, ...columns })))
  await tx.$executeRaw`
    UPDATE decision_item SET name = r.name, "nameKey" = r."nameKey", "numberKey" = r."numberKey", applicant = r.applicant, amount = r.amount,
      "amountPrecision" = r."amountPrecision", "amountKind" = r."amountKind"::"AmountKind", fund = r.fund,
      "partnersOpen" = r."partnersOpen", "inForce" = r."inForce", description = r.description, shown = r.shown, version = version + 1
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id int, name text, "nameKey" text, "numberKey" text, applicant text, amount bigint, "amountPrecision" int, "amountKind" text, fund text,
        "partnersOpen" boolean, "inForce" boolean, description text, shown jsonb)
    WHERE decision_item.id = r.id`
  await tx.participation.deleteMany({ where: { itemId: { in: due.map(({ row }) => row.id) } } })
  await tx.participation.createMany({ data: await participationsOf(tx, due) })
}

/** Who takes part in entries, by the shown applicant and the shown list of partners. */
async function participationsOf(tx: Transaction, due: FoldedItem[]) {
  const named = due.flatMap(({ row, columns: { shown } }) => {
    const unit = organisationUnit(shown.applicant?.value ?? null)
    const applicants = organisationNames(shown.applicant?.value ?? null)
    const partners = organisationNames(shown.partners?.value ?? null)
    return [
      ...applicants.map((name, position) => ({
        itemId: row.id,
        role: 'APPLICANT' as const,
        unit,
        name,
        position,
      })),
      ...partners.map((name, position) => ({
        itemId: row.id,
        role: 'PARTNER' as const,
        unit: null,
        name,
        position,
      })),
    ]
  })
  const organisations = await organisationsByName(
    tx,
    named.map(({ name }) => name),
  )
  return named.flatMap((participation) => {
    const organisationId = organisations(participation.name)
    return organisationId === null ? [] : { ...participation, organisationId }
  })
}
