import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { actAsStaff, type Refusal } from '../../auth/guard.ts'
import type { Transaction } from '../../db.ts'
import { ok, problem, type Result } from '../../result.ts'
import { type Edited, isSameDraft } from './edit.ts'
import { type Conflict, mergeDraft, type Part } from './merge.ts'
import { type Marks, marksOf, type News, newsIn } from './news.ts'
import { blankEntry, DraftContent, emptyDraft, isBlank, MOST_ENTRIES } from './schema.ts'

/** Why a draft cannot be written: it is gone, set aside, or published already. */
export type DraftGone =
  | { kind: 'missing' }
  | { kind: 'discarded' }
  | { kind: 'published'; slug: string | null }

/** Begins a draft: of a new decision, or of more entries to a published one, by its slug. */
export function beginDraft(
  addsTo: string | null,
): Promise<Result<{ id: number }, Refusal | { kind: 'missing' }>> {
  return actAsStaff('decisions.write', async (tx, staff) => {
    if (addsTo !== null && !(await tx.decision.findUnique({ where: { slug: addsTo }, select: { id: true } })))
      return problem({ kind: 'missing' })
    const draft = await tx.decisionDraft.create({
      data: { content: begun(addsTo), createdById: staff.id, updatedById: staff.id },
      select: { id: true },
    })
    return ok(draft)
  })
}

/** Entries to begin with. */
const FIRST = 5

const begun = (addsTo: string | null): DraftContent => ({
  ...emptyDraft(addsTo),
  entries: Array.from({ length: FIRST }, (_, at) => blankEntry(`first${at + 1}`)),
})

export type SaveDraft = {
  id: number
  /** What the form was opened over. */
  version: number
  base: Part
  /** What it holds now. */
  mine: Part
  /** The entries of all pages that it was opened over; those of `base`, where it shows all. */
  seen?: Marks
  /**
   * What is then done with the entries: a row more, one moved. It learns what others have made of them; null where it is not
   * done for that.
   */
  edit?: (content: DraftContent, others: Pick<SavedDraft, 'news' | 'conflicts'>) => Edited | null
}
export type SavedDraft = {
  /** What is kept; of fields in conflict, theirs. */
  content: DraftContent
  version: number
  savedAt: Date
  conflicts: Conflict[]
  /** Entries that one removed and the other changed: they stay. */
  kept: string[]
  /** What is kept and the form has not shown, as others wrote it since. */
  news: News
  /** Who has written since the form was opened, if it was somebody else. */
  others: { name: string; at: Date } | null
  /** The entry that the edit is about. */
  at: string | null
  /** Rows that found no room. */
  left: number
  /** Whether the edit was not done. */
  isHeld: boolean
}

/**
 * Keeps what a form holds, over whatever was kept since it was opened: fields that others wrote stay theirs, fields that
 * both wrote are told, and nothing of either is lost.
 */
export function saveDraft({
  id,
  version,
  base,
  mine,
  seen,
  edit,
}: SaveDraft): Promise<Result<SavedDraft, Refusal | DraftGone | DraftFull>> {
  return actAsStaff<SavedDraft, DraftGone | DraftFull>('decisions.write', async (tx, staff) => {
    const held = await heldDraft(tx, id)
    if (!held.ok) return held
    const { content: theirs, updatedBy, updatedAt, ...row } = held.value
    const merged = mergeDraft(base, mine, theirs)
    const { conflicts, kept } = merged
    const news = newsIn({ base, seen: seen ?? marksOf(base.entries) }, theirs, merged)
    const room = withRoom(merged.content)
    if (!room) return problem({ kind: 'full' })
    const edited = edit?.(room, { news, conflicts })
    const { content, at, left } = edited ?? { content: room, at: null, left: 0 }
    const others =
      row.version !== version && row.updatedById !== staff.id ? { name: updatedBy.name, at: updatedAt } : null
    const answer = { content, conflicts, kept, news, others, at, left, isHeld: edited === null }
    if (isSameDraft(content, theirs))
      return { ok: true, value: { ...answer, version: row.version, savedAt: updatedAt } }
    const savedAt = new Date()
    await tx.decisionDraft.update({
      where: { id },
      data: { content, version: row.version + 1, updatedById: staff.id, updatedAt: savedAt },
    })
    return { ok: true, value: { ...answer, version: row.version + 1, savedAt } }
  })
}

/** Two have added so much at once that it is more than a draft takes. */
type DraftFull = { kind: 'full' }

/** A draft with no more entries than it takes: blank ones go first. Null where that is not enough. */
function withRoom(content: DraftContent): DraftContent | null {
  if (content.entries.length <= MOST_ENTRIES) return content
  const entries = content.entries.filter((entry) => !isBlank(entry))
  return entries.length <= MOST_ENTRIES ? { ...content, entries } : null
}

/** A draft that is being written, held so that nobody else writes it meanwhile. */
export async function heldDraft(tx: Transaction, id: number): Promise<Result<HeldDraft, DraftGone>> {
  await tx.$queryRaw`SELECT 1 FROM decision_draft WHERE id = ${id} FOR UPDATE`
  const row = await tx.decisionDraft.findUnique({
    where: { id },
    select: forHolding,
  })
  if (!row) return problem({ kind: 'missing' })
  const content = DraftContent.parse(row.content)
  if (row.publishedAt) return problem({ kind: 'published', slug: row.decision?.slug ?? content.addsTo })
  if (row.discardedAt) return problem({ kind: 'discarded' })
  return { ok: true, value: { ...row, content } }
}

const forHolding = {
  content: true,
  version: true,
  updatedAt: true,
  updatedById: true,
  publishedAt: true,
  discardedAt: true,
  updatedBy: { select: { name: true } },
  decision: { select: { slug: true } },
} satisfies Prisma.DecisionDraftSelect
type HeldDraft = Omit<Prisma.DecisionDraftGetPayload<{ select: typeof forHolding }>, 'content'> & {
  content: DraftContent
}

/** Sets a draft aside as it was read, by its version: kept, and out of the way. */
export const discardDraft = ({
  id,
  version,
}: Pick<SaveDraft, 'id' | 'version'>): Promise<Result<null, Refusal | DraftGone | { kind: 'stale' }>> =>
  actAsStaff<null, DraftGone | { kind: 'stale' }>('decisions.write', async (tx, staff) => {
    const held = await heldDraft(tx, id)
    if (!held.ok) return held
    if (held.value.version !== version) return problem({ kind: 'stale' })
    await tx.decisionDraft.update({ where: { id }, data: { discardedAt: new Date(), updatedById: staff.id } })
    return ok(null)
  })

/** Takes a draft up again that was set aside. */
export const restoreDraft = (id: number): Promise<Result<null, Refusal | DraftGone>> =>
  actAsStaff<null, DraftGone>('decisions.write', async (tx, staff) => {
    const { count } = await tx.decisionDraft.updateMany({
      where: { id, publishedAt: null, discardedAt: { not: null } },
      data: { discardedAt: null, updatedById: staff.id },
    })
    return count === 1 ? ok(null) : problem({ kind: 'missing' })
  })
