import 'server-only'
import { actAsStaff, type Refusal } from '../../auth/guard.ts'
import { privateInProse } from '../../corrections/private.ts'
import { REASON } from '../../corrections/reason.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { wakeImports } from '../../jobs/wake.ts'
import { ok, problem, type Result } from '../../result.ts'
import { checkDecision, type DecisionProblem } from './check.ts'
import { type ImportProblem, onImport } from './on-import.ts'
import { Decide, type DecideInput, DecideMany, TakeBack } from './schema.ts'
import { CANCELLABLE } from './state.ts'

export type EntryStale = {
  kind: 'entryStale'
  version: number
  choice: string | null
  by: string | null
}

type Undecided = ImportProblem | EntryStale | DecisionProblem

/** Decides on one entry of an import in review, seen at a version: whoever saves over another's decision is told. */
export function decideEntry(input: DecideInput): Promise<Result<{ version: number }, Undecided | Refusal>> {
  const parsed = Decide.safeParse(input)
  return actAsStaff<{ version: number }, Undecided>('imports.run', async (tx, staff) => {
    if (!parsed.success) return problem({ kind: 'malformed' })
    const { importId, entryId, version, choice } = parsed.data
    // Held until this is saved: nobody has the import brought in between the look at its state and the decision.
    await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${importId} FOR SHARE`
    const entry = await tx.importEntry.findFirst({
      where: { id: entryId, importId },
      select: {
        kind: true,
        verdict: true,
        place: true,
        fileId: true,
        version: true,
        choice: true,
        edits: true,
        decidedBy: { select: { name: true } },
        import: { select: { state: true } },
      },
    })
    if (!entry) return problem({ kind: 'missing' })
    if (entry.import.state !== 'REVIEW') return problem({ kind: 'state' })
    if (entry.verdict === 'refused' && choice !== 'skip') return problem({ kind: 'refused' })
    const stale = () =>
      problem({
        kind: 'entryStale',
        version: entry.version,
        choice: entry.choice,
        by: entry.decidedBy?.name ?? null,
      } as const)
    if (entry.version !== version) return stale()
    const checked = await checkDecision(tx, parsed.data, entry)
    if (!checked.ok) return checked
    const { count } = await tx.importEntry.updateMany({
      where: { id: entryId, version },
      data: {
        choice,
        chosenProjectId: checked.value.projectId,
        edits: checked.value.edits,
        hasMoved: false,
        decidedById: staff.id,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    return count === 1 ? ok({ version: version + 1 }) : stale()
  })
}

/** Accepts every entry that nobody has decided on and that asks for no look. Returns how many. */
export function acceptSafe(input: {
  importId: unknown
  version: unknown
}): Promise<Result<{ count: number }, ImportProblem | Refusal>> {
  return onImport(input, ['REVIEW'], async (tx, { importId }, staffId) => {
    const { count } = await tx.importEntry.updateMany({
      where: { importId, choice: null, isSafe: true },
      data: {
        choice: 'accept',
        hasMoved: false,
        decidedById: staffId,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    return ok({ count })
  })
}

/**
 * Decides on many entries that nobody has decided on: all of one verdict, or all there are. What cannot be brought in can only be
 * left out. Returns how many.
 */
export function decideMany(input: {
  importId: unknown
  version: unknown
  choice: unknown
  verdict?: unknown
}): Promise<Result<{ count: number }, ImportProblem | Refusal>> {
  const parsed = DecideMany.safeParse(input)
  return onImport(input, ['REVIEW'], async (tx, { importId }, staffId) => {
    if (!parsed.success) return problem({ kind: 'malformed' })
    const { choice, verdict } = parsed.data
    const { count } = await tx.importEntry.updateMany({
      where: {
        importId,
        choice: null,
        ...(verdict && { verdict }),
        ...(choice === 'accept' && { NOT: { verdict: 'refused' } }),
      },
      data: {
        choice,
        hasMoved: false,
        decidedById: staffId,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    return ok({ count })
  })
}

/** Has an import brought in, once everything in it is decided. The site does it by itself, and tells. */
export async function commitImportNow(input: {
  importId: unknown
  version: unknown
}): Promise<Result<null, ImportProblem | Refusal>> {
  const said = await onImport(input, ['REVIEW'], async (tx, { importId }) => {
    const undecided = await tx.importEntry.count({ where: { importId, choice: null } })
    if (undecided > 0) return problem({ kind: 'undecided', count: undecided } as const)
    const wanted = await tx.importEntry.count({ where: { importId, choice: { not: 'skip' } } })
    if (wanted === 0) return problem({ kind: 'nothing' } as const)
    await tx.import.update({
      where: { id: importId },
      data: { state: 'COMMITTING', attempt: 0, changedAt: new Date() },
    })
    return ok(null)
  })
  if (said.ok) await wakeImports(Number(input.importId))
  return said
}

/** Gives an import up. Nothing of it is in the registry, or comes into it; what was given stays to be seen. */
export function cancelImport(input: {
  importId: unknown
  version: unknown
}): Promise<Result<null, ImportProblem | Refusal>> {
  return onImport(input, [...CANCELLABLE], async (tx, { importId }) => {
    await tx.import.update({
      where: { id: importId },
      data: { state: 'CANCELLED', attempt: 0, changedAt: new Date() },
    })
    return ok(null)
  })
}

/** Tries again what failed: reading where nothing was read, deciding where there is something to decide. */
export async function retryImport(input: {
  importId: unknown
  version: unknown
}): Promise<Result<null, ImportProblem | Refusal>> {
  const said = await onImport(input, ['FAILED'], async (tx, { importId }) => {
    const entries = await tx.importEntry.count({ where: { importId } })
    const state = entries > 0 ? 'REVIEW' : 'WAITING'
    await tx.import.update({ where: { id: importId }, data: { state, attempt: 0, changedAt: new Date() } })
    return ok(null)
  })
  if (said.ok) await wakeImports(Number(input.importId))
  return said
}

/** What is wrong with the reason for taking an import back. */
export type ReasonProblem = { kind: 'reason'; why: 'short' | 'long' | Sentence }

/** Has an import taken back. The site does it by itself, and tells. */
export async function takeBackNow(input: {
  importId: unknown
  version: unknown
  reason: unknown
}): Promise<Result<null, ImportProblem | ReasonProblem | Refusal>> {
  const parsed = TakeBack.safeParse(input)
  const said = await onImport<null, ReasonProblem>(input, ['DONE'], async (tx, { importId }, staffId) => {
    if (!parsed.success) return problem({ kind: 'reason', why: 'long' })
    const { reason } = parsed.data
    if (reason.length < REASON.least) return problem({ kind: 'reason', why: 'short' })
    const found = privateInProse(reason)
    if (found) return problem({ kind: 'reason', why: found })
    await tx.import.update({
      where: { id: importId },
      data: {
        state: 'UNDOING',
        undoneReason: reason,
        undoneById: staffId,
        attempt: 0,
        changedAt: new Date(),
      },
    })
    return ok(null)
  })
  if (said.ok) await wakeImports(Number(input.importId))
  return said
}
