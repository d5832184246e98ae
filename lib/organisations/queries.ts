import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { decisionOf, decisionReference, itemForView, itemOf } from '../decisions/items.ts'
import { nameKey } from '../matching/keys.ts'
import { type Page, pageOf } from '../paging.ts'
import { projectReference, projectReferenceOf } from '../projects/reference.ts'
import type { OrganisationRow, OrganisationView } from '../projects/view.ts'

const PAGE = 50
/** How many projects and entries an organisation's page lists; the rest is a search away. */
const LISTED = 200

const row = {
  slug: true,
  name: true,
  number: true,
  owned: true,
  granted: true,
  applied: true,
  partner: true,
} satisfies Prisma.OrganisationSelect

const rowOf = ({
  granted,
  ...columns
}: Prisma.OrganisationGetPayload<{ select: typeof row }>): OrganisationRow => ({
  ...columns,
  granted: Number(granted),
})

/** Organisations by the support granted to them, largest first; `q` is part of any name they go by. */
export async function listOrganisations({
  q,
  page,
}: {
  q: string
  page: number
}): Promise<Page<OrganisationRow>> {
  const key = nameKey(q)
  // Words without a letter or digit are part of no name.
  const where: Prisma.OrganisationWhereInput = q.trim()
    ? { names: { some: { key: { contains: key || '?' } } } }
    : {}
  const total = await database().organisation.count({ where })
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().organisation.findMany({
      where,
      select: row,
      orderBy: [{ granted: 'desc' }, { id: 'asc' }],
      ...range,
    })
    return rows.map(rowOf)
  })
}

/** An organisation with all its names and roles, or null. */
export async function findOrganisation(slug: string): Promise<OrganisationView | null> {
  const organisation = await database().organisation.findUnique({ where: { slug }, select: forPage })
  if (!organisation) return null
  const { names, projects, participations, ...columns } = organisation
  const unitsOfItems = participations.filter(({ role }) => role === 'APPLICANT').map(({ unit }) => unit)
  return {
    ...rowOf(columns),
    names,
    units: [...new Set([...projects.map(({ ownerUnit }) => ownerUnit), ...unitsOfItems])].filter(
      (unit) => unit !== null,
    ),
    projects: projects.map(projectReferenceOf),
    items: participations.flatMap(({ role, item }) =>
      item && role !== 'OWNER'
        ? { role, item: itemOf(item, new Map()), decision: decisionOf(item.decision) }
        : [],
    ),
  }
}

const forPage = {
  ...row,
  names: {
    select: { name: true, document: { select: { slug: true, title: true } } },
    orderBy: { name: 'asc' },
    take: LISTED,
  },
  projects: {
    select: { ...projectReference, ownerUnit: true },
    orderBy: [{ startDate: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: LISTED,
  },
  participations: {
    where: { item: { inForce: true } },
    select: {
      role: true,
      unit: true,
      item: { select: { ...itemForView, decision: { select: decisionReference } } },
    },
    orderBy: [{ item: { decision: { decisionDate: 'desc' } } }, { id: 'asc' }],
    take: LISTED,
  },
} satisfies Prisma.OrganisationSelect
