import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import type { Touched } from '../registry/touched.ts'
import type { By } from '../registry/trace.ts'

type Undo = { importId: number; by: By; reason: string }

/**
 * Takes numbers from organisations that only the import gave them: no document says them any longer, and no person does.
 * Returns what the trace shall tell. To be called when the import's statements are gone.
 */
export async function takeBackNumbers(
  tx: Transaction,
  touched: Touched,
  { importId, by, reason }: Undo,
): Promise<Prisma.ChangeCreateManyInput[]> {
  const rows = await tx.$queryRaw<{ id: number; number: string; asRead: Prisma.JsonObject | null }[]>`
    SELECT o.id, o.number, o."asRead" FROM organisation o
    WHERE o.id IN (SELECT "organisationId" FROM change WHERE "importId" = ${importId} AND "organisationId" IS NOT NULL
        AND (action = 'created' OR field = 'number'))
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

/** Takes names from organisations that only these documents gave them: nothing names them so any longer. */
export async function takeBackNames(tx: Transaction, documentIds: readonly number[]) {
  const names = await tx.$queryRaw<NameRow[]>`
    SELECT n.key, n."organisationId", coalesce(o."mergedIntoId", o.id) AS root, o."inForce"
    FROM organisation_name n JOIN organisation o ON o.id = n."organisationId"
    WHERE n."documentId" = ANY(${[...documentIds]}::int[])`
  if (names.length === 0) return
  const used = await namesInUse(tx, [
    ...new Set(names.flatMap(({ root, organisationId }) => [root, organisationId])),
  ])
  const keyOf = (organisationId: number, key: string) => `${organisationId} ${key}`
  const kept = new Set(used.map(({ organisationId, name }) => keyOf(organisationId, nameKey(name))))
  const isKept = ({ key, organisationId, root }: NameRow) =>
    kept.has(keyOf(root, key)) || kept.has(keyOf(organisationId, key))
  const of = (some: NameRow[]) => ({ OR: some.map(({ key, organisationId }) => ({ key, organisationId })) })
  for (const some of inParts(names.filter((name) => !isKept(name))))
    await tx.organisationName.deleteMany({ where: of(some) })
  // Of an organisation that is gone as well the name stays where it was read: both come back together.
  for (const some of inParts(names.filter((name) => isKept(name) && name.inForce)))
    await tx.organisationName.updateMany({ where: of(some), data: { documentId: null } })
}

/** `root`: whom the name leads to. */
type NameRow = { key: string; organisationId: number; root: number; inForce: boolean }

/** Pairs in one statement. */
const PART = 1000

function* inParts<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let at = 0; at < values.length; at += PART) yield values.slice(at, at + PART)
}

/** The names that something in force calls organisations by, and those that they are shown with. */
const namesInUse = (tx: Transaction, ids: readonly number[]) => tx.$queryRaw<
  { organisationId: number; name: string }[]
>`
  SELECT "organisationId", name FROM participation WHERE "organisationId" = ANY(${[...ids]}::int[])
  UNION SELECT "ownerId", shown #>> '{owner,value,organisation}' FROM project
    WHERE "ownerId" = ANY(${[...ids]}::int[]) AND shown #>> '{owner,value,organisation}' IS NOT NULL
  UNION SELECT id, name FROM organisation WHERE id = ANY(${[...ids]}::int[])
  UNION SELECT id, "asRead" ->> 'name' FROM organisation WHERE id = ANY(${[...ids]}::int[]) AND "asRead" IS NOT NULL`

/**
 * Puts organisations out of force that the import brought and that nothing names any longer. Their pages go; who corrected
 * or merged one keeps it. Returns their addresses.
 */
export async function takeBackOrganisations(
  tx: Transaction,
  { importId, by, reason }: Undo,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: number; slug: string }[]>`
    UPDATE organisation o SET "inForce" = false
    WHERE o."inForce" AND o.owned + o.applied + o.partner = 0 AND o."mergedIntoId" IS NULL
      AND o.id IN (SELECT "organisationId" FROM change WHERE "importId" = ${importId} AND action = 'created'
        AND "organisationId" IS NOT NULL)
      AND NOT EXISTS (SELECT FROM organisation a WHERE a."mergedIntoId" = o.id)
      AND NOT EXISTS (SELECT FROM correction c WHERE c."organisationId" = o.id AND c."withdrawnAt" IS NULL)
    RETURNING o.id, o.slug`
  await tx.change.createMany({
    data: rows.map(({ id }) => ({ ...by, action: 'takenBack', organisationId: id, reason })),
  })
  return rows.map(({ slug }) => slug)
}
