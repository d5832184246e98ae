import 'server-only'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { ok, problem, type Result } from '../result.ts'

/** The address of the decision in force that somebody means, who has pasted the address of its page or the end of it. */
export async function decisionMeant(tx: Transaction, typed: string): Promise<Result<string, Sentence>> {
  const slug = decodeSafely(/([^/?#\s]+)\/?(?:[?#]\S*)?$/.exec(typed)?.[1] ?? '')
  const decision = await tx.decision.findUnique({ where: { slug }, select: { inForce: true } })
  return decision?.inForce ? ok(slug) : problem(NO_DECISION)
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const NO_DECISION: Sentence = {
  sv: 'Registret har inget beslut med den adressen. Klistra in adressen till beslutets sida.',
  en: 'The registry has no decision with that address. Paste the address of the decision’s page.',
}
