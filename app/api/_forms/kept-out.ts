import { getTranslations } from 'next-intl/server'
import { type Refusal, staffWho } from '../../../lib/auth/guard.ts'
import { isOwnOrigin } from '../../../lib/auth/origin.ts'
import type { Act } from '../../../lib/auth/policy.ts'
import type { Locale } from '../../../lib/paths.ts'

/** Why somebody is kept out, in a sentence, with the status that says it to machines. */
type KeptOut = { status: 401 | 403; why: string }

/** Why whoever asks may not read what an act is about; null for who may. */
export async function keptOut(act: Act, locale: Locale): Promise<KeptOut | null> {
  const allowed = await staffWho(act)
  return allowed.ok ? null : asKeptOut(allowed.problem, locale)
}

/** Why whoever sends something is kept out: it has to come from our own pages too. */
export async function keptFromSending(act: Act, locale: Locale): Promise<KeptOut | null> {
  return (await isOwnOrigin()) ? keptOut(act, locale) : asKeptOut({ kind: 'foreign' }, locale)
}

/** A refusal of the guard, as an answer has it. */
export async function asKeptOut(refusal: Refusal, locale: Locale): Promise<KeptOut> {
  const t = await getTranslations({ locale, namespace: 'staff.refusal' })
  return { status: statusOf(refusal), why: t(refusal.kind) }
}

export const statusOf = ({ kind }: Refusal): 401 | 403 => (kind === 'signedOut' ? 401 : 403)
