import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { actAsStaff, type Refusal } from '../auth/guard.ts'
import type { Transaction } from '../db.ts'
import { type FileView, fileFields } from '../files/view.ts'
import { checkSaid, type InvalidSaying } from '../organisations/said.ts'
import { sameJson } from '../projects/fold.ts'
import { changeRegistry } from '../registry/change.ts'
import { ok, problem, type Result } from '../result.ts'
import { backgroundOf } from './background.ts'
import { emptyContent, FollowUpContent } from './content.ts'
import { type Flag, flagKey, flagsIn } from './flags.ts'
import { isFollowUpKind } from './kinds.ts'
import { type Conflict, mergeContent, type Place } from './merge.ts'
import { prepareFollowUp } from './prepare.ts'
import { type AttachedTo, publishAll, withdrawAll } from './publish.ts'
import type { ContentProblem } from './stated.ts'

/** Why a follow-up cannot be written: there is none, or it is no draft any longer. */
export type FollowUpGone = { kind: 'missing' | 'published' | 'withdrawn' | 'discarded' }

/** Begins a draft: of a project, by its slug, or of an entry that no project belongs to, by its id. */
export function beginFollowUp(
  kind: string,
  to: { project: string } | { item: number },
): Promise<Result<{ id: number }, Refusal | { kind: 'missing' | 'malformed' }>> {
  return actAsStaff<{ id: number }, { kind: 'missing' | 'malformed' }>(
    'followUps.write',
    async (tx, staff) => {
      if (!isFollowUpKind(kind)) return problem({ kind: 'malformed' })
      const attached = await attachedTo(tx, 'project' in to ? { project: { slug: to.project } } : to)
      if (!attached) return problem({ kind: 'missing' })
      const draft = await tx.followUp.create({
        data: {
          ...attached,
          kind,
          content: emptyContent(kind) as Prisma.InputJsonObject,
          createdById: staff.id,
          updatedById: staff.id,
        },
        select: { id: true },
      })
      return ok(draft)
    },
  )
}

/** What a follow-up is of, now; null where there is none in force. An entry that led to a project is followed up there. */
async function attachedTo(
  tx: Transaction,
  to: { project: { slug: string } | { id: number } } | { item: number },
): Promise<AttachedTo | null> {
  if ('project' in to) {
    const project = await tx.project.findUnique({
      where: { ...to.project, inForce: true },
      select: { id: true },
    })
    return project && { projectId: project.id }
  }
  const item = await tx.decisionItem.findUnique({
    where: { id: to.item, inForce: true },
    select: { id: true, projectId: true },
  })
  return item && (item.projectId === null ? { itemId: item.id } : { projectId: item.projectId })
}

export type SaveFollowUp = {
  id: number
  /** What the form was opened over. */
  version: number
  base: unknown
  /** What it holds now: FollowUpContent. */
  mine: unknown
}
export type SavedFollowUp = {
  kind: FollowUpKind
  /** What is kept; of boxes in conflict, theirs. */
  content: FollowUpContent
  version: number
  savedAt: Date
  conflicts: Conflict[]
  /** Boxes that say what the form has not shown yet. */
  tookIn: Place[]
  file: FileView | null
  /** Who has written since the form was opened, if it was somebody else. */
  others: { name: string; at: Date } | null
}

/**
 * Keeps what a form holds, over whatever was kept since it was opened: nothing of either is lost. Its file is none of that:
 * it comes and goes by the commands of lib/files alone, which know whose it is.
 */
export function saveFollowUp({
  id,
  version,
  base,
  mine,
}: SaveFollowUp): Promise<Result<SavedFollowUp, Refusal | FollowUpGone | { kind: 'malformed' }>> {
  const [before, own] = [FollowUpContent.safeParse(base), FollowUpContent.safeParse(mine)]
  return actAsStaff<SavedFollowUp, FollowUpGone | { kind: 'malformed' }>(
    'followUps.write',
    async (tx, staff) => {
      const held = await heldDraft(tx, id)
      if (!held.ok) return held
      if (!before.success || !own.success) return problem({ kind: 'malformed' })
      const { content: theirs, ...row } = held.value
      const { content, conflicts, tookIn } = mergeContent(before.data, own.data, theirs)
      const isOthers = row.version !== version && row.updatedById !== staff.id
      const others = isOthers && row.updatedBy ? { name: row.updatedBy.name, at: row.updatedAt } : null
      const answer = { kind: row.kind, content, conflicts, tookIn, file: row.file, others }
      if (sameJson(content, theirs)) return ok({ ...answer, version: row.version, savedAt: row.updatedAt })
      const savedAt = new Date()
      await tx.followUp.update({
        where: { id },
        data: {
          content: content as Prisma.InputJsonObject,
          version: row.version + 1,
          updatedById: staff.id,
          updatedAt: savedAt,
        },
      })
      return ok({ ...answer, version: row.version + 1, savedAt })
    },
  )
}

const forHolding = {
  kind: true,
  state: true,
  projectId: true,
  itemId: true,
  fileId: true,
  file: { select: fileFields },
  content: true,
  version: true,
  updatedAt: true,
  updatedById: true,
  updatedBy: { select: { name: true } },
} satisfies Prisma.FollowUpSelect
type HeldFollowUp = Omit<Prisma.FollowUpGetPayload<{ select: typeof forHolding }>, 'content'> & {
  content: FollowUpContent
}

/** A draft that is being written, held so that nobody else writes it meanwhile. */
async function heldDraft(tx: Transaction, id: number): Promise<Result<HeldFollowUp, FollowUpGone>> {
  await tx.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id} FOR UPDATE`
  const row = await tx.followUp.findUnique({ where: { id }, select: forHolding })
  if (!row) return problem({ kind: 'missing' })
  if (row.state !== 'DRAFT') return problem({ kind: GONE[row.state] })
  return ok({ ...row, content: FollowUpContent.parse(row.content) })
}

const GONE = { PUBLISHED: 'published', WITHDRAWN: 'withdrawn', DISCARDED: 'discarded' } as const

export type PublishFollowUp = {
  id: number
  /** What was read when publishing was chosen. */
  version: number
  /** Flags that were looked at: lib/follow-up/flags.ts. */
  seen: readonly string[]
}
export type PublishProblem =
  | FollowUpGone
  /** Somebody has written in it since it was read. */
  | { kind: 'stale' }
  /** What it is of is no longer in force: the import that brought it was taken back. */
  | { kind: 'takenBack' }
  | { kind: 'invalid'; problems: ContentProblem[] }
  /** It is unusual, and nobody has said that it was looked at. */
  | { kind: 'flagged'; flags: Flag[] }

/**
 * Makes a draft public as one act: what it states, its trace, what is shown of its project. One of an entry that came to
 * belong to a project meanwhile is attached to the project, and held against what is known of it.
 */
export function publishFollowUp({
  id,
  version,
  seen,
}: PublishFollowUp): Promise<Result<{ id: number }, Refusal | PublishProblem>> {
  return changeRegistry<{ id: number }, PublishProblem>('followUps.write', async (tx, acting) => {
    const held = await heldDraft(tx, id)
    if (!held.ok) return held
    const { kind, content, fileId, projectId, itemId } = held.value
    if (held.value.version !== version) return problem({ kind: 'stale' })
    const to = await attachedTo(tx, itemId === null ? { project: { id: projectId ?? 0 } } : { item: itemId })
    if (!to) return problem({ kind: 'takenBack' })
    const { stated, problems } = await prepareFollowUp(tx, { kind, to, content, hasFile: fileId !== null })
    if (problems.length > 0) return problem({ kind: 'invalid', problems })
    const flags = flagsIn(kind, stated, await backgroundOf(tx, to))
    if (flags.some((flag) => !seen.includes(flagKey(flag)))) return problem({ kind: 'flagged', flags })
    await publishAll(tx, acting, [
      { draftId: id, to, kind, content, stated, fileId, batchId: null, isExample: false },
    ])
    return ok({ id })
  })
}

/** Takes a public follow-up back, with the reason that everybody may read. */
export function withdrawFollowUp(input: {
  id: number
  reason: string
}): Promise<Result<{ id: number }, Refusal | InvalidSaying | { kind: 'missing' }>> {
  return changeRegistry<{ id: number }, InvalidSaying | { kind: 'missing' }>(
    'followUps.write',
    async (tx, acting) => {
      const { id } = input
      const said = await checkSaid(tx, { reason: input.reason, evidence: null })
      if (!said.ok) return said
      const row = await tx.followUp.findUnique({ where: { id, state: 'PUBLISHED' }, select: { id: true } })
      if (!row) return problem({ kind: 'missing' })
      await withdrawAll(tx, acting, [id], said.value.reason)
      return ok({ id })
    },
  )
}

/** Sets a draft aside as it was read, by its version: kept for a month (lib/follow-up/tidy.ts), and out of the way. */
export const discardFollowUp = ({
  id,
  version,
}: Pick<PublishFollowUp, 'id' | 'version'>): Promise<
  Result<null, Refusal | FollowUpGone | { kind: 'stale' }>
> =>
  actAsStaff<null, FollowUpGone | { kind: 'stale' }>('followUps.write', async (tx, staff) => {
    const held = await heldDraft(tx, id)
    if (!held.ok) return held
    if (held.value.version !== version) return problem({ kind: 'stale' })
    await tx.followUp.update({
      where: { id },
      data: { state: 'DISCARDED', updatedById: staff.id, updatedAt: new Date() },
    })
    return ok(null)
  })

/** Takes a draft up again that was set aside. */
export const restoreFollowUp = (id: number): Promise<Result<null, Refusal | { kind: 'missing' }>> =>
  actAsStaff<null, { kind: 'missing' }>('followUps.write', async (tx, staff) => {
    const { count } = await tx.followUp.updateMany({
      where: { id, state: 'DISCARDED' },
      data: { state: 'DRAFT', updatedById: staff.id, updatedAt: new Date() },
    })
    return count === 1 ? ok(null) : problem({ kind: 'missing' })
  })
