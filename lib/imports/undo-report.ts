import 'server-only'
import type { Transaction } from '../db.ts'

export type Named = { slug: string; name: string }

/** What people did since, with what an import brought. */
export type LeftStanding = {
  corrections: { field: string; of: Named & { kind: 'projects' | 'decisions' } }[]
  /** Later documents that say something of the same projects, or whose entries led to them. */
  laterDocuments: Named[]
  /** Published follow-ups of its projects and entries, which stay with them. Undefined in reports of long ago. */
  followUps?: number
  /** Published follow-ups, of whatever, whose source is one of its documents: the link leads nowhere then. Undefined as above. */
  sourced?: number
  /** Open reports of visitors about it. */
  reports: number
}

/** Longest lists that a person reads before taking something back. */
const MOST = 100

/** What depends on what an import's documents brought, for whoever is about to take it back. */
export async function leftStanding(
  tx: Transaction,
  { importId, documentIds }: { importId: number; documentIds: number[] },
): Promise<LeftStanding> {
  const told = { statements: { some: { documentId: { in: documentIds } } } }
  const about = { OR: [{ project: told }, { item: told }, { decision: told }] }
  const corrections = await correctionsOf(tx, importId, about)
  const documents = await tx.$queryRaw<{ slug: string; title: string }[]>`
    SELECT DISTINCT d.id, d.slug, d.title FROM source_document d JOIN statement s ON s."documentId" = d.id
    WHERE d."importId" > ${importId} AND d."undoneAt" IS NULL AND EXISTS (
      SELECT FROM statement o WHERE o."documentId" = ANY(${documentIds}::int[])
        AND (o."projectId" = s."projectId" OR o."itemId" = s."itemId"
          OR o."projectId" = (SELECT i."projectId" FROM decision_item i WHERE i.id = s."itemId")))
    ORDER BY d.id LIMIT ${MOST}`
  const followUps = await tx.followUp.count({
    where: { state: 'PUBLISHED', isExample: false, OR: [{ project: told }, { item: told }] },
  })
  const [sourced] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM follow_up f
    JOIN source_document d ON f.shown -> 'sourceUrl' ->> 'value' = '/dokument/' || d.slug
    WHERE d.id = ANY(${documentIds}::int[]) AND f.state = 'PUBLISHED' AND NOT f."isExample"`
  const reports = await tx.report.count({ where: { ...about, status: { in: ['OPEN', 'ASKED'] } } })
  const laterDocuments = documents.map(({ slug, title }) => ({ slug, name: title }))
  return { corrections, laterDocuments, followUps, sourced: sourced?.count ?? 0, reports }
}

/** Corrections that stand and that were not made at the import itself. */
async function correctionsOf(
  tx: Transaction,
  importId: number,
  about: object,
): Promise<LeftStanding['corrections']> {
  const rows = await tx.correction.findMany({
    where: { ...about, withdrawnAt: null, changes: { none: { importId } } },
    select: {
      field: true,
      project: { select: { slug: true, name: true } },
      decision: { select: { slug: true, heading: true } },
      item: { select: { name: true, decision: { select: { slug: true } } } },
    },
    orderBy: { id: 'asc' },
    take: MOST,
  })
  return rows.flatMap(({ field, project, decision, item }): LeftStanding['corrections'] => {
    if (project) return [{ field, of: { kind: 'projects', ...project } }]
    if (item) return [{ field, of: { kind: 'decisions', slug: item.decision.slug, name: item.name } }]
    return decision ? [{ field, of: { kind: 'decisions', slug: decision.slug, name: decision.heading } }] : []
  })
}
