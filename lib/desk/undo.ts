import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { staffWho } from '../auth/guard.ts'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { measureOfPage } from '../follow-up/figures.ts'
import { wholeOf } from '../follow-up/measures.ts'
import { problem, type Result } from '../result.ts'
import type { Problem } from './decide.ts'
import { findDisagreement } from './field-task.ts'
import type { TaskKey } from './task-key.ts'

/**
 * Withdraws a correction that one has just made oneself, if it is still what is shown: of a sum that was found right, what
 * was found of all its parts. Tells what is back in the queue.
 */
export async function undoCorrection(id: number, reason: string): Promise<Result<{ key: TaskKey }, Problem>> {
  const allowed = await staffWho('records.correct')
  if (!allowed.ok) return allowed
  const where = { userId: allowed.value.id, withdrawnAt: null }
  const made = await database().correction.findFirst({ where: { id, ...where }, select: forUndo })
  const subject = made && subjectOf(made)
  if (!made || !subject) return problem({ kind: 'missing' })
  const fields = (await loadRecord(database(), subject))?.fields ?? {}
  const changes = [made, ...(await madeWith(id, made, where))].flatMap(({ id, field }) => {
    const shown = fields[field]?.shown ?? null
    return shown?.correction === id ? [{ id, field, basis: basisOf(shown), as: 'withdraw' as const }] : []
  })
  if (changes[0]?.id !== id) return problem({ kind: 'missing' })
  const undone = await correctRecord({ ...subject, version: 0, changes, reason, evidence: '' })
  return undone.ok ? { ok: true, value: { key: await backInQueue(made) } } : undone
}

const forUndo = {
  id: true,
  field: true,
  kind: true,
  projectId: true,
  itemId: true,
  followUpId: true,
  followUp: { select: { projectId: true, item: { select: { projectId: true } } } },
  changes: { select: { revision: true } },
} satisfies Prisma.CorrectionSelect
type Made = Prisma.CorrectionGetPayload<{ select: typeof forUndo }>

function subjectOf({ projectId, itemId, followUpId }: Made): Subject | null {
  if (projectId !== null) return { kind: 'project', id: projectId }
  if (itemId !== null) return { kind: 'item', id: itemId }
  return followUpId === null ? null : { kind: 'followUp', id: followUpId }
}

/** What was found of the other parts of a sum in the same act. */
async function madeWith(
  id: number,
  { kind, followUpId, changes }: Made,
  where: Prisma.CorrectionWhereInput,
): Promise<{ id: number; field: string }[]> {
  if (kind !== 'REVIEWED' || followUpId === null) return []
  const revision = { in: changes.map((change) => change.revision) }
  return database().correction.findMany({
    where: { ...where, id: { not: id }, kind, followUpId, changes: { some: { revision } } },
    select: { id: true, field: true },
    orderBy: { id: 'asc' },
  })
}

/**
 * What is back in the queue: the field, unless it waits for what came of its project. Of that the measure that waits, which of
 * a part may be the sum.
 */
async function backInQueue({ field, projectId, itemId, followUpId, followUp }: Made): Promise<TaskKey> {
  if (itemId !== null) return { kind: 'item', id: itemId, field }
  const id = projectId ?? followUp?.projectId ?? followUp?.item?.projectId ?? 0
  const measures = (projectId !== null ? [measureOfPage(field)] : [field, wholeOf(field)]).filter(
    (measure) => measure !== null,
  )
  const open = await database().outcome.findMany({
    where: { projectId: id, followUpId, isOpen: true, measure: { in: measures } },
    select: { measure: true },
  })
  const waiting = measures.find((one) => open.some(({ measure }) => measure === one))
  if (projectId === null) return { kind: 'outcome', id, field: waiting ?? field }
  const own = { kind: 'project', id, field } as const
  const isOwn = waiting === undefined || (await findDisagreement(own))?.isOpen
  return isOwn ? own : { kind: 'outcome', id, field: waiting }
}
