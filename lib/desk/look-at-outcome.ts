import 'server-only'
import { type Refusal, staffWho } from '../auth/guard.ts'
import { basisOf } from '../corrections/basis.ts'
import { type CorrectionProblem, correctRecord } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { standsIn } from '../follow-up/differing.ts'
import { problem, type Result } from '../result.ts'
import { findOutcomeDisagreement } from './outcome-task.ts'
import type { OutcomeTaskKey } from './task-key.ts'

export type LookAtOutcome = {
  key: OutcomeTaskKey
  /** Of the figures that were seen: lib/desk/outcome-task.ts. */
  basis: string
  reason: string
  evidence: string
}

/**
 * Finds that the figure that is shown is right as its source says it, though others say something else: a review of its field,
 * or of those that it was summed from. To correct a figure, or to withdraw what tells it, is done with its follow-up.
 */
export async function lookAtOutcome({
  key,
  basis,
  reason,
  evidence,
}: LookAtOutcome): Promise<Result<{ correctionId: number }, CorrectionProblem | Refusal>> {
  const allowed = await staffWho('records.correct')
  if (!allowed.ok) return allowed
  const found = await findOutcomeDisagreement(key)
  if (!found?.isOpen || found.basis !== basis) return problem({ kind: 'missing' })
  const { followUp, fields } = standsIn(found.outcome)
  const subject: Subject =
    followUp === null ? { kind: 'project', id: key.id } : { kind: 'followUp', id: followUp }
  const record = await loadRecord(database(), subject)
  const changes = fields.flatMap((field) => {
    const shown = record?.fields[field]?.shown ?? null
    // What somebody has corrected or found right already stays as it is.
    return shown?.correction == null ? [{ as: 'reviewed' as const, field, basis: basisOf(shown) }] : []
  })
  const saved = await correctRecord({ ...subject, version: 0, changes, reason, evidence })
  return saved.ok ? { ok: true, value: { correctionId: saved.value.correctionId } } : saved
}
