import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { saidOfDecision } from '../corrections/load.ts'
import { database } from '../db.ts'
import { entrySays } from '../follow-up/page-says.ts'
import { followUpsOfDecision, type Published } from '../follow-up/queries.ts'
import type { OutcomesView } from '../follow-up/view.ts'
import { outcomesViewOf } from '../follow-up/view-of.ts'
import { dayInSweden } from '../format.ts'
import { type Page, pageOf } from '../paging.ts'
import { fieldViews } from '../projects/field-view.ts'
import type { ItemField } from '../projects/fields.ts'
import { foldFields, type ShownFields } from '../projects/fold.ts'
import type { DecisionRow, DecisionView, FieldOwner, FieldView, Saying } from '../projects/view.ts'
import { daysOfCapture } from '../registry/captured.ts'
import { dayOf, documentReference, KEPT, saying, sayingsIn, warning, warningOf } from '../registry/sayings.ts'
import { forFolding, standingOf } from '../registry/statements.ts'
import { DECISION_FIELDS } from './fields.ts'
import { byHandOf, decisionOf, decisionReference, itemForView, itemOf } from './items.ts'

const PAGE = 30

export type DecisionFilter = {
  page: number
  fund?: string | undefined
  region?: string | undefined
  year?: number | undefined
}

/** Decisions, newest first, with the sums of their entries by kind of amount, and the years that there are. */
export async function listDecisions(
  filter: DecisionFilter,
): Promise<Page<DecisionRow> & { years: number[] }> {
  const where = whereOf(filter)
  const [total, years] = await Promise.all([database().decision.count({ where }), decisionYears()])
  const page = await pageOf(total, filter.page, PAGE, (range) => decisionRows(where, range))
  return { ...page, years }
}

/** The newest decisions that have a date. */
export const newestDecisions = (count: number): Promise<DecisionRow[]> =>
  decisionRows({ inForce: true, decisionDate: { not: null } }, { skip: 0, take: count })

function whereOf({ fund, region, year }: DecisionFilter): Prisma.DecisionWhereInput {
  return {
    inForce: true,
    ...(fund && { fund }),
    ...(region && { region }),
    ...(year && {
      decisionDate: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) },
    }),
  }
}

async function decisionYears(): Promise<number[]> {
  const rows = await database().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM "decisionDate")::int AS year FROM decision
    WHERE "decisionDate" IS NOT NULL AND "inForce" ORDER BY year DESC LIMIT 100`
  return rows.map(({ year }) => year)
}

async function decisionRows(
  where: Prisma.DecisionWhereInput,
  range: { skip: number; take: number },
): Promise<DecisionRow[]> {
  const decisions = await database().decision.findMany({
    where,
    select: { id: true, ...decisionReference },
    orderBy: [{ decisionDate: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    ...range,
  })
  const sums = await sumsOf(decisions.map(({ id }) => id))
  return decisions.map(({ id, ...decision }) => {
    const own = sums.filter(({ decisionId }) => decisionId === id)
    return {
      ...decisionOf(decision),
      items: own.reduce((sum, { items }) => sum + items, 0),
      linked: own.reduce((sum, { linked }) => sum + linked, 0),
      sums: own.flatMap(({ kind, kronor, items, rounded }) =>
        kind && kronor !== null ? { kind, kronor, items, rounded } : [],
      ),
    }
  })
}

type Sum = {
  decisionId: number
  kind: DecisionRow['sums'][number]['kind'] | null
  kronor: number | null
  items: number
  linked: number
  rounded: boolean
}

/** Amounts of different kinds are never added up: what was applied for is no grant. */
const sumsOf = (ids: number[]) => database().$queryRaw<Sum[]>`
  SELECT "decisionId", "amountKind"::text AS kind, sum(amount) FILTER (WHERE NOT rejected)::float8 AS kronor,
    count(*)::int AS items, count("projectId")::int AS linked,
    coalesce(bool_or("amountPrecision" > 1) FILTER (WHERE NOT rejected), false) AS rounded
  FROM decision_item WHERE "decisionId" = ANY(${ids}) AND "inForce" GROUP BY 1, 2 ORDER BY 1, 2`

/** A decision with its entries and everything that the sources say of them, or null. */
export async function findDecision(slug: string): Promise<DecisionView | null> {
  const decision = await database().decision.findUnique({ where: { slug }, select: forPage })
  if (!decision?.inForce) return null
  const { id, publisher, statedDate, items, warnings, corrections, byHand, asRead, ...reference } = decision
  const [said, followUps] = await Promise.all([saidOf(id), followUpsOfDecision(id)])
  const { sayings, documents } = sayingsIn(said)
  return {
    ...decisionOf(reference),
    publisher,
    statedOn: dayOf(statedDate),
    items: items.map((item) => itemOf(item, sayings)),
    followUps: outcomesOfItems(items, followUps, daysOfCapture(said)),
    documents,
    byHand: byHand ? byHandOf(corrections.find(({ field }) => field === 'heading') ?? corrections[0]) : null,
    fields: ownFields(
      { statements: said.filter(({ itemId }) => itemId === null), asRead },
      corrections,
      sayings,
      { kind: 'decision', key: slug },
    ),
    warnings: warnings.map(warningOf),
  }
}

const forPage = {
  id: true,
  inForce: true,
  ...decisionReference,
  publisher: true,
  statedDate: true,
  byHand: true,
  asRead: true,
  corrections: { where: { withdrawnAt: null }, orderBy: { id: 'asc' } },
  items: { select: itemForView, orderBy: [{ inForce: 'desc' }, { position: 'asc' }] },
  warnings: { where: KEPT, select: warning, orderBy: { start: 'asc' } },
} satisfies Prisma.DecisionSelect

/** Everything that documents say of a decision and of its entries. */
const saidOf = (decisionId: number) =>
  database().statement.findMany({
    where: { OR: [{ decisionId }, { item: { decisionId } }] },
    select: {
      ...forFolding,
      ...saying,
      document: { select: { ...documentReference, replacedBy: { select: { id: true, slug: true } } } },
    },
    orderBy: { id: 'asc' },
  })

type Items = Prisma.DecisionGetPayload<{ select: typeof forPage }>['items']

/** What came of those entries that something is published of. */
function outcomesOfItems(
  items: Items,
  followUps: readonly Published[],
  days: ReadonlyMap<number, string>,
): Record<number, OutcomesView> {
  const today = dayInSweden(new Date())
  return Object.fromEntries(
    items.flatMap(({ id, shown }) => {
      const own = followUps.filter(({ itemId }) => itemId === id)
      if (own.length === 0) return []
      return [[id, outcomesViewOf(own, entrySays(shown as ShownFields<ItemField>, days), today)]]
    }),
  )
}

type Said = Parameters<typeof saidOfDecision>[0]
type Standing = Prisma.DecisionGetPayload<{ select: typeof forPage }>['corrections']

/** A decision has few fields and no shown values of its own: they are folded as they are asked for. */
function ownFields(
  said: Said,
  corrections: Standing,
  sayings: ReadonlyMap<number, Saying>,
  owner: FieldOwner,
): FieldView[] {
  const shown = foldFields(DECISION_FIELDS, saidOfDecision(said), corrections.map(standingOf))
  const notes = new Map(corrections.map((note) => [note.id, note]))
  const views = fieldViews(DECISION_FIELDS, shown, sayings, notes, owner)
  // Its region is kept as the code itself; pages write a code by its name.
  const region = typeof views.region.value === 'string' ? { code: views.region.value } : {}
  return Object.values({ ...views, region: { ...views.region, ...region } })
}
