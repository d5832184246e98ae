import 'server-only'
import { asOneAct, type Transaction } from '../db.ts'
import { problem, type Result } from '../result.ts'
import { lockAccounts } from './locks.ts'
import { isOwnOrigin } from './origin.ts'
import { type Act, may } from './policy.ts'
import { currentStaff, type Staff } from './session.ts'

/** Why a guard refuses. Each has a sentence in the texts, under `refusal`. */
export type Refusal = { kind: 'signedOut' | 'forbidden' | 'secondFactor' | 'foreign' }

/** Who is signed in and may do something, or why not. For what only reads. */
export async function staffWho(act: Act): Promise<Result<Staff, Refusal>> {
  const staff = await currentStaff()
  if (!staff) return problem({ kind: 'signedOut' })
  if (!may(staff.role, act)) return problem({ kind: 'forbidden' })
  if (staff.needsSecondFactor && act !== 'account.own') return problem({ kind: 'secondFactor' })
  return { ok: true, value: staff }
}

/** Thrown to undo what was written before a command found that it cannot be done. */
class Undo extends Error {
  readonly problem: unknown
  constructor(problem: unknown) {
    super('a refused command is undone')
    this.problem = problem
  }
}

/** A person's command takes seconds; what takes longer is broken. Milliseconds. */
const LONGEST = 30_000

/**
 * Runs a command of somebody who is signed in, as one act: who it is, whether they may, and that the request comes from
 * our own pages is asked here, whatever page or caller it came through. A problem undoes everything.
 */
export async function actAsStaff<Value, Problem>(
  act: Act,
  work: (tx: Transaction, staff: Staff) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | Refusal>> {
  if (!(await isOwnOrigin())) return problem({ kind: 'foreign' })
  const allowed = await staffWho(act)
  if (!allowed.ok) return allowed
  try {
    return await asOneAct(
      async (tx) => {
        if (ABOUT_ACCOUNTS.has(act)) await lockAccounts(tx)
        if (!(await isStillAllowed(tx, allowed.value))) throw new Undo({ kind: 'signedOut' })
        const result = await work(tx, allowed.value)
        if (!result.ok) throw new Undo(result.problem)
        return result
      },
      { longest: LONGEST },
    )
  } catch (error) {
    if (error instanceof Undo) return problem(error.problem as Problem | Refusal)
    throw error
  }
}

const ABOUT_ACCOUNTS = new Set<Act>(['account.own', 'accounts.manage'])

/**
 * Whether who was let in still may act: the session may have been ended, or the account changed, while the act waited for
 * its turn. Takes no lock: what ends while this is written ended after it.
 */
export async function isStillAllowed(tx: Transaction, { id, sessionId, role }: Staff): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM session s JOIN app_user u ON u.id = s."userId"
    WHERE s.id = ${sessionId} AND u.id = ${id} AND s."endedAt" IS NULL AND s."expiresAt" > now()
      AND u."disabledAt" IS NULL AND u.role = ${role}::"Role"`
  return rows.length === 1
}
