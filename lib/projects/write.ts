import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { inserterOf } from '../insert-rows.ts'
import { jsonPieces } from '../json-pieces.ts'
import type { ProjectColumns } from './columns.ts'
import { searchTexts } from './search/index.ts'

/** What a project can be found by. */
export type SearchRow = Parameters<typeof searchTexts>[0]

type Written = { id: number; ownerId: number | null; columns: ProjectColumns }
type Inserted = Written & { slug: string; number: string }

/** The columns that hold shown values, with their types in PostgreSQL. */
const COLUMNS = {
  name: 'text',
  nameKey: 'text',
  ownerId: 'int',
  ownerUnit: 'text',
  ownerNumber: 'text',
  region: 'text',
  plannedParticipants: 'int',
  startDate: 'date',
  endDate: 'date',
  totalBudget: 'bigint',
  totalCosts: 'bigint',
  grantedSupport: 'bigint',
  fund: 'text',
  period: 'text',
  programmeArea: 'text',
  specificObjective: 'text',
  interventionType: 'text',
  unionCofinancingRate: 'float8',
  recipientPostalCode: 'text',
  recipientCity: 'text',
  childPovertyTheme: 'boolean',
  strategicImportance: 'boolean',
  callNumber: 'text',
  description: 'text',
  disagreements: 'int',
  openDisagreements: 'int',
  sourceChanges: 'int',
  inForce: 'boolean',
  shown: 'jsonb',
} as const satisfies Record<keyof ProjectColumns | 'ownerId', string>

const NAMES = Object.keys(COLUMNS)
const RECORD = Prisma.raw(
  ['id int', ...Object.entries(COLUMNS).map(([name, type]) => `"${name}" ${type}`)].join(', '),
)
const ASSIGNED = Prisma.raw(NAMES.map((name) => `"${name}" = r."${name}"`).join(', '))

/** Writes shown values to many projects. */
export async function writeProjects(tx: Transaction, written: readonly Written[], revision: number) {
  for (const rows of jsonPieces(written.map(({ id, ownerId, columns }) => ({ id, ownerId, ...columns }))))
    await tx.$executeRaw`
    UPDATE project SET ${ASSIGNED}, version = version + 1, revision = ${revision}, "updatedAt" = now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(${RECORD}) WHERE project.id = r.id`
}

/**
 * Writes many projects that are not there yet, whole: a row that is written twice costs each of its indexes twice, and is
 * two rows on the disk.
 */
export const insertProjects = (tx: Transaction, inserted: readonly Inserted[], revision: number) =>
  insertRows(
    tx,
    inserted.map(({ columns, ...own }) => ({ ...own, ...columns, revision })),
  )
const insertRows = inserterOf('project', {
  id: 'int',
  slug: 'text',
  number: 'text',
  revision: 'int',
  ...COLUMNS,
})

/** Writes what projects can be found by. */
export async function writeSearch(tx: Transaction, found: readonly { id: number; search: SearchRow }[]) {
  for (const texts of jsonPieces(found.map(({ id, search }) => ({ id, ...searchTexts(search) }))))
    await tx.$executeRaw`
    INSERT INTO project_search ("projectId", "nameVector", "organisationVector", "textVector")
    SELECT r.id, to_tsvector('swedish', r.names) || to_tsvector('simple', r.numbers),
      to_tsvector('swedish', r.organisations), to_tsvector('swedish', r.text)
    FROM jsonb_to_recordset(${texts}::jsonb) AS r(id int, names text, numbers text, organisations text, text text)
    ON CONFLICT ("projectId") DO UPDATE SET "nameVector" = excluded."nameVector",
      "organisationVector" = excluded."organisationVector", "textVector" = excluded."textVector"`
}
