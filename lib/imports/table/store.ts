import 'server-only'
import type { Transaction } from '../../db.ts'
import { PARSER_VERSION } from '../../documents/parse/index.ts'
import { nameKey, numberKey, slugOfProject } from '../../matching/keys.ts'
import { findOrMakeOrganisations } from '../../organisations/find-or-make.ts'
import { touchRecordsOf } from '../../organisations/records.ts'
import { freeProjectSlugs } from '../../projects/free-slugs.ts'
import type { NewName } from '../../registry/settle.ts'
import { type Touched, touch } from '../../registry/touched.ts'
import { keepStatements } from '../store.ts'
import type { RowDraft } from './row-draft.ts'

/** A row with the project that it is brought to; null is the one that has its number, or a new one; "new" is always new. */
export type PlannedRow = { draft: RowDraft; projectId: number | 'new' | null }
export type StoredRows = {
  /** By the row's number. */
  projectIds: ReadonlyMap<number, number>
  names: NewName[]
  /** Owners' numbers that the rows give. */
  numbersRead: string[]
}

/**
 * Keeps some rows of a table, a thousand at most: their text, what they say, and the projects that it is about. Two rows of
 * one new number are about one project. Shown values follow in `settle`.
 */
export async function storeRows(
  tx: Transaction,
  rows: readonly PlannedRow[],
  { documentId, touched }: { documentId: number; touched: Touched },
): Promise<StoredRows> {
  const organisations = rows.flatMap(({ draft }) => draft.organisations)
  const { numbered, named, shared } = await findOrMakeOrganisations(tx, organisations, documentId)
  touched.numbered.push(...numbered)
  await touchRecordsOf(tx, touched, shared)
  const projectIds = await projectsFor(tx, rows, touched)
  await keepRows(tx, rows, documentId)
  await keepStatements(
    tx,
    documentId,
    PARSER_VERSION,
    rows.flatMap(({ draft }) => {
      const projectId = projectIds.get(draft.row)
      return projectId === undefined
        ? []
        : { subject: { projectId, row: draft.row }, statements: draft.statements }
    }),
  )
  return {
    projectIds,
    names: named,
    numbersRead: [...new Set(organisations.flatMap(({ number }) => number ?? []))],
  }
}

async function keepRows(tx: Transaction, rows: readonly PlannedRow[], documentId: number) {
  const json = JSON.stringify(rows.map(({ draft }) => ({ number: draft.row, text: draft.text })))
  await tx.$executeRaw`
    INSERT INTO document_row ("documentId", number, text)
    SELECT ${documentId}, r.number, r.text FROM jsonb_to_recordset(${json}::jsonb) AS r(number int, text text)
    ON CONFLICT DO NOTHING`
}

/** The projects of rows, made where there is none; with their numbers. */
async function projectsFor(
  tx: Transaction,
  rows: readonly PlannedRow[],
  touched: Touched,
): Promise<Map<number, number>> {
  const held = await heldNumbers(tx, rows)
  const takenBack = await takenBackByName(tx, rows)
  const found = new Map(rows.map((row) => [row, foundFor(row, held) ?? takenBack.get(row)]))
  const made = await makeProjects(
    tx,
    rows.filter((row) => found.get(row) === undefined).map(({ draft }) => draft),
  )
  const gone = await outOfForce(tx, [...found.values()])
  const projectIds = new Map<number, number>()
  for (const [{ draft }, known] of found) {
    const id = known ?? made.get(keyOf(draft))
    if (id === undefined) continue
    projectIds.set(draft.row, id)
    touch(touched.projects, id, { isNew: known === undefined || gone.has(id) })
  }
  await keepNumbers(tx, rows, projectIds)
  return projectIds
}

/** Those that were taken back: they come back as new, for nothing was shown of them. */
async function outOfForce(tx: Transaction, ids: readonly (number | undefined)[]): Promise<Set<number>> {
  const known = ids.filter((id) => id !== undefined)
  const where = { id: { in: known }, inForce: false }
  const rows = known.length === 0 ? [] : await tx.project.findMany({ where, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** A number that another project has stays with that one. */
async function keepNumbers(
  tx: Transaction,
  rows: readonly PlannedRow[],
  projectIds: ReadonlyMap<number, number>,
) {
  const json = JSON.stringify(
    rows.flatMap(({ draft }) =>
      draft.numbers.map((value) => ({ key: numberKey(value), value, projectId: projectIds.get(draft.row) })),
    ),
  )
  await tx.$executeRaw`
    INSERT INTO project_identifier (key, value, "projectId")
    SELECT r.key, r.value, r."projectId" FROM jsonb_to_recordset(${json}::jsonb) AS r(key text, value text, "projectId" int)
    WHERE r."projectId" IS NOT NULL
    ON CONFLICT DO NOTHING`
}

const foundFor = ({ draft, projectId }: PlannedRow, held: ReadonlyMap<string, number>): number | undefined =>
  typeof projectId === 'number'
    ? projectId
    : projectId === null
      ? held.get(numberKey(draft.numbers[0] ?? ''))
      : undefined

/** Numbers that earlier rows of the same table brought. */
async function heldNumbers(tx: Transaction, rows: readonly PlannedRow[]): Promise<Map<string, number>> {
  const keys = rows.flatMap(({ draft, projectId }) =>
    projectId === null && draft.numbers[0] ? numberKey(draft.numbers[0]) : [],
  )
  if (keys.length === 0) return new Map()
  const held = await tx.projectIdentifier.findMany({
    where: { key: { in: keys } },
    select: { key: true, projectId: true },
  })
  return new Map(held.map(({ key, projectId }) => [key, projectId]))
}

/** Projects without a number that were taken back come back to their addresses: each to one row of its name. */
async function takenBackByName(
  tx: Transaction,
  rows: readonly PlannedRow[],
): Promise<Map<PlannedRow, number>> {
  const bare = rows.filter(({ draft, projectId }) => projectId === null && draft.numbers.length === 0)
  if (bare.length === 0) return new Map()
  const gone = await tx.project.findMany({
    where: { inForce: false, number: '', nameKey: { in: bare.map(({ draft }) => nameKey(draft.name)) } },
    select: { id: true, nameKey: true },
    orderBy: { id: 'asc' },
  })
  const free = Map.groupBy(gone, (project) => project.nameKey)
  return new Map(
    bare.flatMap((row): [PlannedRow, number][] => {
      const one = free.get(nameKey(row.draft.name))?.shift()
      return one ? [[row, one.id]] : []
    }),
  )
}

/** What makes two rows one project: their number; without one every row is its own. */
const keyOf = ({ numbers, row }: RowDraft): string => (numbers[0] ? numberKey(numbers[0]) : `row ${row}`)

async function makeProjects(tx: Transaction, drafts: readonly RowDraft[]): Promise<Map<string, number>> {
  const byKey = new Map<string, RowDraft>()
  for (const draft of drafts) if (!byKey.has(keyOf(draft))) byKey.set(keyOf(draft), draft)
  const slugs = await freeProjectSlugs(
    tx,
    [...byKey.values()].map(({ numbers: [number = ''], name }) => slugOfProject({ number, name })),
  )
  const json = JSON.stringify(
    [...byKey.values()].map(({ numbers, name }, at) => ({
      slug: slugs[at],
      number: numbers[0] ?? '',
      name,
      nameKey: nameKey(name),
    })),
  )
  const rows = await tx.$queryRaw<{ id: number; slug: string }[]>`
    INSERT INTO project (slug, number, name, "nameKey", shown)
    SELECT r.slug, r.number, r.name, r."nameKey", '{}'
    FROM jsonb_to_recordset(${json}::jsonb) AS r(slug text, number text, name text, "nameKey" text)
    RETURNING id, slug`
  const idOf = new Map(rows.map(({ id, slug }) => [slug, id]))
  return new Map([...byKey.keys()].map((key, at) => [key, idOf.get(slugs[at] ?? '') ?? 0]))
}
