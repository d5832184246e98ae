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
  changes: ReturnType<typeof changedFields<ItemField | typeof IN_FORCE>>
  /** Who took part before, and who does now: ids, none twice. */
  organisations: number[]
  /** Nothing speaks of it any longer, and something did. */
  isGone: boolean
}

/** How many entries are folded at once. */
const BATCH = 1000

/**
 * Folds what is said of decision entries into their shown values, and writes those whose row is not what the fold
 * gives, with the organisations that take part. Returns the entries that were written. `dryRun` writes nothing; `always`
 * are written although their values are the same: which organisations they name has changed.
 */
export async function refoldItems(
  tx: Transaction,
  ids: readonly number[],
  { dryRun = false, always = [] }: { dryRun?: boolean; always?: readonly number[] } = {},
): Promise<RefoldedItem[]> {
  const refolded: RefoldedItem[] = []
  const wanted = new Set(always)
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await tx.decisionItem.findMany({
      where: { id: { in: ids.slice(at, at + BATCH) } },
      select: forRefolding,
    })
    const folded = await withParticipants(tx, rows.map(foldItem))
    const due = folded.filter((item) => wanted.has(item.row.id) || differs(item))
    if (!dryRun && due.length > 0) await writeItems(tx, due)
    refolded.push(...due.map(changesOf))
  }
  return refolded
}

export const forRefolding = {
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
  openDisagreements: true,
  sourceChanges: true,
  shown: true,
  projectId: true,
  participations: {
    select: { role: true, organisationId: true, unit: true, name: true, position: true },
    orderBy: [{ role: 'asc' }, { position: 'asc' }],
  },
  statements: { select: forFolding, orderBy: { id: 'asc' } },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
  followUps: { where: { state: 'PUBLISHED', isExample: false }, select: { id: true } },
  decision: {
    select: { corrections: { where: { withdrawnAt: null, field: 'fund' }, select: correctionForFolding } },
  },
} satisfies Prisma.DecisionItemSelect
type ItemRow = Prisma.DecisionItemGetPayload<{ select: typeof forRefolding }>
type Participant = ItemRow['participations'][number]
type FoldedItem = { row: ItemRow; columns: ItemColumns; inForce: boolean }
type WholeItem = FoldedItem & { participants: Participant[] }

function foldItem(row: ItemRow): FoldedItem {
  const shown = foldFields(ITEM_FIELDS, row.statements.map(candidateOf), correctionsOfItem(row))
  const columns = itemColumns(shown)
  // What its list said was taken back: it goes by its last name.
  const { name, nameKey } = row
  const isNameless = columns.name === '' && row.statements.length === 0
  return { row, inForce: isInForce(row), columns: isNameless ? { ...columns, name, nameKey } : columns }
}

/** Whether an entry is in force: as a person said last, or else as the lists have it. */
function isInForce(row: ItemRow): boolean {
  const said = row.corrections.filter(({ field }) => field === IN_FORCE)
  const last = said.sort((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id)[0]
  return last ? last.kind !== 'NOT_STATED' : isOnAList(row)
}

/** The field in which a person says whether an entry belongs on its list. */
export const IN_FORCE = 'inForce'

/**
 * What a person wrote is on the person's list: no capture that leaves it out takes it off. So is what a person corrected,
 * or followed up, before its list was taken back.
 */
export const isOnAList = (row: Pick<ItemRow, 'statements' | 'corrections' | 'followUps'>) =>
  row.statements.length === 0
    ? row.corrections.length + row.followUps.length > 0
    : isByHand(row) || row.statements.some(({ document }) => document.replacedBy === null)

/** Whether a person made the entry: its name stands without that any source had said it. */
const isByHand = ({ corrections }: Pick<ItemRow, 'corrections'>) =>
  corrections.some(
    ({ field, kind, seenStatementId }) => field === 'name' && kind === 'VALUE' && seenStatementId === null,
  )

/** The corrections of an entry. Its fund is its decision's: what a person says of it there goes first. */
export const correctionsOfItem = ({ corrections, decision }: Pick<ItemRow, 'corrections' | 'decision'>) =>
  [
    ...(decision.corrections.length === 0
      ? corrections
      : corrections.filter(({ field }) => field !== 'fund')),
    ...decision.corrections,
  ].map(standingOf)

/** Whether any column holds another value than the fold gives, or others take part than those who are named. */
function differs({ row, inForce, participants, columns: { shown, ...columns } }: WholeItem): boolean {
  if (row.inForce !== inForce || !sameJson(row.shown, shown)) return true
  if (!sameJson(row.participations, participants)) return true
  const plain = { ...row, amount: row.amount === null ? null : Number(row.amount) }
  return Object.entries(columns).some(([key, value]) => plain[key as keyof typeof columns] !== value)
}

const changesOf = ({ row, columns, inForce, participants }: WholeItem): RefoldedItem => ({
  id: row.id,
  projectId: row.projectId,
  changes: [
    ...changedFields(row.shown as ShownFields<ItemField>, columns.shown),
    ...(row.inForce === inForce
      ? []
      : [{ field: IN_FORCE, from: asValue(row.inForce), to: asValue(inForce) } as const]),
  ],
  organisations: [
    ...new Set([...row.participations, ...participants].map(({ organisationId }) => organisationId)),
  ],
  isGone: row.inForce && !inForce && row.statements.length === 0,
})
const asValue = (value: boolean) => ({ state: 'value', value }) as const

async function writeItems(tx: Transaction, due: WholeItem[]) {
  const rows = JSON.stringify(due.map(({ row, columns, inForce }) => ({ id: row.id, inForce, ...columns })))
  await tx.$executeRaw`
    UPDATE decision_item SET name = r.name, "nameKey" = r."nameKey", "numberKey" = r."numberKey", applicant = r.applicant, amount = r.amount,
      "amountPrecision" = r."amountPrecision", "amountKind" = r."amountKind"::"AmountKind", fund = r.fund,
      "partnersOpen" = r."partnersOpen", "inForce" = r."inForce", description = r.description,
      "openDisagreements" = r."openDisagreements", "sourceChanges" = r."sourceChanges", shown = r.shown, version = version + 1
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id int, name text, "nameKey" text, "numberKey" text, applicant text, amount bigint, "amountPrecision" int, "amountKind" text, fund text,
        "partnersOpen" boolean, "inForce" boolean, description text, "openDisagreements" int, "sourceChanges" int, shown jsonb)
    WHERE decision_item.id = r.id`
  await tx.participation.deleteMany({ where: { itemId: { in: due.map(({ row }) => row.id) } } })
  await tx.participation.createMany({
    data: due.flatMap(({ row, participants }) =>
      participants.map((participant) => ({ ...participant, itemId: row.id })),
    ),
  })
}

/** Who takes part in entries, by the organisations that their names belong to. */
async function withParticipants(tx: Transaction, items: FoldedItem[]): Promise<WholeItem[]> {
  const named = items.map(namedIn)
  const organisations = await organisationsByName(
    tx,
    named.flatMap((all) => all.map(({ name }) => name)),
  )
  return items.map((item, at) => ({
    ...item,
    participants: (named[at] ?? []).flatMap((participant) => {
      const organisationId = organisations(participant.name)
      return organisationId === null ? [] : { ...participant, organisationId }
    }),
  }))
}

/** The shown applicants and the shown list of partners. */
function namedIn({ columns: { shown } }: FoldedItem): Omit<Participant, 'organisationId'>[] {
  const unit = organisationUnit(shown.applicant?.value ?? null)
  const applicants = organisationNames(shown.applicant?.value ?? null)
  const partners = organisationNames(shown.partners?.value ?? null)
  return [
    ...applicants.map((name, position) => ({ role: 'APPLICANT' as const, unit, name, position })),
    ...partners.map((name, position) => ({ role: 'PARTNER' as const, unit: null, name, position })),
  ]
}
