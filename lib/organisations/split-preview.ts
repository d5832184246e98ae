import 'server-only'
import { database } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { leadsTo } from './forest.ts'
import { mergeForView, mergeViewOf } from './merge-queries.ts'
import type { SplitPreview, Sums } from './merge-view.ts'

/** What splitting a merge would give back to either, or null where there is no such merge. */
export async function findSplitPreview(mergeId: number): Promise<SplitPreview | null> {
  const found = await database().organisationMerge.findUnique({
    where: { id: mergeId },
    select: {
      ...mergeForView,
      undoneAt: true,
      fromId: true,
      from: { select: { ...mergeForView.from.select, mergedInto: { select: root } } },
    },
  })
  if (!found) return null
  const { undoneAt, fromId, from, ...merge } = found
  const whole = undoneAt === null ? from.mergedInto : null
  const view = mergeViewOf({ ...merge, from: { slug: from.slug, name: from.name, number: from.number } })
  if (!whole) return { merge: view, isUndone: true, root: view.whole, ...NOTHING_FOLLOWS }
  const before = { ...whole, granted: Number(whole.granted) }
  return {
    merge: view,
    isUndone: false,
    root: { slug: whole.slug, name: whole.name },
    before,
    ...(await shares(whole.id, fromId, mergeId, before)),
  }
}

const root = {
  id: true,
  slug: true,
  name: true,
  owned: true,
  granted: true,
  applied: true,
  partner: true,
} as const
const NONE: Sums = { owned: 0, granted: 0, applied: 0, partner: 0 }
const NOTHING_FOLLOWS = { before: NONE, part: NONE, rest: NONE, unresolved: 0 }

/** Whose everything of the whole would be: the part's, the rest's, or nobody's where both go by a name. */
async function shares(rootId: number, fromId: number, mergeId: number, before: Sums) {
  const members = await database().organisation.findMany({
    where: { OR: [{ id: rootId }, { mergedIntoId: rootId }] },
    select: { id: true, number: true, names: { select: { key: true } } },
  })
  const edges = await database().organisationMerge.findMany({
    where: { fromId: { in: members.map(({ id }) => id) }, undoneAt: null, id: { not: mergeId } },
    select: { fromId: true, intoId: true },
  })
  const roots = leadsTo(edges)
  const isPart = ({ id }: { id: number }) => (roots.get(id) ?? id) === fromId
  const [part, rest] = [members.filter(isPart), members.filter((member) => !isPart(member))]
  const whose = shareBy(of(part), of(rest))
  const sums = { part: { ...NONE }, nobody: { ...NONE } }
  for (const { granted, ...named } of await ownedBy(rootId)) {
    const owner = whose(named)
    if (owner === 'rest') continue
    sums[owner].owned++
    sums[owner].granted += granted
  }
  for (const { name, role } of await takenPartBy(rootId)) {
    const owner = whose({ name, number: null, isGiven: false })
    if (owner !== 'rest') sums[owner][role === 'APPLICANT' ? 'applied' : 'partner']++
  }
  const { owned, applied, partner } = sums.nobody
  return {
    part: sums.part,
    rest: less(less(before, sums.part), sums.nobody),
    unresolved: owned + applied + partner,
  }
}

type Member = { number: string | null; names: { key: string }[] }
const of = (members: readonly Member[]) => ({
  keys: new Set(members.flatMap(({ names }) => names.map(({ key }) => key))),
  numbers: new Set(members.flatMap(({ number }) => number ?? [])),
})
type Goes = ReturnType<typeof of>

/** `isGiven`: a person named the owner, and said nothing of its number. */
type OwnerNamed = { name: string; number: string | null; isGiven: boolean }

/** By the number, else by the name, as owners are found; a name that a person gave goes first. */
const shareBy =
  (part: Goes, rest: Goes) =>
  ({ name, number, isGiven }: OwnerNamed) => {
    const numbered = [part, rest].find(({ numbers }) => number !== null && numbers.has(number))
    const byNumber = numbered && (numbered === part ? 'part' : 'rest')
    const key = nameKey(name)
    const isShared = part.keys.has(key) && rest.keys.has(key)
    const byName = isShared ? undefined : part.keys.has(key) ? 'part' : 'rest'
    return (isGiven ? (byName ?? byNumber) : (byNumber ?? byName)) ?? 'nobody'
  }

const ownedBy = (id: number) => database().$queryRaw<(OwnerNamed & { granted: number })[]>`
  SELECT coalesce(shown #>> '{owner,value,organisation}', shown #>> '{owner,value,organisations,0}', '') AS name,
    "ownerNumber" AS number, coalesce("grantedSupport", 0)::float8 AS granted,
    shown #>> '{owner,correction}' IS NOT NULL AND shown #>> '{owner,reviewed}' = 'false'
      AND shown #>> '{ownerOrganisationNumber,correction}' IS NULL AS "isGiven"
  FROM project WHERE "ownerId" = ${id}`

const takenPartBy = (id: number) =>
  database().participation.findMany({
    where: { organisationId: id, item: { inForce: true } },
    select: { name: true, role: true },
  })

const less = (from: Sums, other: Sums): Sums => ({
  owned: from.owned - other.owned,
  granted: from.granted - other.granted,
  applied: from.applied - other.applied,
  partner: from.partner - other.partner,
})
