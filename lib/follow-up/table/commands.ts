import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { actAsStaff, type Refusal, staffWho } from '../../auth/guard.ts'
import type { Transaction } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { numberKey } from '../../matching/keys.ts'
import { checkSaid, type InvalidSaying } from '../../organisations/said.ts'
import { changeRegistry } from '../../registry/change.ts'
import { ok, problem, type Result } from '../../result.ts'
import { publishAll, type ToPublish, withdrawAll } from '../publish.ts'
import { type ComparedRow, compareRows, type Known, wasOf } from './compare.ts'
import { loadKnown } from './known.ts'
import { openFilledTable } from './open.ts'
import { countRows, movedTo } from './review.ts'
import { BatchContent, type BatchRow, type ReadRow } from './rows.ts'

/** Why something was not done with a table. */
export type TableProblem =
  | { kind: 'missing' }
  /** It was committed, taken back or set aside meanwhile. */
  | { kind: 'state' }
  /** Somebody has decided on its rows since the page was read. */
  | { kind: 'stale' }
  /** The registry has changed under so many rows since they were looked at. */
  | { kind: 'moved'; count: number }
  | { kind: 'movedAgain' }
  /** So many rows are unusual, and nobody has said that they were looked at. */
  | { kind: 'flagged'; count: number }
  /** No row has anything new. */
  | { kind: 'nothing' }

/** Takes a table that was filled in, of whoever is signed in, to be looked through. Returns its number. */
export async function beginTable(file: {
  name: string
  bytes: Uint8Array
}): Promise<Result<{ id: number }, Refusal | { kind: 'unreadable'; why: Sentence }>> {
  // Reading takes longer than an act may; the act asks again.
  const allowed = await staffWho('followUps.write')
  if (!allowed.ok) return allowed
  const read = await openFilledTable(file.bytes)
  return actAsStaff<{ id: number }, { kind: 'unreadable'; why: Sentence }>(
    'followUps.write',
    async (tx, staff) => {
      if (!read.ok) return problem({ kind: 'unreadable', why: read.problem })
      const known = await loadKnown(tx, read.value.rows)
      const { revision } = await tx.registry.findUniqueOrThrow({ where: { id: 1 } })
      const made = await tx.followUpBatch.create({
        data: {
          fileName: nameOf(file.name),
          sha256: createHash('sha256').update(file.bytes).digest('hex'),
          rows: {
            unknown: read.value.unknown,
            rows: read.value.rows.map((row) => heldAgainst(row, known, { isIn: true, seen: [] })),
          },
          revision,
          createdById: staff.id,
        },
        select: { id: true },
      })
      return ok(made)
    },
  )
}

/** A file's own name, without folders and what would not be seen. */
const nameOf = (name: string): string =>
  (name.toWellFormed().split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200) || 'tabell'

/** A row with what is known now of what it says, which is what somebody looks at. */
function heldAgainst(row: ReadRow, known: Known, decided: Pick<BatchRow, 'isIn' | 'seen'>): BatchRow {
  const project = known.projects.get(numberKey(row.number)) ?? null
  const { row: at, number, name, cells, problems } = row
  return {
    ...{ row: at, number, name, cells, problems },
    ...decided,
    projectId: project?.id ?? null,
    was: wasOf(row, project),
  }
}

export type DecideRow = {
  tableId: number
  /** As the file counts it. */
  row: number
  /** Whether it was in when it was looked at, and shall be. */
  wasIn: boolean
  isIn: boolean
  /** Flags that were looked at; undefined leaves them. */
  seen?: readonly string[]
}
const MOST_SEEN = 300

/** Leaves a row out or takes it in, or says that what is unusual in it was looked at. */
export function decideRow(input: DecideRow): Promise<Result<null, Refusal | TableProblem>> {
  return actAsStaff<null, TableProblem>('followUps.write', async (tx) => {
    const held = await heldTable(tx, input.tableId)
    if (!held.ok) return held
    const { content } = held.value
    const row = content.rows.find((one) => one.row === input.row)
    if (!row) return problem({ kind: 'missing' })
    if (row.isIn !== input.wasIn) return problem({ kind: 'stale' })
    row.isIn = input.isIn
    if (input.seen) row.seen = input.seen.slice(0, MOST_SEEN).map((key) => key.slice(0, 200))
    await tx.followUpBatch.update({
      where: { id: input.tableId },
      data: { rows: content as Prisma.InputJsonObject, version: { increment: 1 } },
    })
    return ok(null)
  })
}

type Held = { version: number; content: BatchContent }

/** A table that is looked through, held so that nobody else writes it meanwhile. */
async function heldTable(tx: Transaction, id: number): Promise<Result<Held, TableProblem>> {
  await tx.$queryRaw`SELECT 1 FROM follow_up_batch WHERE id = ${id} FOR UPDATE`
  const row = await tx.followUpBatch.findUnique({
    where: { id },
    select: { state: true, version: true, rows: true },
  })
  if (!row) return problem({ kind: 'missing' })
  if (row.state !== 'review') return problem({ kind: 'state' })
  return ok({ version: row.version, content: BatchContent.parse(row.rows) })
}

type Seen = { tableId: number; version: number }

/** Compares anew with the registry as it is, keeping every decision: whoever agrees has seen what has moved (`movedTo`). */
export function acceptMoves(input: {
  tableId: number
  movedTo: string
}): Promise<Result<null, Refusal | TableProblem>> {
  return actAsStaff<null, TableProblem>('followUps.write', async (tx) => {
    const held = await heldTable(tx, input.tableId)
    if (!held.ok) return held
    const { content } = held.value
    const known = await loadKnown(tx, content.rows)
    if (movedTo(compareRows(content.rows, known)) !== input.movedTo) return problem({ kind: 'movedAgain' })
    const { revision } = await tx.registry.findUniqueOrThrow({ where: { id: 1 } })
    const rows = content.rows.map((row) => heldAgainst(row, known, row))
    await tx.followUpBatch.update({
      where: { id: input.tableId },
      data: { rows: { ...content, rows } as Prisma.InputJsonObject, revision, version: { increment: 1 } },
    })
    return ok(null)
  })
}

/**
 * Makes everything public that the rows of a table say and that is new, as one act. What is wrong, unknown, said twice or
 * left out stays out. A table that is committed already stays as it is.
 */
export async function commitTable({
  tableId,
  version,
}: Seen): Promise<Result<{ id: number }, Refusal | TableProblem>> {
  type Done = { kind: 'done' }
  const result = await changeRegistry<{ id: number }, TableProblem | Done>(
    'followUps.write',
    async (tx, acting) => {
      const state = await tx.followUpBatch.findUnique({ where: { id: tableId }, select: { state: true } })
      if (state?.state === 'done') return problem({ kind: 'done' })
      const held = await heldTable(tx, tableId)
      if (!held.ok) return held
      if (held.value.version !== version) return problem({ kind: 'stale' })
      const { rows } = held.value.content
      const compared = compareRows(rows, await loadKnown(tx, rows))
      const counts = countRows(compared)
      if (counts.moved > 0) return problem({ kind: 'moved', count: counts.moved })
      if (counts.unusual > 0) return problem({ kind: 'flagged', count: counts.unusual })
      const toPublish = compared.flatMap((row) => publishedOf(row, tableId))
      if (toPublish.length === 0) return problem({ kind: 'nothing' })
      await publishAll(tx, acting, toPublish)
      await tx.followUpBatch.update({
        where: { id: tableId },
        data: { state: 'done', committedAt: new Date(), version: { increment: 1 } },
      })
      return ok({ id: tableId })
    },
  )
  if (result.ok) return result
  const { problem: why } = result
  return why.kind === 'done' ? ok({ id: tableId }) : problem(why)
}

function publishedOf({ state, project, followUps }: ComparedRow, batchId: number): ToPublish[] {
  if (state !== 'ready' || !project) return []
  return followUps.map(({ kind, content, stated }) => ({
    draftId: null,
    to: { projectId: project.id },
    ...{ kind, content, stated, batchId },
    fileId: null,
    isExample: false,
  }))
}

/** Takes back all that a table has brought, as one act, with the reason that everybody may read. Corrections of it stay in the history. */
export function undoTable(input: {
  tableId: number
  reason: string
}): Promise<Result<{ id: number }, Refusal | InvalidSaying | TableProblem>> {
  return changeRegistry<{ id: number }, InvalidSaying | TableProblem>(
    'followUps.write',
    async (tx, acting) => {
      const { tableId } = input
      await tx.$queryRaw`SELECT 1 FROM follow_up_batch WHERE id = ${tableId} FOR UPDATE`
      const held = await tx.followUpBatch.findUnique({ where: { id: tableId }, select: { state: true } })
      if (!held) return problem({ kind: 'missing' })
      if (held.state !== 'done') return problem({ kind: 'state' })
      const said = await checkSaid(tx, { reason: input.reason, evidence: null })
      if (!said.ok) return said
      const { reason } = said.value
      const isPublic = await tx.followUp.findMany({
        where: { batchId: tableId, state: 'PUBLISHED' },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      await withdrawAll(
        tx,
        acting,
        isPublic.map(({ id }) => id),
        reason,
      )
      await tx.followUpBatch.update({
        where: { id: tableId },
        data: { state: 'undone', undoneAt: new Date(), undoneReason: reason, version: { increment: 1 } },
      })
      return ok({ id: tableId })
    },
  )
}

/** Sets a table aside that was not committed: nothing comes of it. */
export const cancelTable = ({ tableId, version }: Seen): Promise<Result<null, Refusal | TableProblem>> =>
  actAsStaff<null, TableProblem>('followUps.write', async (tx) => {
    const held = await heldTable(tx, tableId)
    if (!held.ok) return held
    if (held.value.version !== version) return problem({ kind: 'stale' })
    await tx.followUpBatch.update({
      where: { id: tableId },
      data: { state: 'cancelled', version: { increment: 1 } },
    })
    return ok(null)
  })
