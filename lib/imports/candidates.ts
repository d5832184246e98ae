import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey, numberKey } from '../matching/keys.ts'
import {
  type Candidate,
  type Known,
  rankCandidates,
  type Subject,
  type SubjectAmount,
} from '../matching/match.ts'
import { readProjectName } from '../matching/project-name.ts'

/** Candidates kept for each. */
const MOST_KEPT = 5
/** Subjects looked for at once: bounds the memory. */
const BATCH = 1000

/**
 * Looks in the registry for the projects that documents may tell of: for each subject, by its index, the best five, the
 * best first. A batch of up to 1,000 takes five queries, however many there are in it. Reads only; `ids` of owners may be
 * empty, they are looked up. Call it in a transaction: how near names have to be is set for one, and outside of it the
 * index of letters answers with more than is wanted.
 */
export async function findCandidates(
  tx: Transaction,
  subjects: readonly Subject[],
): Promise<Map<number, Candidate[]>> {
  const found = new Map<number, Candidate[]>()
  for (let from = 0; from < subjects.length; from += BATCH) {
    const batch = await withOwners(tx, subjects.slice(from, from + BATCH))
    const pairs = await likelyProjects(tx, batch)
    const projects = await loadProjects(tx, [...new Set(pairs.map(({ projectId }) => projectId))])
    const bySubject = Map.groupBy(pairs, ({ at }) => at)
    for (const [at, subject] of batch.entries()) {
      const known = (bySubject.get(at) ?? []).flatMap(({ projectId }) => projects.get(projectId) ?? [])
      found.set(from + at, rankCandidates(subject, known).slice(0, MOST_KEPT))
    }
  }
  return found
}

/** Gives owners the ids of the organisations that go by their number or name, of merged ones the other's. */
async function withOwners(tx: Transaction, subjects: readonly Subject[]): Promise<Subject[]> {
  const owners = subjects.flatMap((subject) => subject.owners)
  const [keys, numbers] = [
    owners.map(({ name }) => nameKey(name)),
    owners.flatMap(({ number }) => number ?? []),
  ]
  const rows = await tx.$queryRaw<{ key: string | null; number: string | null; id: number }[]>`
    SELECT n.key, NULL AS number, coalesce(o."mergedIntoId", o.id) AS id
    FROM organisation_name n JOIN organisation o ON o.id = n."organisationId"
    WHERE n.key = ANY(${[...new Set(keys)]}::text[])
    UNION
    SELECT NULL, o.number, coalesce(o."mergedIntoId", o.id) FROM organisation o
    WHERE o.number = ANY(${[...new Set(numbers)]}::text[])`
  const byKey = Map.groupBy(rows, ({ key }) => key)
  const byNumber = Map.groupBy(rows, ({ number }) => number)
  const idsOf = ({ name, number, ids }: Subject['owners'][number]) => {
    // A number tells organisations of one name apart.
    const numbered = number === null ? [] : (byNumber.get(number) ?? [])
    const found = numbered.length > 0 ? numbered : (byKey.get(nameKey(name)) ?? [])
    return [...new Set([...ids, ...found.map(({ id }) => id)])]
  }
  return subjects.map((subject) => ({
    ...subject,
    owners: subject.owners.map((owner) => ({ ...owner, ids: idsOf(owner) })),
  }))
}

/** A subject, by its place in the batch, and a project worth a comparison. */
type Pair = { at: number; projectId: number }

/** How near by its letters a name has to be, and how many projects each way of looking finds at most. */
const NEAR = 0.45
const MOST_NEAR = 30
/** Namesakes: those of the same owner first. */
const MOST_NAMESAKES = 60
const SHORTEST_PREFIX = 3

/** Three queries: by names, which need the index of letters, by numbers and by owner and sum. */
async function likelyProjects(tx: Transaction, subjects: readonly Subject[]): Promise<Pair[]> {
  await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(NEAR)}, true)`
  const pairs = [...(await byNames(tx, subjects)), ...(await byFigures(tx, subjects))]
  return [...new Map(pairs.map((pair) => [`${pair.at} ${pair.projectId}`, pair])).values()]
}

function byNames(tx: Transaction, subjects: readonly Subject[]): Promise<Pair[]> {
  const names = JSON.stringify(
    subjects.flatMap((subject, at) => {
      const owners = subject.owners.flatMap(({ ids }) => ids)
      return keysOf(subject.name).map((key, part) => ({ at, key, owners, whole: part === 0 }))
    }),
  )
  return tx.$queryRaw<Pair[]>`
    SELECT DISTINCT l.at, found.id AS "projectId"
    FROM jsonb_to_recordset(${names}::jsonb) AS l(at int, key text, owners jsonb, whole boolean)
    CROSS JOIN LATERAL (
      (SELECT p.id FROM project p WHERE p."nameKey" = l.key
       ORDER BY coalesce(l.owners @> to_jsonb(p."ownerId"), false) DESC, p.id LIMIT ${MOST_NAMESAKES})
      UNION ALL
      (SELECT i."projectId" FROM decision_item i WHERE i."nameKey" = l.key AND i."projectId" IS NOT NULL
       ORDER BY i.id LIMIT ${MOST_NEAR})
      UNION ALL
      (SELECT p.id FROM project p
       WHERE l.whole AND p."nameKey" % l.key AND similarity(p."nameKey", l.key) >= ${NEAR}
       ORDER BY similarity(p."nameKey", l.key) DESC, p.id LIMIT ${MOST_NEAR})
      UNION ALL
      (SELECT p.id FROM project p
       WHERE l.whole AND length(l.key) >= ${SHORTEST_PREFIX} AND p."nameKey" LIKE l.key || '%'
       ORDER BY coalesce(l.owners @> to_jsonb(p."ownerId"), false) DESC, p.id LIMIT ${MOST_NEAR})
    ) found`
}

/** The whole name first, then without "Projekt", and what stands before and after a colon, a dash or a bracket. */
function keysOf(name: string): string[] {
  const { key, parts } = readProjectName(name)
  const plain = nameKey(name.replace(/^\s{0,9}projekte?t?\s{1,9}/iu, ''))
  return [...new Set([key, plain, ...(parts ?? []).map((part) => part.key)])].filter((one) => one !== '')
}

function byFigures(tx: Transaction, subjects: readonly Subject[]): Promise<Pair[]> {
  const numbers = subjects.flatMap(({ numbers: written }, at) =>
    written.map((number) => ({ at, key: numberKey(number) })),
  )
  return tx.$queryRaw<Pair[]>`
    SELECT l.at, i."projectId" FROM jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS l(at int, key text)
    JOIN project_identifier i ON i.key = l.key
    UNION
    SELECT l.at, found.id FROM jsonb_to_recordset(${JSON.stringify(sumsOf(subjects))}::jsonb)
      AS l(at int, owner int, low bigint, high bigint)
    CROSS JOIN LATERAL (
      SELECT p.id FROM project p
      WHERE p."ownerId" = l.owner
        AND (p."grantedSupport" BETWEEN l.low AND l.high OR p."totalBudget" BETWEEN l.low AND l.high)
      ORDER BY p.id LIMIT ${MOST_NEAR}
    ) found`
}

/** What each of its owners might have got, within the rounding. */
function sumsOf(subjects: readonly Subject[]) {
  return subjects.flatMap(({ owners, amounts }, at) =>
    owners.flatMap(({ ids }) =>
      ids.flatMap((owner) =>
        amounts.flatMap(({ kronor, precision }) => {
          const step = precision > 1 ? precision : 0
          const [low, high] = [Math.round(kronor - step), Math.round(kronor + step)]
          // More than PostgreSQL's bigint holds is no sum.
          return Number.isSafeInteger(low) && Number.isSafeInteger(high) ? { at, owner, low, high } : []
        }),
      ),
    ),
  )
}

type Row = Omit<Known, 'owner' | 'amounts'> & {
  ownerId: number | null
  ownerName: string | null
  ownerNumber: string | null
  ownerUnit: string | null
  ownerNames: string[]
  amounts: { kind: string | null; kronor: number; precision: number | null }[]
}

/** What was brought in and taken back again is no candidate. */
async function loadProjects(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.name, p."startDate"::text, p."endDate"::text, p.region, p.fund,
      p."totalBudget"::float8, p."grantedSupport"::float8,
      o.id AS "ownerId", o.name AS "ownerName", coalesce(o.number, p."ownerNumber") AS "ownerNumber", p."ownerUnit",
      ARRAY(SELECT i.value FROM project_identifier i WHERE i."projectId" = p.id ORDER BY i.key) AS numbers,
      ARRAY(SELECT DISTINCT n.name FROM organisation m JOIN organisation_name n ON n."organisationId" = m.id
            WHERE m.id = o.id OR m."mergedIntoId" = o.id ORDER BY 1) AS "ownerNames",
      ARRAY(SELECT s.value #>> '{}' FROM statement s
            WHERE s."projectId" = p.id AND s.field = 'name' AND s.state = 'READ' AND s.value IS NOT NULL
            UNION SELECT i.name FROM decision_item i WHERE i."projectId" = p.id AND i."inForce" ORDER BY 1) AS "otherNames",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', lower(i."amountKind"::text), 'kronor', i.amount,
         'precision', i."amountPrecision") ORDER BY i.id), '[]')
       FROM decision_item i WHERE i."projectId" = p.id AND i."inForce" AND i.amount IS NOT NULL) AS amounts
    FROM project p
    LEFT JOIN organisation own ON own.id = p."ownerId"
    LEFT JOIN organisation o ON o.id = coalesce(own."mergedIntoId", own.id)
    WHERE p.id = ANY(${[...ids]}::int[]) AND p."inForce"`
  return new Map(rows.map((row) => [row.id, asKnown(row)]))
}

function asKnown({ ownerId, ownerName, ownerNumber, ownerUnit, ownerNames, amounts, ...row }: Row): Known {
  return {
    ...row,
    otherNames: row.otherNames.filter((name) => name !== row.name && nameKey(name) !== ''),
    owner:
      ownerId === null || ownerName === null
        ? null
        : { id: ownerId, name: ownerName, otherNames: ownerNames, number: ownerNumber, unit: ownerUnit },
    amounts: amounts.map(asAmount),
  }
}

const asAmount = ({ kind, kronor, precision }: Row['amounts'][number]): SubjectAmount => ({
  kind: KINDS.find((one) => one === kind) ?? 'unspecified',
  kronor: Number(kronor),
  precision: precision ?? 1,
})
const KINDS = ['applied', 'prioritised', 'awarded', 'unspecified'] as const
