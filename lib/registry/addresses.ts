import 'server-only'
import { database } from '../db.ts'

/** What has pages of its own, as a sitemap lists it. */
export const LISTED = ['projects', 'decisions', 'organisations', 'documents'] as const
type Listed = (typeof LISTED)[number]

/** A part of the sitemap: one kind of page, so many of them. */
export type SitemapPart = { kind: Listed; number: number }

/** A sitemap holds at most 50,000 addresses, and each page has two. */
const PART = 20_000

/** The page of a merged organisation leads to another's. */
const UNMERGED = { mergedIntoId: null, inForce: true }
/** What was taken back has no page. */
const IN_FORCE = { inForce: true }
const KEPT = { undoneAt: null }

/** The parts that there are, by how many pages there are of each kind. */
export async function sitemapParts(): Promise<SitemapPart[]> {
  const db = database()
  const counts = await Promise.all([
    db.project.count({ where: IN_FORCE }),
    db.decision.count({ where: IN_FORCE }),
    db.organisation.count({ where: UNMERGED }),
    db.sourceDocument.count({ where: KEPT }),
  ])
  return LISTED.flatMap((kind, at) =>
    Array.from({ length: Math.ceil((counts[at] ?? 0) / PART) }, (_, number) => ({ kind, number })),
  )
}

/** The pages of a part, by their slugs, with the day of their last change where it is kept. */
export function pagesOfPart({ kind, number }: SitemapPart): Promise<{ slug: string; updatedAt?: Date }[]> {
  const db = database()
  const range = { orderBy: { id: 'asc' }, skip: number * PART, take: PART } as const
  if (kind === 'projects')
    return db.project.findMany({ ...range, where: IN_FORCE, select: { slug: true, updatedAt: true } })
  if (kind === 'decisions') return db.decision.findMany({ ...range, where: IN_FORCE, select: { slug: true } })
  if (kind === 'organisations')
    return db.organisation.findMany({ ...range, where: UNMERGED, select: { slug: true } })
  return db.sourceDocument.findMany({ ...range, where: KEPT, select: { slug: true } })
}
