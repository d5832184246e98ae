import 'server-only'
import { actAsStaff, type Refusal } from '../../auth/guard.ts'
import type { Transaction } from '../../db.ts'
import { problem, type Result } from '../../result.ts'
import { OnImport } from './schema.ts'

export type ImportProblem =
  | { kind: 'malformed' }
  | { kind: 'missing' }
  /** Somebody, or the site, has changed it since it was seen. */
  | { kind: 'stale' }
  /** It has come further, or was given up. */
  | { kind: 'state' }
  /** Entries that nobody has decided on. */
  | { kind: 'undecided'; count: number }
  | { kind: 'nothing' }
  /** It cannot be brought in: it can only be left out. */
  | { kind: 'refused' }

/** Does something to an import that is in one of some states, seen at a version. */
export function onImport<Value, Problem = never>(
  input: { importId: unknown; version: unknown },
  states: readonly string[],
  work: (tx: Transaction, on: OnImport, staffId: number) => Promise<Result<Value, ImportProblem | Problem>>,
): Promise<Result<Value, ImportProblem | Problem | Refusal>> {
  const parsed = OnImport.safeParse(input)
  return actAsStaff<Value, ImportProblem | Problem>('imports.run', async (tx, staff) => {
    if (!parsed.success) return problem({ kind: 'malformed' })
    const { importId, version } = parsed.data
    // Taken first, so that two who do different things to it do one after the other.
    const { count } = await tx.import.updateMany({
      where: { id: importId, version, state: { in: states as never } },
      data: { version: { increment: 1 } },
    })
    if (count === 1) return work(tx, parsed.data, staff.id)
    const held = await tx.import.findUnique({ where: { id: importId }, select: { state: true } })
    if (!held) return problem({ kind: 'missing' })
    return problem({ kind: states.includes(held.state) ? 'stale' : 'state' })
  })
}
