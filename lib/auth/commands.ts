import 'server-only'
import type { Role } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import {
  type AccountProblem,
  addAccount,
  disableAccount,
  enableAccount,
  endAllSessions,
  NewAccount,
  renewLink,
  requireSecondFactor,
  resetSecondFactor,
  setRole,
} from './account-changes.ts'
import { mailLink } from './account-mail.ts'
import { type Doer, doerOf } from './events.ts'
import { actAsStaff, type Refusal } from './guard.ts'
import { linkAddress, type MadeLink } from './links.ts'

// What administrators do to other people's accounts.

export type ManageProblem = AccountProblem | Refusal | { kind: 'ownAccount' | 'invalidAccount' }
/** A link: sent to its owner, or else to be passed on by whoever made it. */
export type Passed = { email: string; kind: MadeLink['kind']; address: string | null }

/** Invites somebody. The link is mailed, or handed back where no mail was sent. */
export async function invite(given: unknown): Promise<Result<Passed, ManageProblem>> {
  const account = NewAccount.safeParse(given)
  if (!account.success) return problem({ kind: 'invalidAccount' })
  const made = await actAsStaff('accounts.manage', (tx, staff) => addAccount(tx, doerOf(staff), account.data))
  return made.ok ? ok(await passOn(made.value)) : made
}

/** Makes a new link for an account: an invitation, or a reset. */
export async function renewLinkOf(id: number): Promise<Result<Passed, ManageProblem>> {
  const made = await manage(id, (tx, doer) => renewLink(tx, doer, id))
  return made.ok ? ok(await passOn(made.value)) : made
}

export const changeRole = (id: number, role: Role) => manage(id, (tx, doer) => setRole(tx, doer, id, role))
export const disable = (id: number) => manage(id, (tx, doer) => disableAccount(tx, doer, id))
export const enable = (id: number) => manage(id, (tx, doer) => enableAccount(tx, doer, id))
export const setSecondFactorRequired = (id: number, isRequired: boolean) =>
  manage(id, (tx, doer) => requireSecondFactor(tx, doer, id, isRequired))
export const takeSecondFactor = (id: number) => manage(id, (tx, doer) => resetSecondFactor(tx, doer, id))
export const endSessionsOf = (id: number) => manage(id, (tx, doer) => endAllSessions(tx, doer, id))

/** Nobody manages their own account: a slip would shut them out, and a stolen session would shed its second factor. */
const manage = <Value>(
  id: number,
  work: (tx: Transaction, doer: Doer) => Promise<Result<Value, AccountProblem>>,
): Promise<Result<Value, ManageProblem>> =>
  actAsStaff<Value, ManageProblem>('accounts.manage', async (tx, staff) =>
    staff.id === id ? problem({ kind: 'ownAccount' }) : work(tx, doerOf(staff)),
  )

/** After the transaction: a mail server that is slow, or refuses, undoes nothing. */
async function passOn(link: MadeLink): Promise<Passed> {
  const isSent = await mailLink(link)
  return { email: link.email, kind: link.kind, address: isSent ? null : linkAddress(link) }
}
