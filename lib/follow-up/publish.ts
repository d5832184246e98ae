import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'
import { traced } from '../projects/fold.ts'
import type { Acting } from '../registry/acting.ts'
import { touch } from '../registry/touched.ts'
import { type By, jsonOf } from '../registry/trace.ts'
import type { FollowUpContent } from './content.ts'
import type { Stated } from './stated.ts'

/** What a follow-up is attached to: a project, or an entry that no project belongs to. */
export type AttachedTo = { projectId: number } | { itemId: number }

/** A follow-up that becomes public. */
export type ToPublish = {
  /** The draft that it was, or null: it is made now. */
  draftId: number | null
  to: AttachedTo
  kind: FollowUpKind
  content: FollowUpContent
  stated: Stated
  fileId: number | null
  batchId: number | null
  isExample: boolean
}

const columnsOf = (to: AttachedTo) => ({
  projectId: 'projectId' in to ? to.projectId : null,
  itemId: 'itemId' in to ? to.itemId : null,
})

/** What publishing needs of an act: who it is by, and where it notes what it did. */
type Noting = {
  by: By
  touched: Acting['touched']
  told: Acting['told']
}

/**
 * Makes follow-ups public, each with its trace. What they show, outcomes and pages follow in `settle`. Returns their ids.
 */
export async function publishAll(
  tx: Transaction,
  { by, touched, told }: Noting,
  rows: readonly ToPublish[],
): Promise<number[]> {
  const made = await createNew(tx, by.userId ?? null, rows)
  const ids: number[] = []
  for (const row of rows) {
    const id = row.draftId ?? made.shift() ?? 0
    if (row.draftId !== null) await publishDraft(tx, row.draftId, by.userId ?? null, row)
    ids.push(id)
    touched.followUps.add(id)
    told.push({
      ...by,
      action: 'attached',
      followUpId: id,
      to: jsonOf(tracedAll(row.stated)),
      evidence: typeof row.stated.sourceUrl?.value === 'string' ? row.stated.sourceUrl.value : null,
    })
  }
  await touchAttached(
    tx,
    touched,
    rows.map(({ to }) => to),
  )
  return ids
}

async function publishDraft(tx: Transaction, id: number, userId: number | null, row: ToPublish) {
  await tx.followUp.update({
    where: { id },
    data: {
      ...columnsOf(row.to),
      state: 'PUBLISHED',
      content: row.content as Prisma.InputJsonObject,
      stated: row.stated as Prisma.InputJsonObject,
      fileId: row.fileId,
      publishedAt: new Date(),
      updatedById: userId,
      updatedAt: new Date(),
      version: { increment: 1 },
    },
  })
}

/** Follow-ups in one command: bounds the memory. */
const AT_ONCE = 1000

/**
 * Makes those that were no drafts. A table brings thousands: they go as one list in JSON, under ids that are taken first.
 * Returns the ids in the order of the rows.
 */
async function createNew(
  tx: Transaction,
  userId: number | null,
  rows: readonly ToPublish[],
): Promise<number[]> {
  const isNew = rows.filter(({ draftId }) => draftId === null)
  if (isNew.length === 0) return []
  const taken = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('follow_up', 'id'))::int AS id FROM generate_series(1, ${isNew.length}::int)`
  const ids = taken.map(({ id }) => id).sort((a, b) => a - b)
  const now = new Date()
  for (let at = 0; at < isNew.length; at += AT_ONCE) {
    const json = JSON.stringify(
      isNew
        .slice(at, at + AT_ONCE)
        .map(({ to, kind, content, stated, fileId, batchId, isExample }, index) => ({
          ...{ id: ids[at + index], kind, content, stated, fileId, batchId, isExample },
          ...columnsOf(to),
        })),
    )
    await tx.$executeRaw`
      INSERT INTO follow_up (id, "projectId", "itemId", kind, state, content, stated, "fileId", "batchId", "isExample",
        "createdById", "updatedById", "updatedAt", "publishedAt")
      SELECT r.id, r."projectId", r."itemId", r.kind::"FollowUpKind", 'PUBLISHED', r.content, r.stated, r."fileId",
        r."batchId", r."isExample", ${userId}::int, ${userId}::int, ${now}, ${now}
      FROM jsonb_to_recordset(${json}::jsonb) AS r(id int, "projectId" int, "itemId" int, kind text, content jsonb,
        stated jsonb, "fileId" int, "batchId" int, "isExample" boolean)`
  }
  return ids
}

const tracedAll = (stated: Stated) =>
  Object.fromEntries(
    Object.entries(stated).map(([field, typed]) => [field, traced({ state: 'value', ...typed })] as const),
  )

/** Takes follow-ups back that are public: they are seen by staff alone, and count no longer. With their trace. */
export async function withdrawAll(
  tx: Transaction,
  { by, touched, told }: Noting,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await tx.followUp.updateMany({
    where: { id: { in: [...ids] } },
    data: {
      state: 'WITHDRAWN',
      withdrawnAt: new Date(),
      withdrawnReason: reason,
      updatedById: by.userId ?? null,
      updatedAt: new Date(),
      version: { increment: 1 },
    },
  })
  for (const id of ids) {
    touched.followUps.add(id)
    told.push({ ...by, action: 'detached', followUpId: id, reason })
  }
  const rows = await tx.followUp.findMany({
    where: { id: { in: [...ids] } },
    select: { projectId: true, itemId: true },
  })
  await touchAttached(
    tx,
    touched,
    rows.map(({ projectId, itemId }) => (projectId === null ? { itemId: itemId ?? 0 } : { projectId })),
  )
}

/** Whether a record is in force goes by what is published of it: it is folded anew. */
async function touchAttached(tx: Transaction, touched: Acting['touched'], to: readonly AttachedTo[]) {
  for (const one of to) if ('projectId' in one) touch(touched.projects, one.projectId, { isNew: false })
  const itemIds = to.flatMap((one) => ('itemId' in one ? one.itemId : []))
  if (itemIds.length === 0) return
  const items = await tx.decisionItem.findMany({
    where: { id: { in: itemIds } },
    select: { id: true, decisionId: true, decision: { select: { slug: true } } },
  })
  for (const { id, decisionId, decision } of items) {
    touch(touched.items, id, { isNew: false })
    touch(touched.decisions, decisionId, { slug: decision.slug, isNew: false })
  }
}
