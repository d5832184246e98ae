import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { learnChanges } from '../../cache/learn.ts'
import { asOneAct, asTrial, database, type Transaction } from '../../db.ts'
import { lockRegistry, publishRevision } from '../../registry/revision.ts'
import { takeBackImport, type UndoReport } from '../undo.ts'
import { progressOf } from './progress.ts'

/** A table of a hundred thousand rows takes minutes. Milliseconds. */
const LONG = { longest: 60 * 60_000 }

/** Takes back an import for which somebody has said so, as one act. */
export async function undoImport(id: number): Promise<void> {
  await progressOf(id)({ step: 'takingBack', done: 0, of: 1 })
  await asOneAct(async (tx) => {
    const held = await tx.import.findUniqueOrThrow({
      where: { id },
      select: { state: true, undoneById: true, undoneReason: true },
    })
    if (held.state !== 'UNDOING') return
    const by = { actor: 'administrator', ...(held.undoneById && { userId: held.undoneById }) }
    const report = await takeBack(tx, id, by, held.undoneReason ?? '')
    await tx.import.update({
      where: { id },
      data: {
        state: 'UNDONE',
        undoneAt: new Date(),
        changedAt: new Date(),
        report: report as unknown as Prisma.InputJsonObject,
        progress: Prisma.DbNull,
        problem: Prisma.DbNull,
        attempt: 0,
        version: { increment: 1 },
      },
    })
  }, LONG)
  await learnChanges()
}

/** What taking an import back would do: does it, and undoes it. Null where there is nothing to take back. */
export async function findUndoPreview(id: number): Promise<UndoReport | null> {
  const held = await database().import.findUnique({ where: { id }, select: { state: true } })
  if (held?.state !== 'DONE') return null
  return asTrial((tx) => takeBack(tx, id, { actor: 'administrator' }, ''), LONG)
}

async function takeBack(
  tx: Transaction,
  importId: number,
  by: { actor: string; userId?: number },
  reason: string,
): Promise<UndoReport> {
  const revision = await lockRegistry(tx)
  const { report, tags } = await takeBackImport(tx, { importId, by: { ...by, revision, importId }, reason })
  await publishRevision(tx, revision, tags)
  return report
}
