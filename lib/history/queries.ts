import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { PEOPLE_TAG, REGISTRY_TAG } from '../registry/tags.ts'
import { actorOf, PRIVATE_ACTIONS } from './actions.ts'
import { changeViews, type Group, LISTED } from './rows.ts'
import type { ChangeView, HistoryOf, HistoryView, ImportTotals, NamedRecord, RecentView } from './view.ts'

export { auditOf, colleagues, logOfAccounts } from './audit.ts'
export { earlierState } from './earlier.ts'

/** Changes on one page. */
export const PAGE = 50

/**
 * The public changes of a record, newest first: of a project with those of entries that lead to it, of a decision with
 * those of its entries, of an organisation with what was merged into it. Null where there is no such record, or no such page.
 */
export async function historyOf(of: HistoryOf, slug: string, page: number): Promise<HistoryView | null> {
  const found = await findRecord(of, slug)
  if (!found) return null
  const { id, ...record } = found
  const own = Prisma.sql`SELECT * FROM change WHERE ${concerns[of](id)} AND action <> ALL(${PRIVATE_ACTIONS})`
  const groups = await database().$queryRaw<(Group & { total: number })[]>`
    SELECT *, count(*) OVER ()::int AS total FROM (${grouped(own)}) AS g
    ORDER BY newest DESC LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`
  const total = groups[0]?.total ?? 0
  if (total === 0 && page > 1) return null
  const pages = Math.max(1, Math.ceil(total / PAGE))
  return { of, record, changes: await changeViews(groups, 'public'), total, page, pages }
}

/**
 * Rows as they are told: what one act does to many of a kind is told once, and so are a new record and the values that
 * were given with it.
 */
const grouped = (rows: Prisma.Sql) => Prisma.sql`
  SELECT (array_agg(id ORDER BY action = 'corrected', id DESC))[1] AS id, max(id) AS newest, max(at) AS at,
    (array_agg(id ORDER BY action = 'corrected', id))[1:${LISTED}]
      || (array_agg(id) FILTER (WHERE action = 'corrected' AND told = 'created'))[1:1] AS ids,
    count(DISTINCT CASE WHEN told IN ('created', 'linked', 'takenBack') THEN "itemId" WHEN told = 'published' THEN 0 ELSE id END)::int
      AS count
  FROM (SELECT *, CASE
    WHEN action IN ('named', 'lookedAt', 'lookAgain', 'published', 'attached', 'detached') THEN action
    WHEN "itemId" IS NOT NULL AND action IN ('created', 'linked', 'takenBack') THEN action
    WHEN action = 'corrected' AND "from" IS NULL AND EXISTS (SELECT FROM change n
      WHERE n."itemId" = c."itemId" AND n.revision = c.revision AND n.action = 'created') THEN 'created'
    WHEN action = 'corrected' AND "from" IS NULL AND "itemId" IS NULL AND EXISTS (SELECT FROM change n
      WHERE n."decisionId" = c."decisionId" AND n.revision = c.revision AND n.action = 'published') THEN 'published'
    ELSE id::text END AS told FROM (${rows}) AS c) AS r
  GROUP BY revision, told`

const concerns: Record<HistoryOf, (id: number) => Prisma.Sql> = {
  // An entry that led here once left a row that names the project when it came; of it only comings and goings concern us.
  projects: (id) => Prisma.sql`("projectId" = ${id}
    OR "itemId" IN (SELECT id FROM decision_item WHERE "projectId" = ${id})
    OR "followUpId" IN (SELECT f.id FROM follow_up f LEFT JOIN decision_item i ON i.id = f."itemId"
      WHERE f."projectId" = ${id} OR i."projectId" = ${id})
    OR ("itemId" IN (SELECT "itemId" FROM change WHERE "projectId" = ${id} AND "itemId" IS NOT NULL)
      AND field = 'project' AND to_jsonb(${id}::int) IN ("from" -> 'value', "to" -> 'value')))`,
  decisions: (id) => Prisma.sql`("decisionId" = ${id}
    OR "itemId" IN (SELECT id FROM decision_item WHERE "decisionId" = ${id})
    OR "followUpId" IN (SELECT f.id FROM follow_up f JOIN decision_item i ON i.id = f."itemId"
      WHERE i."decisionId" = ${id}))`,
  organisations: (id) => Prisma.sql`"organisationId" = ${id}`,
}

/** A record that has a history, or null. */
async function findRecord(of: HistoryOf, slug: string): Promise<(NamedRecord & { id: number }) | null> {
  const db = database()
  const named = { id: true, slug: true, name: true } as const
  if (of === 'projects') return db.project.findUnique({ where: { slug }, select: named })
  if (of === 'organisations') return db.organisation.findUnique({ where: { slug }, select: named })
  const select = { id: true, slug: true, heading: true } as const
  const decision = await db.decision.findUnique({ where: { slug }, select })
  return decision && { id: decision.id, slug: decision.slug, name: decision.heading }
}

/** How far back the list of all changes goes, in pages: what is older stands in the records' own histories. */
const MOST_PAGES = 100

/**
 * The newest changes of the whole registry: what people did and what became another than it was. What an import brought
 * for the first time is told once, with the import. Null beyond the last page.
 */
export async function recentHistory(page: number): Promise<RecentView | null> {
  if (page > MOST_PAGES) return null
  const upTo = page * PAGE + 1
  const [changes, imports] = await Promise.all([newestChanges(upTo), newestImports(upTo)])
  const all = [...changes, ...imports].sort((a, b) => b.at.getTime() - a.at.getTime())
  const here = all.slice((page - 1) * PAGE, page * PAGE)
  if (here.length === 0 && page > 1) return null
  const views = await changeViews(
    here.flatMap((one) => ('group' in one ? one.group : [])),
    'public',
  )
  const byId = new Map(views.map((view) => [view.id, view]))
  return {
    changes: here.flatMap((one) =>
      'group' in one ? (byId.get(String(one.group.id)) ?? []) : importView(one.import),
    ),
    page,
    hasMore: all.length > page * PAGE && page < MOST_PAGES,
  }
}

type Newest = { at: Date; group: Group } | { at: Date; import: ImportRow }

/** How many rows a change that is told may stand for, on the whole. */
const ROWS_A_CHANGE = 20

async function newestChanges(take: number): Promise<Newest[]> {
  // What followed from an import, and names, stand with the import and with their organisations; of a merge the row of the
  // one that stays tells all.
  const rows = Prisma.sql`SELECT * FROM change
    WHERE action <> ALL(${[...PRIVATE_ACTIONS, 'named', 'lookedAt', 'lookAgain']})
      AND NOT ("importId" IS NOT NULL AND action IN ('created', 'linked'))
      AND NOT ("organisationId" IS NOT NULL AND action = 'created')
      AND NOT (action IN ('merged', 'split') AND "from" -> 'took' IS NULL AND "to" -> 'took' IS NULL)
    ORDER BY id DESC LIMIT ${take * ROWS_A_CHANGE}`
  const groups = await database().$queryRaw<(Group & { at: Date })[]>`
    SELECT * FROM (${grouped(rows)}) AS g ORDER BY newest DESC LIMIT ${take}`
  return groups.map(({ at, ...group }) => ({ at, group }))
}

const forImport = {
  id: true,
  at: true,
  actor: true,
  summary: true,
  documents: { select: { slug: true, title: true }, orderBy: { id: 'asc' }, take: 5 },
  _count: { select: { documents: true } },
} satisfies Prisma.ImportSelect
type ImportRow = Prisma.ImportGetPayload<{ select: typeof forImport }>

async function newestImports(take: number): Promise<Newest[]> {
  const rows = await database().import.findMany({ orderBy: { id: 'desc' }, take, select: forImport })
  return rows.map((row) => ({ at: row.at, import: row }))
}

function importView({ id, at, actor, summary, documents, _count }: ImportRow): ChangeView {
  return {
    id: `import-${id}`,
    at: at.toISOString(),
    revision: 0,
    who: { actor: actorOf(actor), name: null },
    subject: null,
    event: { action: 'imported', totals: { ...totalsIn(summary), documents: _count.documents } },
    reason: null,
    evidence: null,
    byImport: true,
    documents: documents.map(({ slug, title }) => ({ slug, name: title })),
    moreDocuments: _count.documents - documents.length,
    isReported: false,
    hasState: false,
  }
}

function totalsIn(summary: Prisma.JsonValue): Omit<ImportTotals, 'documents'> {
  const held = (typeof summary === 'object' && summary !== null ? summary : {}) as Record<string, unknown>
  const count = (key: string) => (typeof held[key] === 'number' ? held[key] : 0)
  return {
    projectsNew: count('projectsNew'),
    projectsChanged: count('projectsChanged'),
    decisionsNew: count('decisionsNew'),
    itemsNew: count('itemsNew'),
  }
}

/**
 * Changes whenever anything that a history shows may have changed: the registry, or whom it names. Feeds have it for
 * their version. One query.
 */
export async function historyRevision(): Promise<string> {
  const rows = await database().$queryRaw<{ tag: string; revision: number }[]>`
    SELECT tag, revision FROM cache_tag WHERE tag IN (${REGISTRY_TAG}, ${PEOPLE_TAG})`
  return [REGISTRY_TAG, PEOPLE_TAG]
    .map((wanted) => rows.find(({ tag }) => tag === wanted)?.revision ?? 0)
    .join('.')
}
