import 'server-only'
import type { Transaction } from '../db.ts'
import { pageFieldOf } from '../follow-up/figures.ts'
import type { OutcomeView } from '../follow-up/view.ts'
import type { OutcomeTaskKey } from './task-key.ts'

/**
 * Who last changed what is said of a measure of a project, by role, and the reason: who corrected a figure or found it right,
 * took such a correction back, or withdrew a follow-up. Null where nobody gave a reason, as who publishes a follow-up or
 * imports a page does not. One query.
 */
export async function lastToTell(
  tx: Transaction,
  { id, field }: OutcomeTaskKey,
  outcome: OutcomeView | null,
): Promise<{ actor: string; reason: string } | null> {
  const figures = outcome ? [outcome, ...outcome.rivals] : []
  const measures = [field, ...figures.flatMap(({ derivedFrom }) => derivedFrom ?? [])]
  const last = await tx.change.findFirst({
    where: {
      OR: [
        {
          followUp: { OR: [{ projectId: id }, { item: { projectId: id } }] },
          OR: [
            { field: { in: [...measures, ...DECIDE_WHICH] }, correctionId: { not: null } },
            { action: { in: ['attached', 'detached'] } },
          ],
        },
        {
          projectId: id,
          field: { in: measures.flatMap((one) => pageFieldOf(one) ?? []) },
          OR: [{ correctionId: { not: null } }, { importId: { not: null } }],
        },
      ],
    },
    orderBy: { id: 'desc' },
    select: { actor: true, reason: true },
  })
  return last?.reason ? { actor: last.actor, reason: last.reason } : null
}

/** Fields of a follow-up by which it is decided which figure is shown, and which of them differ. */
const DECIDE_WHICH = ['asOf', 'basis']
