import 'server-only'
import { z } from 'zod'
import type { Role } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import { type Doer, leaveEvent } from './events.ts'
import { endLinks, type MadeLink, makeLink } from './links.ts'
import { endSessions } from './session-rows.ts'

// What can be done to somebody's account, each with its trace. Who may is asked by those who call this: commands.ts for
// administrators, operator.ts for the command line. Both hold the accounts' lock.

export type AccountProblem = {
  kind: 'unknownAccount' | 'emailTaken' | 'lastAdministrator' | 'isDisabled' | 'alreadySo'
}
type Done<Value = null> = Promise<Result<Value, AccountProblem>>

export const NewAccount = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\s@<>"',;:()\\]+@[^\s@<>"',;:()\\]+$/),
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{C}]+$/u),
  role: z.enum(['EDITOR', 'ADMINISTRATOR']),
  mustHaveSecondFactor: z.boolean(),
  locale: z.enum(['sv', 'en']),
})
export type NewAccount = z.infer<typeof NewAccount>

/** Makes an account that nobody can log in to yet, and the link by which its owner chooses a password. */
export async function addAccount(
  tx: Transaction,
  doer: Doer,
  account: NewAccount,
): Done<MadeLink & { id: number }> {
  if (await tx.user.findUnique({ where: { email: account.email }, select: { id: true } }))
    return problem({ kind: 'emailTaken' })
  const { id } = await tx.user.create({ data: account, select: { id: true } })
  const { email, role, mustHaveSecondFactor } = account
  await leaveEvent(tx, id, doer, 'added', { to: { email, role, mustHaveSecondFactor } })
  return ok({ id, ...(await makeLink(tx, id, doer)) })
}

/** A new link in place of those made before: to come in for the first time, or to choose another password. */
export async function renewLink(tx: Transaction, doer: Doer, id: number): Done<MadeLink> {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (user.disabledAt) return problem({ kind: 'isDisabled' })
  const link = await makeLink(tx, id, doer)
  await leaveEvent(tx, id, doer, 'linkMade', { to: { kind: link.kind } })
  return ok(link)
}

/** Gives an account another role. Its sessions end: nobody goes on with what they may no more. */
export async function setRole(tx: Transaction, doer: Doer, id: number, role: Role): Done {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (user.role === role) return problem({ kind: 'alreadySo' })
  if (await isLastAdministrator(tx, user)) return problem({ kind: 'lastAdministrator' })
  await tx.user.update({ where: { id }, data: { role, version: { increment: 1 } }, select: { id: true } })
  await shutOut(tx, id, 'role')
  await leaveEvent(tx, id, doer, 'roleChanged', { from: { role: user.role }, to: { role } })
  return ok(null)
}

/** Disables an account: its sessions, links and half-made logins end. It stays, for what its owner did stays. */
export async function disableAccount(tx: Transaction, doer: Doer, id: number): Done {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (user.disabledAt) return problem({ kind: 'alreadySo' })
  if (await isLastAdministrator(tx, user)) return problem({ kind: 'lastAdministrator' })
  await tx.user.update({
    where: { id },
    data: { disabledAt: new Date(), version: { increment: 1 } },
    select: { id: true },
  })
  await shutOut(tx, id, 'disabled')
  await endLinks(tx, id)
  await leaveEvent(tx, id, doer, 'disabled')
  return ok(null)
}

export async function enableAccount(tx: Transaction, doer: Doer, id: number): Done {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (!user.disabledAt) return problem({ kind: 'alreadySo' })
  await tx.user.update({
    where: { id },
    data: { disabledAt: null, version: { increment: 1 } },
    select: { id: true },
  })
  await leaveEvent(tx, id, doer, 'enabled')
  return ok(null)
}

/** Requires a second factor of an account, or no longer. Who lacks one can do nothing but set it up from the next request on. */
export async function requireSecondFactor(
  tx: Transaction,
  doer: Doer,
  id: number,
  isRequired: boolean,
): Done {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (user.mustHaveSecondFactor === isRequired) return problem({ kind: 'alreadySo' })
  await tx.user.update({ where: { id }, data: { mustHaveSecondFactor: isRequired }, select: { id: true } })
  await leaveEvent(tx, id, doer, isRequired ? 'secondFactorRequired' : 'secondFactorNotRequired')
  return ok(null)
}

/** Takes away the second factor of somebody who has lost it. */
export async function resetSecondFactor(tx: Transaction, doer: Doer, id: number): Done {
  const user = await accountAt(tx, id)
  if (!user) return problem({ kind: 'unknownAccount' })
  if (!user.totpSince) return problem({ kind: 'alreadySo' })
  await dropSecondFactor(tx, id)
  await shutOut(tx, id, 'secondFactor')
  await leaveEvent(tx, id, doer, 'secondFactorReset')
  return ok(null)
}

export async function dropSecondFactor(tx: Transaction, id: number) {
  await tx.user.update({
    where: { id },
    data: { totpSecret: null, totpSince: null, totpLastStep: null, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.recoveryCode.deleteMany({ where: { userId: id } })
}

/** Ends every session of an account. */
export async function endAllSessions(tx: Transaction, doer: Doer, id: number): Done {
  if (!(await accountAt(tx, id))) return problem({ kind: 'unknownAccount' })
  const count = await endSessions(tx, { userId: id }, 'revoked')
  await leaveEvent(tx, id, doer, 'sessionsEnded', { to: { count } })
  return ok(null)
}

async function shutOut(tx: Transaction, userId: number, why: 'role' | 'disabled' | 'secondFactor') {
  await endSessions(tx, { userId }, why)
  await tx.pendingLogin.deleteMany({ where: { userId } })
}

const accountAt = (tx: Transaction, id: number) =>
  tx.user.findUnique({
    where: { id },
    select: {
      id: true,
      role: true,
      disabledAt: true,
      mustHaveSecondFactor: true,
      totpSince: true,
      passwordHash: true,
      oidcSubject: true,
    },
  })
type Account = NonNullable<Awaited<ReturnType<typeof accountAt>>>

/** Whether nobody could manage accounts any more without this one. Who was invited and never came in does not count. */
async function isLastAdministrator(tx: Transaction, account: Account): Promise<boolean> {
  const { id, role, disabledAt, passwordHash, oidcSubject } = account
  if (role !== 'ADMINISTRATOR' || disabledAt || !(passwordHash || oidcSubject)) return false
  const others = await tx.user.count({
    where: {
      id: { not: id },
      role: 'ADMINISTRATOR',
      disabledAt: null,
      OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }],
    },
  })
  return others === 0
}
