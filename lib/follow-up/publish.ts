import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'
import { traced } from '../projects/fold.ts'
import type { Acting } from '../registry/acting.ts'
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
  const ids: number[] = []
  for (const row of rows) {
    const id = await write(tx, by.userId ?? null, row)
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
  return ids
}

async function write(tx: Transaction, userId: number | null, row: ToPublish): Promise<number> {
  const data = {
    state: 'PUBLISHED' as const,
    content: row.content as Prisma.InputJsonObject,
    stated: row.stated as Prisma.InputJsonObject,
    fileId: row.fileId,
    publishedAt: new Date(),
    updatedById: userId,
    updatedAt: new Date(),
  }
  if (row.draftId !== null) {
    await tx.followUp.update({ where: { id: row.draftId }, data: { ...data, version: { increment: 1 } } })
    return row.draftId
  }
  const { kind, to, batchId, isExample } = row
  const made = await tx.followUp.create({
    data: { ...data, ...to, kind, batchId, isExample, createdById: userId },
    select: { id: true },
  })
  return made.id
}

const tracedAll = (stated: Stated) =>
  Object.fromEntries(
    Object.entries(stated).map(([field, typed]) => [field, traced({ ...SHOWN, ...typed })] as const),
  )
const SHOWN = {
  state: 'value',
  statement: null,
  correction: null,
  reviewed: false,
  sourceChanged: false,
  rivals: [],
  agreeing: [],
  apart: [],
  older: [],
} as const satisfies Omit<Parameters<typeof traced>[0] & object, 'value' | 'code' | 'precision' | 'qualifier'>

/** Takes follow-ups back that are public: they are seen by staff alone, and count no longer. With their trace. */
export async function withdrawAll(
  tx: Transaction,
  { by, touched, told }: Noting,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  for (const id of ids) {
    await tx.followUp.update({
      where: { id },
      data: {
        state: 'WITHDRAWN',
        withdrawnAt: new Date(),
        withdrawnReason: reason,
        updatedById: by.userId ?? null,
        version: { increment: 1 },
      },
    })
    touched.followUps.add(id)
    told.push({ ...by, action: 'detached', followUpId: id, reason })
  }
}
