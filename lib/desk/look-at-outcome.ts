import 'server-only'
import { basisOf } from '../corrections/basis.ts'
import { type CorrectionProblem, correctWithin } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import type { Transaction } from '../db.ts'
import { standsIn } from '../follow-up/differing.ts'
import type { OutcomeView } from '../follow-up/view.ts'
import type { Acting } from '../registry/acting.ts'
import { problem, type Result } from '../result.ts'
import { lastToTell } from './last-to-tell.ts'
import { findOutcomeDisagreement } from './outcome-task.ts'
import type { OutcomeTaskKey } from './task-key.ts'
import type { OutcomeDisagreementView } from './view.ts'

export type LookAtOutcome = {
  key: OutcomeTaskKey
  /** Of the figures that were seen: lib/desk/outcome-task.ts. */
  basis: string
  reason: string
  evidence: string
}

/** Other figures are said than were seen, or the disagreement is settled: somebody else was first. */
export type OutcomeChanged = {
  kind: 'outcomeChanged'
  /** Still waits, with other figures. */
  isOpen: boolean
  /** What is shown now; null where nobody says anything any longer. */
  shown: OutcomeView | null
  /** Who changed it last, in which role and why; null where no reason was given. */
  by: { actor: string; reason: string } | null
}

/**
 * Finds the figure that is shown right: a review of its field, or of those that it was summed from. Within `changeRegistry`,
 * so that nobody changes the figures between what is compared here and what is written.
 */
export async function findRight(
  tx: Transaction,
  acting: Acting,
  { key, basis, reason, evidence }: LookAtOutcome,
): Promise<Result<{ correctionId: number }, CorrectionProblem | OutcomeChanged>> {
  const found = await findOutcomeDisagreement(key, tx)
  if (!found) return problem({ kind: 'missing' })
  const { outcome } = found
  if (!outcome || !found.isOpen || found.basis !== basis) return problem(await changed(tx, found))
  const { followUp, fields } = standsIn(outcome)
  const subject: Subject =
    followUp === null ? { kind: 'project', id: key.id } : { kind: 'followUp', id: followUp }
  const record = await loadRecord(tx, subject)
  const changes = fields.flatMap((field) => {
    const shown = record?.fields[field]?.shown ?? null
    // What somebody has corrected or found right already stays as it is.
    return shown?.correction == null ? [{ as: 'reviewed' as const, field, basis: basisOf(shown) }] : []
  })
  return correctWithin(tx, acting, { ...subject, version: 0, changes, reason, evidence })
}

async function changed(
  tx: Transaction,
  { key, isOpen, outcome }: OutcomeDisagreementView,
): Promise<OutcomeChanged> {
  return { kind: 'outcomeChanged', isOpen, shown: outcome, by: await lastToTell(tx, key, outcome) }
}
