import 'server-only'
import { knownEvidence } from '../corrections/known-evidence.ts'
import { privateInProse } from '../corrections/private.ts'
import { REASON } from '../corrections/reason.ts'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { ok, problem, type Result } from '../result.ts'
import { storable } from '../storable.ts'

/** What is wrong with why a person did something, in the user's words. */
export type InvalidSaying = {
  kind: 'invalid'
  reason: 'short' | 'long' | Sentence | null
  evidence: Sentence | null
}

/** Checks why a person does something, and where it stands: both become public. Returns them as they are kept. */
export async function checkSaid(
  tx: Transaction,
  given: { reason: string; evidence: string | null },
): Promise<Result<{ reason: string; evidence: string | null }, InvalidSaying>> {
  const reason = storable(given.reason).trim()
  const wrong = wrongReason(reason)
  const evidence = await knownEvidence(tx, given.evidence ?? '')
  if (wrong === null && evidence.ok) return ok({ reason, evidence: evidence.value })
  return problem({ kind: 'invalid', reason: wrong, evidence: evidence.ok ? null : evidence.problem })
}

function wrongReason(reason: string): InvalidSaying['reason'] {
  if (reason.length < REASON.least) return 'short'
  if (reason.length > REASON.most) return 'long'
  return privateInProse(reason) ?? null
}
