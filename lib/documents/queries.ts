import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { decisionOf, decisionReference } from '../decisions/items.ts'
import { type Page, pageOf } from '../paging.ts'
import type { DocumentReference, DocumentView } from '../projects/view.ts'
import { documentReference, referenceOf, warning, warningOf } from '../registry/sayings.ts'

const PAGE = 50

export type DocumentRow = DocumentReference & { projects: number; items: number; warnings: number }

/** Source documents, the last imported first. */
export async function listDocuments({
  page,
  kind,
}: {
  page: number
  kind?: DocumentReference['kind'] | undefined
}): Promise<Page<DocumentRow>> {
  const where: Prisma.SourceDocumentWhereInput = { undoneAt: null, ...(kind && { kind }) }
  const total = await database().sourceDocument.count({ where })
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().sourceDocument.findMany({
      where,
      select: { id: true, ...documentReference, _count: { select: { warnings: true } } },
      orderBy: { id: 'desc' },
      ...range,
    })
    const counts = await countsOf(rows.map(({ id }) => id))
    return rows.map(({ id, _count, ...row }) => ({
      ...referenceOf(row),
      warnings: _count.warnings,
      projects: counts.get(id)?.projects ?? 0,
      items: counts.get(id)?.items ?? 0,
    }))
  })
}

async function countsOf(ids: number[]) {
  const rows = await database().$queryRaw<{ documentId: number; projects: number; items: number }[]>`
    SELECT "documentId", count(DISTINCT "projectId")::int AS projects, count(DISTINCT "itemId")::int AS items
    FROM statement WHERE "documentId" = ANY(${ids}) GROUP BY 1`
  return new Map(rows.map((row) => [row.documentId, row]))
}

/**
 * A document's text, private words covered, with what was read from it; or null. What is selected here is public: the
 * bytes and the text as extracted are another table's. Tables of operations are too long for it: see table-queries.ts.
 */
export async function findDocument(slug: string): Promise<DocumentView | null> {
  const document = await database().sourceDocument.findUnique({
    where: { slug, undoneAt: null, NOT: { kind: 'OPERATION_LIST' } },
    select: forPage,
  })
  if (!document) return null
  const {
    statements,
    warnings,
    replaces,
    publicText,
    sha256,
    byteLength,
    mediaType,
    parserVersion,
    ...reference
  } = document
  const marks = statements.map(markOf)
  return {
    ...referenceOf(reference),
    text: publicText,
    sha256,
    byteLength,
    mediaType,
    parserVersion,
    replaces: replaces?.slug ?? null,
    marks,
    warnings: warnings.map((row) => ({ ...warningOf(row), start: row.start, end: row.end })),
    ...subjectsOf(statements),
  }
}

const named = { slug: true, name: true } as const
const forPage = {
  ...documentReference,
  publicText: true,
  sha256: true,
  byteLength: true,
  mediaType: true,
  parserVersion: true,
  replaces: { select: { slug: true } },
  statements: {
    orderBy: [{ start: 'asc' }, { end: 'desc' }],
    select: {
      field: true,
      state: true,
      start: true,
      end: true,
      project: { select: named },
      decision: { select: decisionReference },
      item: { select: { name: true, decision: { select: decisionReference } } },
    },
  },
  warnings: { select: warning, orderBy: { start: 'asc' } },
} satisfies Prisma.SourceDocumentSelect
type StatementRow = Prisma.SourceDocumentGetPayload<{ select: typeof forPage }>['statements'][number]

function markOf({ project, decision, item, ...mark }: StatementRow): DocumentView['marks'][number] {
  if (project) return { ...mark, subject: { kind: 'project', ...project } }
  const of = item?.decision ?? decision
  const name = item?.name ?? of?.heading ?? ''
  return { ...mark, subject: of ? { kind: 'decision', slug: of.slug, name } : null }
}

function subjectsOf(statements: StatementRow[]): Pick<DocumentView, 'projects' | 'decisions'> {
  const projects = new Map(
    statements.flatMap(({ project }) => (project ? [[project.slug, project] as const] : [])),
  )
  const decisions = new Map(
    statements.flatMap(({ decision, item }) => {
      const of = decision ?? item?.decision
      return of ? [[of.slug, decisionOf(of)] as const] : []
    }),
  )
  return { projects: [...projects.values()], decisions: [...decisions.values()] }
}
