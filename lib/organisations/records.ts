import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { type Touched, touch } from '../registry/touched.ts'
import { organisationsByNumber } from './by-number.ts'

/** Notes everything that organisations own and take part in, and themselves: it may belong to others now. */
export async function touchRecordsOf(
  tx: Transaction,
  touched: Touched,
  organisationIds: readonly number[],
): Promise<{ projectIds: number[] }> {
  if (organisationIds.length === 0) return { projectIds: [] }
  const roots = await tx.organisation.findMany({
    where: { id: { in: [...organisationIds] }, mergedIntoId: { not: null } },
    select: { mergedIntoId: true },
  })
  const ids = [...new Set([...organisationIds, ...roots.flatMap(({ mergedIntoId }) => mergedIntoId ?? [])])]
  for (const id of ids) touched.organisations.add(id)
  const projects = await tx.project.findMany({ where: { ownerId: { in: ids } }, select: { id: true } })
  const items = await tx.decisionItem.findMany({
    where: { participations: { some: { organisationId: { in: ids } } } },
    select: { id: true, projectId: true, decision: { select: { id: true, slug: true } } },
  })
  const projectIds = [...projects.map(({ id }) => id), ...items.flatMap(({ projectId }) => projectId ?? [])]
  touchAll(touched, projectIds, items)
  return { projectIds }
}

type Item = { id: number; decision: { id: number; slug: string } }

function touchAll(touched: Touched, projectIds: readonly number[], items: readonly Item[]) {
  for (const id of projectIds) touch(touched.projects, id, { isNew: false })
  for (const { id, decision } of items) {
    touch(touched.items, id, { isNew: false })
    touch(touched.decisions, decision.id, { slug: decision.slug, isNew: false })
  }
}

/**
 * Notes the records that name somebody by one of these keys and that nobody was found for: several organisations go by the
 * name, or did. Reads all such records, which are few; call it only where a name is shared.
 */
export async function touchUnresolved(tx: Transaction, touched: Touched, keys: ReadonlySet<string>) {
  if (keys.size === 0) return
  const [projects, items] = [await unresolvedProjects(tx), await unresolvedItems(tx)]
  const isMeant = ({ name }: { name: string | null }) => name !== null && keys.has(nameKey(name))
  touchAll(
    touched,
    projects.filter(isMeant).map(({ id }) => id),
    items.filter(isMeant).map(({ id, decisionId, slug }) => ({ id, decision: { id: decisionId, slug } })),
  )
}

const unresolvedProjects = (tx: Transaction) => tx.$queryRaw<{ id: number; name: string | null }[]>`
  SELECT id, shown #>> '{owner,value,organisation}' AS name FROM project
  WHERE "ownerId" IS NULL AND shown #>> '{owner,value,organisation}' IS NOT NULL`

type UnresolvedItem = { id: number; name: string; decisionId: number; slug: string }

const unresolvedItems = (tx: Transaction) => tx.$queryRaw<UnresolvedItem[]>`
  SELECT i.id, n.name #>> '{}' AS name, d.id AS "decisionId", d.slug
  FROM decision_item i
  JOIN decision d ON d.id = i."decisionId"
  CROSS JOIN LATERAL (
    SELECT jsonb_path_query(i.shown, '$.applicant.value.organisation')
    UNION ALL SELECT jsonb_path_query(i.shown, '$.applicant.value.organisations[*]')
    UNION ALL SELECT jsonb_path_query(i.shown, '$.partners.value.organisation')
    UNION ALL SELECT jsonb_path_query(i.shown, '$.partners.value.organisations[*]')
  ) n(name)
  WHERE NOT EXISTS (SELECT FROM participation p WHERE p."itemId" = i.id AND p.name = n.name #>> '{}')`

/** Projects that name one of these numbers for their owner and belong to another organisation than has it. */
export async function ownedElsewhere(tx: Transaction, numbers: readonly string[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const holders = await organisationsByNumber(tx, numbers)
  const projects = await tx.project.findMany({
    where: { ownerNumber: { in: [...numbers] } },
    select: { id: true, ownerId: true, ownerNumber: true },
  })
  return projects
    .filter(({ ownerId, ownerNumber }) => holders.get(ownerNumber ?? '')?.leadsTo !== ownerId)
    .map(({ id }) => id)
}

/** The owners' numbers that an import's documents give: organisations that nobody named before may have them. */
export async function numbersReadIn(tx: Transaction, importId: number): Promise<string[]> {
  const rows = await tx.statement.findMany({
    where: { field: 'ownerOrganisationNumber', document: { importId } },
    select: { value: true },
  })
  return [...new Set(rows.flatMap(({ value }) => (typeof value === 'string' ? value : [])))]
}

/** The keys of names that both of two sets of organisations go by. */
export async function sharedKeys(
  tx: Transaction,
  some: readonly number[],
  others: readonly number[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT a.key FROM organisation_name a JOIN organisation_name b USING (key)
    WHERE a."organisationId" = ANY(${[...some]}::int[]) AND b."organisationId" = ANY(${[...others]}::int[])`
  return new Set(rows.map(({ key }) => key))
}
