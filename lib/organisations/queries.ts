import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { decisionOf, decisionReference, itemForView, itemOf } from '../decisions/items.ts'
import { outcomesOfOwner } from '../follow-up/sum-queries.ts'
import { dayInSweden } from '../format.ts'
import { nameKey } from '../matching/keys.ts'
import { type Page, pageOf } from '../paging.ts'
import { projectReference, projectReferenceOf } from '../projects/reference.ts'
import type { OrganisationAlias, OrganisationRow, OrganisationView } from '../projects/view.ts'
import { organisationRow, organisationRowOf } from './row.ts'

const PAGE = 50
/** How many projects and entries an organisation's page lists; the rest is a search away. */
const LISTED = 200

/**
 * Organisations by the support granted to them, largest first, without those that are merged into others; `q` is part of
 * any name that they or those merged into them go by, or the beginning of their number.
 */
export async function listOrganisations({
  q,
  page,
}: {
  q: string
  page: number
}): Promise<Page<OrganisationRow>> {
  const where = q.trim() ? { ...UNMERGED, OR: found(q) } : UNMERGED
  const total = await database().organisation.count({ where })
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().organisation.findMany({
      where,
      select: organisationRow,
      orderBy: [{ granted: 'desc' }, { id: 'asc' }],
      ...range,
    })
    return rows.map(organisationRowOf)
  })
}

const UNMERGED = { mergedIntoId: null, inForce: true }

/** So many digits of a number are worth looking for. */
const FEWEST_DIGITS = 4

function found(q: string): Prisma.OrganisationWhereInput[] {
  // Words without a letter or digit are part of no name.
  const named = { names: { some: { key: { contains: nameKey(q) || '?' } } } }
  const digits = q.replace(/[ -]/g, '')
  const isNumber = /^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS
  // The official name may be one that no source has.
  const official = { name: { contains: q.trim(), mode: 'insensitive' } } as const
  const own = [named, official, ...(isNumber ? [{ number: { startsWith: digits } }] : [])]
  return [...own, { aliases: { some: { OR: own } } }]
}

/** An organisation with all its names and roles, or null. Of one that is merged into another, only where to. */
export async function findOrganisation(slug: string): Promise<OrganisationView | null> {
  const organisation = await database().organisation.findUnique({ where: { slug }, select: forPage })
  if (!organisation?.inForce) return null
  const { id, names, projects, participations, aliases, mergedInto, ...columns } = organisation
  const unitsOfItems = participations.filter(({ role }) => role === 'APPLICANT').map(({ unit }) => unit)
  return {
    ...organisationRowOf({ ...columns, aliases }),
    movedTo: mergedInto?.slug ?? null,
    names: distinctNames([...names, ...aliases.flatMap((alias) => alias.names)]),
    aliases: aliases.map(aliasOf),
    units: [...new Set([...projects.map(({ ownerUnit }) => ownerUnit), ...unitsOfItems])].filter(
      (unit) => unit !== null,
    ),
    projects: projects.map(projectReferenceOf),
    items: participations.flatMap(({ role, item }) =>
      item && role !== 'OWNER'
        ? { role, item: itemOf(item, new Map()), decision: decisionOf(item.decision) }
        : [],
    ),
    outcomes: await outcomesOfOwner(id, dayInSweden(new Date())),
  }
}

const names = {
  select: { name: true, document: { select: { slug: true, title: true } } },
  orderBy: { name: 'asc' },
  take: LISTED,
} satisfies Prisma.Organisation$namesArgs

const forPage = {
  id: true,
  ...organisationRow,
  inForce: true,
  mergedInto: { select: { slug: true } },
  names,
  aliases: {
    select: {
      slug: true,
      name: true,
      number: true,
      names,
      merges: { where: { undoneAt: null }, select: { at: true, reason: true, evidence: true }, take: 1 },
    },
    orderBy: { id: 'asc' },
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
type Alias = Prisma.OrganisationGetPayload<{ select: typeof forPage }>['aliases'][number]

const aliasOf = ({ slug, name, number, merges: [merge] }: Alias): OrganisationAlias => ({
  slug,
  name,
  number,
  since: merge?.at.toISOString() ?? '',
  reason: merge?.reason ?? '',
  evidence: merge?.evidence ?? null,
})

/** A name that several of them go by stands once, with the document that it was read in where there is one. */
function distinctNames(all: OrganisationView['names']): OrganisationView['names'] {
  const byName = new Map<string, OrganisationView['names'][number]>()
  for (const one of all) if (!byName.get(one.name)?.document) byName.set(one.name, one)
  return [...byName.values()].sort((a, b) => COLLATOR.compare(a.name, b.name))
}
const COLLATOR = new Intl.Collator('sv')
