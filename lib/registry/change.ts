import 'server-only'
import { actAsStaff, isStillAllowed, type Refusal } from '../auth/guard.ts'
import type { Act } from '../auth/policy.ts'
import type { Staff } from '../auth/session.ts'
import { learnChanges } from '../cache/learn.ts'
import type { Transaction } from '../db.ts'
import { problem, type Result } from '../result.ts'
import { type Acting, actingBy } from './acting.ts'
import { lockRegistry, publishRevision } from './revision.ts'
import { settle } from './settle.ts'

/**
 * Changes the registry on behalf of who is signed in. One writer at a time (the registry's lock is taken first), one
 * transaction, all or nothing: `work` reads, refuses with a problem or writes facts (corrections, links, merges) and notes
 * in `acting` what it touched and what the trace shall tell; then shown values, links, sums, trace and pages follow here.
 */
export async function changeRegistry<Value, Problem>(
  act: Act,
  work: (tx: Transaction, acting: Acting) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | Refusal>> {
  const result = await actAsStaff<Value, Problem | Refusal>(act, async (tx, staff) => {
    const revision = await lockRegistry(tx)
    // Others may have written for a while before it was our turn.
    if (!(await isStillAllowed(tx, staff))) return problem({ kind: 'signedOut' })
    const acting = actingFor(staff, revision)
    const worked = await work(tx, acting)
    if (!worked.ok) return worked
    const { tags } = await settle(tx, acting)
    await publishRevision(tx, revision, [...tags, ...acting.tags])
    return worked
  })
  // Whoever is led to a page of it now sees it: this process does not wait for its next turn to ask.
  if (result.ok) await learnChanges()
  return result
}

const actingFor = (staff: Staff, revision: number): Acting =>
  actingBy({ actor: staff.role === 'ADMINISTRATOR' ? 'administrator' : 'editor', userId: staff.id, revision })
