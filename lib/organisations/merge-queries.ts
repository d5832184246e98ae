import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import type { Why } from '../matching/lookalikes.ts'
import { nothingTouched } from '../registry/touched.ts'
import { lookalikesOf } from './lookalike-queries.ts'
import type { Comparison, MergeOverview, MergeView, Side } from './merge-view.ts'
import { sharedKeys, touchUnresolved } from './records.ts'
import { organisationRow, organisationRowOf } from './row.ts'

/** Parts of an organisation that are listed; nobody has merged so many. */
const MOST_PARTS = 200

const reference = { slug: true, name: true } as const
export const mergeForView = {
  id: true,
  at: true,
  reason: true,
  evidence: true,
  actor: true,
  from: { select: { ...reference, number: true } },
  into: { select: reference },
} satisfies Prisma.OrganisationMergeSelect

export const mergeViewOf = ({
  id,
  at,
  actor,
  from,
  into,
  ...said
}: Prisma.OrganisationMergeGetPayload<{ select: typeof mergeForView }>): MergeView => ({
  id,
  part: from,
  whole: into,
  since: at.toISOString(),
  by: actor,
  ...said,
})

/** What can be merged with an organisation and split from it, or null. */
export async function findMergeOverview(slug: string): Promise<MergeOverview | null> {
  const organisation = await database().organisation.findUnique({
    where: { slug },
    select: {
      ...reference,
      id: true,
      mergedInto: { select: reference },
      merges: { where: { undoneAt: null }, select: mergeForView, take: 1 },
    },
  })
  if (!organisation) return null
  const { id, name, mergedInto, merges } = organisation
  const [merge] = merges
  const parts = await database().organisationMerge.findMany({
    where: { undoneAt: null, OR: [{ from: { mergedIntoId: id } }, { intoId: id }] },
    select: mergeForView,
    orderBy: { id: 'asc' },
    take: MOST_PARTS,
  })
  return {
    slug,
    name,
    mergedInto: mergedInto && merge ? { root: mergedInto, merge: mergeViewOf(merge) } : null,
    parts: parts.map(mergeViewOf),
    lookalikes: mergedInto ? [] : await lookalikesOf(slug),
  }
}

const side = {
  ...organisationRow,
  id: true,
  version: true,
  names: { select: { name: true }, orderBy: { name: 'asc' }, take: MOST_PARTS },
  mergedInto: { select: reference },
  aliases: { select: { id: true, number: true, names: { select: { name: true }, take: MOST_PARTS } } },
} satisfies Prisma.OrganisationSelect
type SideRow = Prisma.OrganisationGetPayload<{ select: typeof side }>

const sideOf = ({ id: _, version, names, mergedInto, ...row }: SideRow): Side => ({
  ...organisationRowOf(row),
  version,
  names: [...new Set([...names, ...row.aliases.flatMap((alias) => alias.names)].map(({ name }) => name))],
  mergedInto,
})

/** Two organisations side by side, with what would follow if they were one; null where one is not there. */
export async function findComparison(slug: string, otherSlug: string): Promise<Comparison | null> {
  const rows = await database().organisation.findMany({
    where: { slug: { in: [slug, otherSlug] } },
    select: side,
  })
  const [a, b] = [slug, otherSlug].map((wanted) => rows.find((row) => row.slug === wanted))
  if (!a || !b || a === b) return null
  const sides: [Side, Side] = [sideOf(a), sideOf(b)]
  const [number, other] = [sides[0].number, sides[1].number]
  return {
    sides,
    mustStay: number && !other ? slug : other && !number ? otherSlug : null,
    numbersDiffer: number !== null && other !== null && number !== other,
    unresolved: await unresolvedBetween(a, b),
    ...(await foundOf(a.id, b.id)),
  }
}

async function unresolvedBetween(a: SideRow, b: SideRow): Promise<number> {
  const idsOf = ({ id, aliases }: SideRow) => [id, ...aliases.map((alias) => alias.id)]
  const touched = nothingTouched()
  await touchUnresolved(database(), touched, await sharedKeys(database(), idsOf(a), idsOf(b)))
  return touched.projects.size + touched.items.size
}

/** Why the registry takes two for one, and that somebody has found them to be two. */
async function foundOf(a: number, b: number): Promise<Pick<Comparison, 'why' | 'distinct'>> {
  const found = await database().lookalike.findUnique({
    where: { aId_bId: { aId: Math.min(a, b), bId: Math.max(a, b) } },
    select: { why: true, decidedAt: true, note: true },
  })
  const isDecided = found?.decidedAt != null
  return {
    why: found && !isDecided ? (found.why as Why) : null,
    distinct: found?.decidedAt ? { on: found.decidedAt.toISOString(), note: found.note } : null,
  }
}
