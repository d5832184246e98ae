import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import type { DocumentTable } from '../imports/drafts.ts'
import { documentReference, referenceOf } from '../registry/sayings.ts'
import type { TableRowView, TableView } from './table-view.ts'

/** Rows on a page. A table may have a hundred thousand: nothing here loads more than a page of them. */
export const ROWS = 50

/**
 * A table of operations with the page of its rows that holds a row, or the first; null where there is no such table, or no
 * such row in it.
 */
export async function findTable(slug: string, row: number | null = null): Promise<TableView | null> {
  const document = await database().sourceDocument.findUnique({
    where: { slug, undoneAt: null, kind: 'OPERATION_LIST' },
    select: forPage,
  })
  if (!document) return null
  const { id, table, replaces, sha256, byteLength, mediaType, parserVersion, ...reference } = document
  const { total, before, isThere } = await countRows(id, row ?? 0)
  if (row !== null && !isThere) return null
  const pages = Math.max(1, Math.ceil(total / ROWS))
  const page = row === null ? 1 : Math.floor(before / ROWS) + 1
  const [rows, pageStarts, projects] = await Promise.all([
    findRows(id, page),
    findStarts(id, [1, page - 1, page, page + 1, pages]),
    row === null ? countProjects(id) : null,
  ])
  const read = table as unknown as DocumentTable | null
  return {
    ...referenceOf(reference),
    ...{ sha256, byteLength, mediaType, parserVersion },
    replaces: replaces?.slug ?? null,
    sheet: read?.sheet ?? null,
    columns: read?.columns ?? [],
    rowsInFile: read?.rows ?? total,
    projects,
    rows: { total, page, pages, rows },
    pageStarts,
  }
}

const forPage = {
  id: true,
  ...documentReference,
  table: true,
  sha256: true,
  byteLength: true,
  mediaType: true,
  parserVersion: true,
  replaces: { select: { slug: true } },
} satisfies Prisma.SourceDocumentSelect

/** How many rows there are, how many of them stand before one, and whether that one is there. */
async function countRows(documentId: number, row: number) {
  const [counted] = await database().$queryRaw<{ total: number; before: number; isThere: boolean }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE number < ${row})::int AS before,
      count(*) FILTER (WHERE number = ${row}) > 0 AS "isThere"
    FROM document_row WHERE "documentId" = ${documentId}`
  return counted ?? { total: 0, before: 0, isThere: false }
}

/** The number of the first row of each of some pages. */
async function findStarts(documentId: number, pages: readonly number[]): Promise<Record<number, number>> {
  const places = pages.map((page) => (page - 1) * ROWS + 1)
  const starts = await database().$queryRaw<{ place: number; number: number }[]>`
    SELECT place, number
    FROM (SELECT number, row_number() OVER (ORDER BY number)::int AS place
      FROM document_row WHERE "documentId" = ${documentId}) AS placed
    WHERE place = ANY(${places})`
  return Object.fromEntries(starts.map(({ place, number }) => [Math.floor(place / ROWS) + 1, number]))
}

async function countProjects(documentId: number): Promise<number> {
  const [counted] = await database().$queryRaw<{ projects: number }[]>`
    SELECT count(DISTINCT "projectId")::int AS projects FROM statement WHERE "documentId" = ${documentId}`
  return counted?.projects ?? 0
}

async function findRows(documentId: number, page: number): Promise<TableRowView[]> {
  const rows = await database().documentRow.findMany({
    where: { documentId },
    select: { number: true, text: true },
    orderBy: { number: 'asc' },
    skip: (page - 1) * ROWS,
    take: ROWS,
  })
  const said = await database().statement.findMany({
    where: { documentId, row: { gte: rows.at(0)?.number ?? 0, lte: rows.at(-1)?.number ?? 0 } },
    select: {
      row: true,
      field: true,
      state: true,
      label: true,
      start: true,
      end: true,
      project: { select: { slug: true, name: true } },
    },
    orderBy: [{ row: 'asc' }, { start: 'asc' }, { id: 'asc' }],
  })
  const byRow = Map.groupBy(said, ({ row }) => row)
  return rows.map(({ number, text }) => {
    const ofRow = byRow.get(number) ?? []
    return {
      number,
      text,
      readings: ofRow.map(({ field, state, label, start, end }) => ({ field, state, label, start, end })),
      project: ofRow.find(({ project }) => project !== null)?.project ?? null,
    }
  })
}
