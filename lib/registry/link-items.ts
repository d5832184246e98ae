import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { certainLinks, type Link } from '../matching/link.ts'
import { dayOf, kronor } from './sayings.ts'

/** An entry whose project is another than before; null is none. */
export type LinkChange = { itemId: number; from: number | null; to: number | null; by: Link['by'] | null }

type Around = {
  itemIds: readonly number[]
  projectIds: readonly number[]
  /** Names that projects had until now: another project may be the only one by that name. */
  formerNameKeys?: readonly string[]
}

/**
 * Links entries to the projects that they certainly led to, and takes back links that are certain no longer: what is
 * linked does not depend on the order of what was imported or corrected. Looks only at what was touched: these entries
 * against all projects, and all entries against these projects.
 */
export async function linkItems(tx: Transaction, touched: Around): Promise<LinkChange[]> {
  if (touched.itemIds.length + touched.projectIds.length === 0) return []
  const rows = await linkableItems(tx, touched)
  if (rows.length === 0) return []
  const items = rows.map(asUnlinked)
  const projects = (await likelyProjects(tx, items)).map(asLinkable)
  const links = new Map(certainLinks(items, projects).map((link) => [link.itemId, link]))
  const changes = rows.flatMap(({ id, projectId: from, linkedBy }): LinkChange[] => {
    const link = links.get(id)
    const [to, by] = [link?.projectId ?? null, link?.by ?? null]
    return from === to && linkedBy === by ? [] : [{ itemId: id, from, to, by }]
  })
  if (changes.length > 0) {
    await tx.$executeRaw`
      UPDATE decision_item SET "projectId" = l."to", "linkedBy" = l.by, version = version + 1
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS l("itemId" int, "to" int, by text)
      WHERE decision_item.id = l."itemId"`
  }
  // The same project on other grounds is no news.
  return changes.filter(({ from, to }) => from !== to)
}

/** Entries that these projects may be linked to, or were. A person's links are left in peace. */
async function linkableItems(tx: Transaction, { itemIds, projectIds, formerNameKeys = [] }: Around) {
  const projects = await tx.project.findMany({
    where: { id: { in: [...projectIds] } },
    select: { nameKey: true, identifiers: { select: { key: true } } },
  })
  const numberKeys = projects.flatMap(({ identifiers }) => identifiers.map(({ key }) => key))
  const nameKeys = [...new Set([...projects.map(({ nameKey }) => nameKey), ...formerNameKeys])]
  return tx.decisionItem.findMany({
    where: {
      AND: [
        { OR: [{ linkedBy: null }, { linkedBy: { not: 'person' } }] },
        {
          OR: [
            { id: { in: [...itemIds] } },
            { projectId: { in: [...projectIds] } },
            { numberKey: { in: numberKeys } },
            { nameKey: { in: nameKeys } },
          ],
        },
      ],
      rejected: false,
    },
    select: forLinking,
  })
}

function likelyProjects(tx: Transaction, items: ReturnType<typeof asUnlinked>[]) {
  const numberKeys = items.flatMap(({ numberKey }) => numberKey ?? [])
  return tx.project.findMany({
    where: {
      inForce: true,
      OR: [
        { nameKey: { in: items.map(({ nameKey }) => nameKey) } },
        { identifiers: { some: { key: { in: numberKeys } } } },
      ],
    },
    select: linkable,
  })
}

const forLinking = {
  id: true,
  projectId: true,
  linkedBy: true,
  nameKey: true,
  numberKey: true,
  rejected: true,
  fund: true,
  amount: true,
  amountKind: true,
  amountPrecision: true,
  decision: { select: { region: true, decisionDate: true } },
  participations: { where: { role: 'APPLICANT' }, select: { organisationId: true } },
} satisfies Prisma.DecisionItemSelect

const linkable = {
  id: true,
  nameKey: true,
  ownerId: true,
  region: true,
  fund: true,
  startDate: true,
  totalBudget: true,
  grantedSupport: true,
  identifiers: { select: { key: true } },
} satisfies Prisma.ProjectSelect

const asUnlinked = ({
  decision,
  participations,
  projectId: _,
  linkedBy: __,
  amount,
  amountKind,
  amountPrecision,
  ...item
}: Prisma.DecisionItemGetPayload<{ select: typeof forLinking }>) => ({
  ...item,
  applicantIds: participations.map(({ organisationId }) => organisationId),
  region: decision.region,
  decidedOn: dayOf(decision.decisionDate),
  amounts:
    amount === null
      ? []
      : [
          {
            kind: KINDS[amountKind ?? 'UNSPECIFIED'],
            kronor: Number(amount),
            precision: amountPrecision ?? 1,
          },
        ],
})
const KINDS = {
  APPLIED: 'applied',
  PRIORITISED: 'prioritised',
  AWARDED: 'awarded',
  UNSPECIFIED: 'unspecified',
} as const

const asLinkable = ({
  identifiers,
  startDate,
  totalBudget,
  grantedSupport,
  ...project
}: Prisma.ProjectGetPayload<{ select: typeof linkable }>) => ({
  ...project,
  startDate: dayOf(startDate),
  totalBudget: kronor(totalBudget),
  grantedSupport: kronor(grantedSupport),
  numberKeys: identifiers.map(({ key }) => key),
})
