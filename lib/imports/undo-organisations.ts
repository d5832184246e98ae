import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { organisationNames, type StoredValue } from '../projects/shown.ts'
import type { Touched } from '../registry/touched.ts'
import { type By, leaveTrace } from '../registry/trace.ts'

type Undo = { importId: number; by: By; reason: string }

/** The organisations' numbers that documents say. */
export async function numbersSaidIn(tx: Transaction, documentIds: readonly number[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    SELECT DISTINCT value #>> '{}' AS number FROM statement
    WHERE "documentId" = ANY(${[...documentIds]}::int[]) AND field = 'ownerOrganisationNumber' AND state = 'READ'
      AND value IS NOT NULL`
  return rows.map(({ number }) => number)
}

/**
 * Takes numbers from organisations that only the import still gave them: no document says them any longer, and no person
 * does. Returns what the trace shall tell. To be called when the import's statements are gone. `numbersRead`: those that
 * they said; another import may have been the first to.
 */
export async function takeBackNumbers(
  tx: Transaction,
  touched: Touched,
  { importId, numbersRead, by, reason }: Undo & { numbersRead: readonly string[] },
): Promise<Prisma.ChangeCreateManyInput[]> {
  const rows = await tx.$queryRaw<{ id: number; number: string; asRead: Prisma.JsonObject | null }[]>`
    SELECT o.id, o.number, o."asRead" FROM organisation o
    WHERE (o.number = ANY(${[...numbersRead]}::text[])
        OR o.id IN (SELECT "organisationId" FROM change WHERE "importId" = ${importId} AND "organisationId" IS NOT NULL
          AND (action = 'created' OR field = 'number')))
      AND o.number IS NOT NULL
      AND NOT EXISTS (SELECT FROM correction c WHERE c."organisationId" = o.id AND c.field = 'number' AND c."withdrawnAt" IS NULL)
      AND NOT EXISTS (SELECT FROM statement s WHERE s.field = 'ownerOrganisationNumber' AND s.value = to_jsonb(o.number))`
  for (const { id, number, asRead } of rows) {
    const read = asRead === null ? {} : { asRead: { ...asRead, number: null } }
    await tx.organisation.update({ where: { id }, data: { number: null, ...read } })
    touched.numbers.add(number)
    touched.organisations.add(id)
  }
  return rows.map(({ id, number }) => ({
    ...by,
    action: 'field',
    field: 'number',
    organisationId: id,
    from: { number },
    to: Prisma.DbNull,
    reason,
  }))
}

/**
 * Takes names from organisations that only these documents gave them: nothing names them so any longer. Returns the keys of
 * names that fewer go by now.
 */
export async function takeBackNames(
  tx: Transaction,
  documentIds: readonly number[],
  { by, reason }: Pick<Undo, 'by' | 'reason'>,
): Promise<Set<string>> {
  const names = await tx.$queryRaw<NameRow[]>`
    SELECT n.key, n."organisationId", coalesce(o."mergedIntoId", o.id) AS root, o."inForce"
    FROM organisation_name n JOIN organisation o ON o.id = n."organisationId"
    WHERE n."documentId" = ANY(${[...documentIds]}::int[])`
  if (names.length === 0) return new Set()
  const used = await namesInUse(tx, [
    ...new Set(names.flatMap(({ root, organisationId }) => [root, organisationId])),
  ])
  const keyOf = (organisationId: number, key: string) => `${organisationId} ${key}`
  const kept = new Set(used.map(({ organisationId, name }) => keyOf(organisationId, nameKey(name))))
  const isKept = ({ key, organisationId, root }: NameRow) =>
    kept.has(keyOf(root, key)) || kept.has(keyOf(organisationId, key))
  const of = (some: NameRow[]) => ({ OR: some.map(({ key, organisationId }) => ({ key, organisationId })) })
  const gone = names.filter((name) => !isKept(name))
  for (const some of inParts(gone)) await tx.organisationName.deleteMany({ where: of(some) })
  // Of an organisation that is gone as well the name stays where it was read: both come back together.
  const elsewhere = names.filter((name) => isKept(name) && name.inForce)
  const readIn = await namesRead(tx, [...new Set(elsewhere.map(({ root }) => root))])
  for (const [documentId, some] of Map.groupBy(
    elsewhere,
    ({ root, key }) => readIn.get(keyOf(root, key)) ?? null,
  ))
    for (const part of inParts(some))
      await tx.organisationName.updateMany({ where: of(part), data: { documentId } })
  await callOtherwise(tx, [...new Set(gone.map(({ organisationId }) => organisationId))], { by, reason })
  return new Set([...gone, ...names.filter(({ inForce }) => !inForce)].map(({ key }) => key))
}

/** Organisations that are called what nothing calls them any longer are called what they were called first of what is left. */
async function callOtherwise(tx: Transaction, ids: number[], { by, reason }: Pick<Undo, 'by' | 'reason'>) {
  const rows = await tx.organisation.findMany({
    where: { id: { in: ids }, inForce: true, mergedIntoId: null, asRead: { equals: Prisma.DbNull } },
    select: {
      id: true,
      name: true,
      names: { select: { key: true, name: true }, orderBy: { documentId: { sort: 'asc', nulls: 'last' } } },
    },
  })
  for (const { id, name, names } of rows) {
    const [first] = names
    if (!first || names.some(({ key }) => key === nameKey(name))) continue
    await tx.organisation.update({
      where: { id },
      data: { name: first.name, version: { increment: 1 } },
    })
    const [from, to] = [name, first.name].map((value) => ({ state: 'value', value }))
    await leaveTrace(tx, [{ ...by, action: 'field', field: 'name', organisationId: id, from, to, reason }])
  }
}

/** Where the names of organisations are read first, by organisation and key: a name is missing that only people give. */
async function namesRead(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: number; documentId: number; value: StoredValue }[]>`
    SELECT DISTINCT id, "documentId", value FROM (
      SELECT p."ownerId" AS id, s."documentId", s.value FROM project p
        JOIN statement s ON s."projectId" = p.id AND s.field = 'owner' WHERE p."ownerId" = ANY(${[...ids]}::int[])
      UNION ALL
      SELECT a."organisationId", s."documentId", s.value FROM participation a
        JOIN statement s ON s."itemId" = a."itemId" AND s.field IN ('applicant', 'partners')
        WHERE a."organisationId" = ANY(${[...ids]}::int[])
    ) said WHERE value IS NOT NULL ORDER BY "documentId" DESC`
  return new Map(
    rows.flatMap(({ id, documentId, value }) =>
      organisationNames(value).map((name) => [`${id} ${nameKey(name)}`, documentId] as const),
    ),
  )
}

/** `root`: whom the name leads to. */
type NameRow = { key: string; organisationId: number; root: number; inForce: boolean }

/** Pairs in one statement. */
const PART = 1000

function* inParts<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let at = 0; at < values.length; at += PART) yield values.slice(at, at + PART)
}

/** The names that something in force calls organisations by, and those that they are shown with where nothing does. */
const namesInUse = (tx: Transaction, ids: readonly number[]) => tx.$queryRaw<
  { organisationId: number; name: string }[]
>`
  SELECT "organisationId", name FROM participation WHERE "organisationId" = ANY(${[...ids]}::int[])
  UNION SELECT "ownerId", shown #>> '{owner,value,organisation}' FROM project
    WHERE "ownerId" = ANY(${[...ids]}::int[]) AND shown #>> '{owner,value,organisation}' IS NOT NULL
  UNION SELECT id, name FROM organisation WHERE id = ANY(${[...ids]}::int[])
    AND (NOT "inForce" OR "mergedIntoId" IS NOT NULL OR "asRead" IS NOT NULL OR owned + applied + partner = 0)
  UNION SELECT id, "asRead" ->> 'name' FROM organisation WHERE id = ANY(${[...ids]}::int[]) AND "asRead" IS NOT NULL`

/**
 * Puts organisations out of force that the import brought and that nothing names any longer; and those that another one
 * brought that was taken back while this one still named them. Their pages go; who corrected or merged one keeps it. Returns
 * their addresses.
 */
export async function takeBackOrganisations(
  tx: Transaction,
  { by, reason }: Pick<Undo, 'by' | 'reason'>,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: number; slug: string }[]>`
    UPDATE organisation o SET "inForce" = false
    WHERE o."inForce" AND o.owned + o.applied + o.partner = 0 AND o."mergedIntoId" IS NULL
      AND o.id IN (SELECT c."organisationId" FROM change c WHERE c.action = 'created' AND c."organisationId" IS NOT NULL
        AND c."importId" IS NOT NULL
        AND NOT EXISTS (SELECT FROM source_document d WHERE d."importId" = c."importId" AND d."undoneAt" IS NULL))
      AND NOT EXISTS (SELECT FROM organisation a WHERE a."mergedIntoId" = o.id)
      AND NOT EXISTS (SELECT FROM correction c WHERE c."organisationId" = o.id AND c."withdrawnAt" IS NULL)
    RETURNING o.id, o.slug`
  await tx.change.createMany({
    data: rows.map(({ id }) => ({ ...by, action: 'takenBack', organisationId: id, reason })),
  })
  return rows.map(({ slug }) => slug)
}
