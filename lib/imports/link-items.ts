import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { certainLinks, type Link } from '../matching/link.ts'

/**
 * Links entries that no project is known for to the projects that they certainly led to. Looks only at what an import
 * has touched: these entries against all projects, and all entries against these projects. Returns the links made.
 */
export async function linkItems(
  tx: Transaction,
  touched: { itemIds: number[]; projectIds: number[] },
): Promise<Link[]> {
  const items = (await unlinkedItems(tx, touched)).map(unlinked)
  const projects = (await likelyProjects(tx, items)).map(asLinkable)
  const links = certainLinks(items, projects)
  if (links.length > 0) {
    await tx.$executeRaw`
      UPDATE decision_item SET "projectId" = l."projectId", "linkedBy" = l.by, version = version + 1
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("itemId" int, "projectId" int, by text)
      WHERE decision_item.id = l."itemId"`
  }
  return links
}

async function unlinkedItems(
  tx: Transaction,
  { itemIds, projectIds }: { itemIds: number[]; projectIds: number[] },
) {
  const projects = await tx.project.findMany({
    where: { id: { in: projectIds } },
    select: { nameKey: true, identifiers: { select: { key: true } } },
  })
  const numberKeys = projects.flatMap(({ identifiers }) => identifiers.map(({ key }) => key))
  const nameKeys = projects.map(({ nameKey }) => nameKey)
  return tx.decisionItem.findMany({
    where: {
      projectId: null,
      rejected: false,
      inForce: true,
      OR: [{ id: { in: itemIds } }, { numberKey: { in: numberKeys } }, { nameKey: { in: nameKeys } }],
    },
    select: forLinking,
  })
}

function likelyProjects(tx: Transaction, items: ReturnType<typeof unlinked>[]) {
  const numberKeys = items.flatMap(({ numberKey }) => numberKey ?? [])
  return tx.project.findMany({
    where: {
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
  nameKey: true,
  numberKey: true,
  rejected: true,
  fund: true,
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
  identifiers: { select: { key: true } },
} satisfies Prisma.ProjectSelect

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

const unlinked = ({
  decision,
  participations,
  ...item
}: Prisma.DecisionItemGetPayload<{ select: typeof forLinking }>) => ({
  ...item,
  applicantIds: participations.map(({ organisationId }) => organisationId),
  region: decision.region,
  decidedOn: day(decision.decisionDate),
})

const asLinkable = ({
  identifiers,
  startDate,
  ...project
}: Prisma.ProjectGetPayload<{ select: typeof linkable }>) => ({
  ...project,
  startDate: day(startDate),
  numberKeys: identifiers.map(({ key }) => key),
})
