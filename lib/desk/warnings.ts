import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { dayInSweden } from '../format.ts'
import { type Page, pageOf } from '../paging.ts'
import { documentReference, referenceOf } from '../registry/sayings.ts'
import type { DeskFilter } from './filter.ts'
import type { DeskRecord, Neighbours, WarningTask, WarningTaskView } from './view.ts'

const PAGE = 50

/** The warnings that nobody has looked at, the gravest first. Two queries. */
export async function listWarnings(filter: DeskFilter): Promise<Page<WarningTask>> {
  return pageOf(await countWarnings(filter), filter.page, PAGE, async ({ skip, take }) => {
    const rows = await database().$queryRaw<Row[]>`
      ${waitingWarnings(filter)} ORDER BY rank, id LIMIT ${take} OFFSET ${skip}`
    return rows.map(taskOf)
  })
}

/** How many wait. */
export async function countWarnings(filter: DeskFilter): Promise<number> {
  const [count] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (${waitingWarnings(filter)}) AS w`
  return count?.total ?? 0
}

/** How many wait of each kind, the gravest first. One query. */
export const warningKinds = (filter: DeskFilter) => database().$queryRaw<WarningKind[]>`
  SELECT code, severity, count(*)::int AS count
  FROM (${waitingWarnings({ ...filter, code: undefined, severity: undefined })}) AS w
  GROUP BY code, severity, rank ORDER BY rank, code`
export type WarningKind = { code: string; severity: WarningTask['severity']; count: number }

type Row = Omit<WarningTask, 'record'> & { rank: number } & Subject
type Subject = {
  projectId: number | null
  itemId: number | null
  decisionId: number | null
  projectSlug: string | null
  projectName: string | null
  projectNumber: string | null
  itemName: string | null
  decisionSlug: string | null
  heading: string | null
  documentSlug: string
  documentTitle: string
}

/** Every warning with what it is about. */
const WARNINGS = Prisma.sql`
  SELECT w.id, w.code, w.severity, w.field, w.sv, w.en, w."projectId", w."itemId", d.id AS "decisionId",
    CASE w.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END AS rank,
    p.slug AS "projectSlug", p.name AS "projectName", p.number AS "projectNumber", i.name AS "itemName",
    d.slug AS "decisionSlug", d.heading, s.slug AS "documentSlug", s.title AS "documentTitle"
  FROM warning w JOIN source_document s ON s.id = w."documentId"
    LEFT JOIN project p ON p.id = w."projectId" LEFT JOIN decision_item i ON i.id = w."itemId"
    LEFT JOIN decision d ON d.id = coalesce(w."decisionId", i."decisionId")`

/** Of a source that a newer capture has replaced, nobody needs to look at anything. */
export const IN_FORCE = Prisma.sql`NOT EXISTS (SELECT FROM source_document r WHERE r."replacesId" = w."documentId")
  AND EXISTS (SELECT FROM source_document k WHERE k.id = w."documentId" AND k."undoneAt" IS NULL)`

const waitingWarnings = ({ region, fund, field, code, severity }: DeskFilter) => Prisma.sql`
  ${WARNINGS} WHERE w."lookedAt" IS NULL AND ${IN_FORCE}
    ${code ? Prisma.sql`AND w.code = ${code}` : Prisma.empty}
    ${severity ? Prisma.sql`AND w.severity = ${severity}` : Prisma.empty}
    ${field ? Prisma.sql`AND w.field = ${field}` : Prisma.empty}
    ${region ? Prisma.sql`AND coalesce(p.region, d.region) = ${region}` : Prisma.empty}
    ${fund ? Prisma.sql`AND coalesce(p.fund, i.fund, d.fund) = ${fund}` : Prisma.empty}`

const taskOf = (row: Row): WarningTask => ({
  id: row.id,
  code: row.code,
  severity: row.severity,
  field: row.field,
  sv: row.sv,
  en: row.en,
  record: recordOf(row),
})

function recordOf(row: Subject): DeskRecord {
  const { projectId, itemId, decisionId } = row
  if (projectId !== null)
    return {
      kind: 'project',
      id: projectId,
      slug: row.projectSlug ?? '',
      name: row.projectName ?? '',
      number: row.projectNumber ?? '',
    }
  const decision = { slug: row.decisionSlug ?? '', heading: row.heading ?? '' }
  if (itemId !== null) return { kind: 'item', id: itemId, name: row.itemName ?? '', ...decision }
  if (decisionId !== null)
    return { kind: 'decision', id: decisionId, slug: decision.slug, name: decision.heading }
  return { kind: 'document', slug: row.documentSlug, name: row.documentTitle }
}

/** How much of the text before and after the words is shown. Characters. */
const AROUND = 220

/** A warning with the words that gave rise to it, and others like it; null where there is none. Three queries. */
export async function findWarning(id: number): Promise<WarningTaskView | null> {
  const [[row], warning] = await Promise.all([
    database().$queryRaw<Row[]>`${WARNINGS} WHERE w.id = ${id}`,
    database().warning.findUnique({ where: { id }, select: forPage }),
  ])
  if (!row || !warning) return null
  const { publicText, ...document } = warning.document
  return {
    ...taskOf(row),
    document: referenceOf(document),
    start: warning.start,
    before: publicText.slice(Math.max(0, warning.start - AROUND), warning.start),
    words: publicText.slice(warning.start, warning.end),
    after: publicText.slice(warning.end, warning.end + AROUND),
    alike: await alikeTo(id, warning),
    lookedAt: warning.lookedAt && { on: dayInSweden(warning.lookedAt), note: warning.lookNote },
  }
}

const forPage = {
  code: true,
  start: true,
  end: true,
  documentId: true,
  projectId: true,
  decisionId: true,
  itemId: true,
  lookedAt: true,
  lookNote: true,
  document: { select: { ...documentReference, publicText: true } },
} satisfies Prisma.WarningSelect
type WarningRow = Omit<Prisma.WarningGetPayload<{ select: typeof forPage }>, 'document'>

/** The others of the same kind on the same record; of a warning about no record, in the same document. */
async function alikeTo(
  id: number,
  { code, projectId, decisionId, itemId, documentId }: WarningRow,
): Promise<number[]> {
  const isOfDocument = projectId === null && decisionId === null && itemId === null
  const rows = await database().warning.findMany({
    where: {
      id: { not: id },
      code,
      lookedAt: null,
      projectId,
      decisionId,
      itemId,
      ...(isOfDocument && { documentId }),
      document: { replacedBy: null, undoneAt: null },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: MOST_ALIKE,
  })
  return rows.map((row) => row.id)
}
const MOST_ALIKE = 100

/** The same by a warning's id alone. */
export async function alikeWarnings(id: number): Promise<number[]> {
  const { document: _, ...select } = forPage
  const row = await database().warning.findUnique({ where: { id }, select })
  return row ? alikeTo(id, row) : []
}

/** The warnings before and after one in the queue, whether or not it still waits itself. One query. */
export async function warningNeighbours(filter: DeskFilter, id: number): Promise<Neighbours> {
  const rows = await database().$queryRaw<{ side: string; id: number }[]>`
    WITH here AS (SELECT id, CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END AS rank
      FROM warning WHERE id = ${id})
    (SELECT 'previous' AS side, w.id FROM (${waitingWarnings(filter)}) AS w, here
      WHERE (w.rank, w.id) < (here.rank, here.id) ORDER BY w.rank DESC, w.id DESC LIMIT 1)
    UNION ALL
    (SELECT 'next', w.id FROM (${waitingWarnings(filter)}) AS w, here
      WHERE (w.rank, w.id) > (here.rank, here.id) ORDER BY w.rank, w.id LIMIT 1)`
  const at = (side: string) => rows.find((row) => row.side === side)?.id.toString() ?? null
  return { previous: at('previous'), next: at('next') }
}
