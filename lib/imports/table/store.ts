import 'server-only'
import type { Transaction } from '../../db.ts'
import { PARSER_VERSION } from '../../documents/parse/index.ts'
import { jsonPieces } from '../../json-pieces.ts'
import { nameKey, numberKey, slugOfProject } from '../../matching/keys.ts'
import { findOrMakeOrganisations } from '../../organisations/find-or-make.ts'
import { touchRecordsOf } from '../../organisations/records.ts'
import { makeProjects } from '../../projects/make.ts'
import type { RefoldedProject } from '../../projects/refold.ts'
import { freeSlugs } from '../../registry/free-slugs.ts'
import type { NewName } from '../../registry/settle.ts'
import { forFolding } from '../../registry/statements.ts'
import { type Touched, touch } from '../../registry/touched.ts'
import { keepNumbered, type NumberedStatement, numbered } from '../keep-statements.ts'
import type { RowDraft } from './row-draft.ts'

/** A row with the project that it is brought to; null is the one that has its number, or a new one; "new" is always new. */
export type PlannedRow = { draft: RowDraft; projectId: number | 'new' | null }
export type StoredRows = {
  /** By the row's number. */
  projectIds: ReadonlyMap<number, number>
  /** The projects that were made, with all that they show. */
  made: RefoldedProject[]
  names: NewName[]
  /** Owners' numbers that the rows give. */
  numbersRead: string[]
}
type Storing = { documentId: number; touched: Touched; revision: number }

/**
 * Keeps some rows of a table, a thousand at most: their text, what they say, and the projects that it is about. Two rows of
 * one new number are about one project. New projects show their values at once; those that were there follow in `settle`.
 */
export async function storeRows(
  tx: Transaction,
  rows: readonly PlannedRow[],
  { documentId, touched, revision }: Storing,
): Promise<StoredRows> {
  const organisations = rows.flatMap(({ draft }) => draft.organisations)
  const { numbered: given, named, shared } = await findOrMakeOrganisations(tx, organisations, documentId)
  touched.numbered.push(...given)
  await touchRecordsOf(tx, touched, shared)
  const kept = await numbered(
    tx,
    rows.map((row) => ({ ...row, statements: row.draft.statements })),
  )
  const { projectIds, made } = await projectsFor(tx, kept, { documentId, touched, revision })
  await keepRows(tx, rows, documentId)
  await keepNumbered(
    tx,
    documentId,
    PARSER_VERSION,
    kept.flatMap(({ draft: { row }, statements }) => {
      const projectId = projectIds.get(row)
      return projectId === undefined ? [] : { subject: { projectId, row }, statements }
    }),
  )
  return {
    projectIds,
    made,
    names: named,
    numbersRead: [...new Set(organisations.flatMap(({ number }) => number ?? []))],
  }
}

/** A row whose statements have their ids: a project that is written with its values says which of them it shows. */
type KeptRow = PlannedRow & { statements: NumberedStatement[] }

async function keepRows(tx: Transaction, rows: readonly PlannedRow[], documentId: number) {
  for (const json of jsonPieces(rows.map(({ draft }) => ({ number: draft.row, text: draft.text }))))
    await tx.$executeRaw`
    INSERT INTO document_row ("documentId", number, text)
    SELECT ${documentId}, r.number, r.text FROM jsonb_to_recordset(${json}::jsonb) AS r(number int, text text)
    ON CONFLICT DO NOTHING`
}

/** The projects of rows, made where there is none. */
async function projectsFor(
  tx: Transaction,
  rows: readonly KeptRow[],
  { documentId, touched, revision }: Storing,
): Promise<{ projectIds: Map<number, number>; made: RefoldedProject[] }> {
  const held = await heldNumbers(tx, rows)
  const takenBack = await takenBackByName(tx, rows)
  const found = new Map(rows.map((row) => [row, foundFor(row, held) ?? takenBack.get(row)]))
  const wanted = rows.filter((row) => found.get(row) === undefined)
  const made = wanted.length > 0 ? await makeFor(tx, wanted, { documentId, revision }) : new Map()
  const gone = await outOfForce(tx, [...found.values()])
  const projectIds = new Map<number, number>()
  for (const [{ draft }, known] of found) {
    const id = known ?? made.get(keyOf(draft))?.id
    if (id === undefined) continue
    projectIds.set(draft.row, id)
    touch(touched.projects, id, { isNew: known === undefined || gone.has(id) })
  }
  return { projectIds, made: [...made.values()] }
}

/** Those that were taken back: they come back as new, for nothing was shown of them. */
async function outOfForce(tx: Transaction, ids: readonly (number | undefined)[]): Promise<Set<number>> {
  const known = ids.filter((id) => id !== undefined)
  const where = { id: { in: known }, inForce: false }
  const rows = known.length === 0 ? [] : await tx.project.findMany({ where, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
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

/** Makes the projects of rows, by their keys: the first row of a number gives its name and its address. */
async function makeFor(
  tx: Transaction,
  rows: readonly KeptRow[],
  { documentId, revision }: Pick<Storing, 'documentId' | 'revision'>,
): Promise<Map<string, RefoldedProject>> {
  const byKey = Map.groupBy(rows, ({ draft }) => keyOf(draft))
  const keys = [...byKey.keys()]
  const named = keys.map((key) => {
    const { numbers, name } = byKey.get(key)?.[0]?.draft ?? { numbers: [], name: '' }
    return { number: numbers[0] ?? '', name }
  })
  const slugs = await freeSlugs(tx, 'project', named.map(slugOfProject))
  const document = await tx.sourceDocument.findUniqueOrThrow({
    where: { id: documentId },
    select: forFolding.document.select,
  })
  const made = await makeProjects(
    tx,
    keys.map((key, at) => ({
      slug: slugs[at] ?? '',
      number: named[at]?.number ?? '',
      name: named[at]?.name ?? '',
      statements: (byKey.get(key) ?? []).flatMap(({ statements }) =>
        statements.map((statement) => ({ ...statement, document })),
      ),
    })),
    revision,
  )
  return new Map(made.map((project, at) => [keys[at] ?? '', project]))
}
