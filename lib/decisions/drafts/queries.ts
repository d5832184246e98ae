import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { database } from '../../db.ts'
import { type Page, pageOf } from '../../paging.ts'
import { DraftContent, isBlank } from './schema.ts'
import type { DraftRow, DraftState } from './view.ts'

const PAGE = 30

/** Drafts in one state, the one that was written last first. For signed-in staff: the caller has asked. */
export async function listDrafts(state: DraftState, page: number): Promise<Page<DraftRow>> {
  const where = WHERE[state]
  const total = await database().decisionDraft.count({ where })
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().decisionDraft.findMany({
      where,
      select: forList,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      ...range,
    })
    return withDecisions(rows)
  })
}

const WHERE: Record<DraftState, Prisma.DecisionDraftWhereInput> = {
  open: { publishedAt: null, discardedAt: null },
  published: { publishedAt: { not: null } },
  discarded: { publishedAt: null, discardedAt: { not: null } },
}

const forList = {
  id: true,
  content: true,
  updatedAt: true,
  createdBy: { select: { name: true } },
  updatedBy: { select: { name: true } },
  decision: { select: { slug: true, heading: true } },
} satisfies Prisma.DecisionDraftSelect

async function withDecisions(
  rows: Prisma.DecisionDraftGetPayload<{ select: typeof forList }>[],
): Promise<DraftRow[]> {
  const drafts = rows.map((row) => ({ ...row, content: DraftContent.parse(row.content) }))
  const added = await decisionsBySlug(drafts.flatMap(({ content }) => content.addsTo ?? []))
  return drafts.map(({ id, content, createdBy, updatedBy, updatedAt, decision }) => ({
    id,
    heading: content.heading.trim(),
    decisionDate: content.decisionDate.trim(),
    entries: content.entries.filter((entry) => !isBlank(entry)).length,
    begunBy: createdBy.name,
    updatedBy: updatedBy.name,
    updatedAt,
    decision: decision ?? added.get(content.addsTo ?? '') ?? null,
  }))
}

async function decisionsBySlug(slugs: string[]) {
  const rows = await database().decision.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, heading: true },
  })
  return new Map(rows.map((row) => [row.slug, row]))
}

/** A draft with all that was typed, or null. For signed-in staff: the caller has asked. */
export async function findDraft(id: number) {
  const row = await database().decisionDraft.findUnique({
    where: { id },
    select: {
      ...forList,
      version: true,
      publishedAt: true,
      discardedAt: true,
    },
  })
  if (!row) return null
  const [shown] = await withDecisions([row])
  const state: DraftState = row.publishedAt ? 'published' : row.discardedAt ? 'discarded' : 'open'
  return {
    ...shown,
    id,
    state,
    version: row.version,
    content: DraftContent.parse(row.content),
    updatedAt: row.updatedAt,
  }
}

/** The published decision that entries are to be added to, or null. */
export const decisionToAddTo = (slug: string) =>
  database().decision.findUnique({ where: { slug }, select: { slug: true, heading: true } })
