import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { type Comparable, type Likeness, likeness, probesOf } from '../matching/lookalikes.ts'
import { numberOf } from './mergeable.ts'

/** Organisations compared at once: bounds the memory. */
const BATCH = 500

/**
 * Looks anew for organisations that may be one with these: call it when they got a name or a number, were merged or split.
 * Those merged into others are looked for under the other. Pairs that somebody has decided stay as they are.
 */
export async function refreshLookalikes(tx: Transaction, organisationIds: readonly number[]): Promise<void> {
  if (organisationIds.length === 0) return
  const roots = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT coalesce("mergedIntoId", id) AS id FROM organisation WHERE id = ANY(${[...organisationIds]}::int[])`
  const ids = roots.map(({ id }) => id)
  await tx.$executeRaw`
    DELETE FROM lookalike WHERE "decidedAt" IS NULL AND ("aId" = ANY(${ids}::int[]) OR "bId" = ANY(${ids}::int[]))`
  for (let at = 0; at < ids.length; at += BATCH) await findLookalikes(tx, ids.slice(at, at + BATCH))
}

/** The same for all of the registry, page by page. */
export async function refreshAllLookalikes(tx: Transaction): Promise<void> {
  await tx.lookalike.deleteMany({ where: { decidedAt: null } })
  for (let after = 0; ; ) {
    const rows = await tx.organisation.findMany({
      where: { mergedIntoId: null, id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    const last = rows.at(-1)
    if (!last) return
    await findLookalikes(
      tx,
      rows.map(({ id }) => id),
    )
    after = last.id
  }
}

type Compared = Comparable & { id: number }

async function findLookalikes(tx: Transaction, ids: readonly number[]) {
  const own = await comparables(tx, ids)
  const candidates = await candidatesOf(tx, [...own.values()])
  if (candidates.length === 0) return
  const others = await comparables(
    tx,
    candidates.map(({ b }) => b),
  )
  const found = new Map<string, Pair>()
  for (const { a, b } of candidates) {
    const [one, other] = [own.get(a), others.get(b)]
    const like = one && other ? likeness(one, other) : null
    const [aId, bId] = a < b ? [a, b] : [b, a]
    if (like) found.set(`${aId} ${bId}`, { aId, bId, ...like })
  }
  const data = await undecided(tx, [...found.values()])
  await tx.lookalike.createMany({ data, skipDuplicates: true })
}

type Pair = { aId: number; bId: number } & Likeness

/** Every name of an organisation, official and of those merged into it too, and its number. */
async function comparables(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, Compared>> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids)] }, mergedIntoId: null },
    select: { ...goesBy, id: true, aliases: { select: goesBy } },
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        names: [...new Set([row, ...row.aliases].flatMap(({ name, names }) => [name, ...names.map(nameOf)]))],
        number: numberOf(row),
      },
    ]),
  )
}

const goesBy = {
  name: true,
  number: true,
  names: { select: { name: true } },
} satisfies Prisma.OrganisationSelect
const nameOf = ({ name }: { name: string }) => name

/** How near by its letters a name has to be, and how many of the nearest are looked at. */
const NEAR = 0.5
const MOST_NEAR = 60

type Looked = { id: number; key: string }

/** Pairs that are worth a comparison: by letters, by what a name may also be, by initials. Only unmerged ones. */
async function candidatesOf(
  tx: Transaction,
  organisations: readonly Compared[],
): Promise<{ a: number; b: number }[]> {
  const looked = organisations.map(({ id, names }) => ({ id, probes: names.map(probesOf) }))
  const own = organisations.flatMap(({ id, names }) =>
    [...new Set(names.map(nameKey))].map((key) => ({ id, key })),
  )
  const all = (of: 'keys' | 'parts') =>
    looked.flatMap(({ id, probes }) => probes.flatMap((probe) => probe[of].map((key) => ({ id, key }))))
  const initials = looked.flatMap(({ id, probes }) =>
    probes.flatMap((probe) => (probe.initials ? { id, key: patternOf(probe.initials) } : [])),
  )
  const pairs = [
    ...(await nearByLetters(tx, own)),
    ...(await keyed(tx, [...own, ...all('keys')])),
    ...(await officially(tx, [...own, ...all('keys')])),
    ...(await withParts(tx, all('parts'))),
    ...(await withInitials(tx, initials)),
  ]
  return [...new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair])).values()].filter(
    ({ a, b }) => a !== b,
  )
}

const ids = (looked: readonly Looked[]) => looked.map(({ id }) => id)
const keys = (looked: readonly Looked[]) => looked.map(({ key }) => key)

async function nearByLetters(tx: Transaction, looked: readonly Looked[]) {
  await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(NEAR)}, true)`
  return tx.$queryRaw<{ a: number; b: number }[]>`
    SELECT DISTINCT l.id AS a, coalesce(o."mergedIntoId", o.id) AS b
    FROM unnest(${ids(looked)}::int[], ${keys(looked)}::text[]) AS l(id, key)
    CROSS JOIN LATERAL (
      SELECT n."organisationId" FROM organisation_name n WHERE n.key % l.key
      ORDER BY similarity(n.key, l.key) DESC LIMIT ${MOST_NEAR}
    ) near
    JOIN organisation o ON o.id = near."organisationId"`
}

const keyed = (tx: Transaction, looked: readonly Looked[]) => tx.$queryRaw<{ a: number; b: number }[]>`
  SELECT DISTINCT l.id AS a, coalesce(o."mergedIntoId", o.id) AS b
  FROM unnest(${ids(looked)}::int[], ${keys(looked)}::text[]) AS l(id, key)
  JOIN organisation_name n ON n.key = l.key
  JOIN organisation o ON o.id = n."organisationId"`

/** Names that no source has, but a person has given. There are few. */
async function officially(tx: Transaction, looked: readonly Looked[]): Promise<{ a: number; b: number }[]> {
  const corrected = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT coalesce("mergedIntoId", id) AS id, name FROM organisation
    WHERE "asRead" IS NOT NULL AND "asRead" ->> 'name' <> name`
  const byKey = Map.groupBy(corrected, ({ name }) => nameKey(name))
  return looked.flatMap(({ id, key }) => (byKey.get(key) ?? []).map((other) => ({ a: id, b: other.id })))
}

/** A municipality's own name in a longer one: that with its unit. */
const withParts = (tx: Transaction, looked: readonly Looked[]) => tx.$queryRaw<{ a: number; b: number }[]>`
  SELECT DISTINCT l.id AS a, coalesce(o."mergedIntoId", o.id) AS b
  FROM unnest(${ids(looked)}::int[], ${keys(looked)}::text[]) AS l(id, key)
  JOIN organisation_name n ON n.key LIKE '%' || l.key || '%'
  JOIN organisation o ON o.id = n."organisationId"`

/** "skr" as a pattern: words that begin so, with small ones between. */
const patternOf = (initials: string) =>
  `^${[...initials].map((letter) => `${letter}\\w+`).join('( (och|i|för|av|på|till))* ')}$`

const withInitials = (tx: Transaction, looked: readonly Looked[]) =>
  looked.length === 0
    ? []
    : tx.$queryRaw<{ a: number; b: number }[]>`
        SELECT DISTINCT l.id AS a, coalesce(o."mergedIntoId", o.id) AS b
        FROM unnest(${ids(looked)}::int[], ${keys(looked)}::text[]) AS l(id, key)
        JOIN organisation_name n ON n.name ~* l.key
        JOIN organisation o ON o.id = n."organisationId"`

/** Those that nobody has decided to be two, themselves or before one of them was merged. */
async function undecided(tx: Transaction, pairs: readonly Pair[]): Promise<Pair[]> {
  const [aIds, bIds] = [pairs.map(({ aId }) => aId), pairs.map(({ bId }) => bId)]
  const decided = await tx.$queryRaw<{ a: number; b: number }[]>`
    SELECT least(x, y) AS a, greatest(x, y) AS b FROM (
      SELECT coalesce(p."mergedIntoId", p.id) AS x, coalesce(q."mergedIntoId", q.id) AS y
      FROM lookalike l JOIN organisation p ON p.id = l."aId" JOIN organisation q ON q.id = l."bId"
      WHERE l."decidedAt" IS NOT NULL
    ) roots
    WHERE least(x, y) = ANY(${aIds}::int[]) AND greatest(x, y) = ANY(${bIds}::int[])`
  const known = new Set(decided.map(({ a, b }) => `${a} ${b}`))
  return pairs.filter(({ aId, bId }) => !known.has(`${aId} ${bId}`))
}
