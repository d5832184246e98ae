import 'server-only'
import type { LinkKind } from '../../prisma/generated/enums.ts'
import { asOneAct, type Transaction } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import { callerAddress } from './address.ts'
import { leaveEvent, ownWayIn } from './events.ts'
import { countAttempt, type Limited, succeeded } from './limits.ts'
import { endLinks, findLink, type LinkProblem } from './links.ts'
import { isOwnOrigin } from './origin.ts'
import { hashUnlessBusy } from './password.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { hashToken } from './secret.ts'
import { endSessions } from './session-rows.ts'

export type UseProblem =
  | LinkProblem
  | { kind: 'password'; problem: PasswordProblem }
  | { kind: 'busy' | 'foreign' }
  | Limited

/**
 * Sets the password that a link is for, once: every session, every other link and every half-made login of the account
 * ends with it. Of two at once one wins.
 */
export async function setPasswordByLink(
  token: string,
  password: string,
): Promise<Result<{ email: string }, UseProblem>> {
  if (!(await isOwnOrigin())) return problem({ kind: 'foreign' })
  const attempt = await countAttempt('link', token, await callerAddress())
  if (!attempt.ok) return attempt
  const link = await findLink(token)
  if (!link.ok) return link
  // The token was right, whatever becomes of the password.
  await succeeded(attempt.value)
  const wrong = passwordProblem(password, link.value.email)
  if (wrong) return problem({ kind: 'password', problem: wrong })
  const passwordHash = await hashUnlessBusy(password)
  if (!passwordHash) return problem({ kind: 'busy' })
  return asOneAct((tx) => claimLink(tx, token, passwordHash), { longest: 30_000 })
}

async function claimLink(
  tx: Transaction,
  token: string,
  passwordHash: string,
): Promise<Result<{ email: string }, LinkProblem>> {
  const [used] = await tx.$queryRaw<{ userId: number; kind: LinkKind }[]>`
    UPDATE one_time_link l SET "usedAt" = now() FROM app_user u
    WHERE u.id = l."userId" AND u."disabledAt" IS NULL
      AND l."tokenHash" = ${hashToken(token)} AND l."usedAt" IS NULL AND l."expiresAt" > now()
    RETURNING l."userId", l.kind`
  if (!used) return problem({ kind: 'used' })
  const { role, email } = await tx.user.update({
    where: { id: used.userId },
    data: { passwordHash, version: { increment: 1 } },
    select: { role: true, email: true },
  })
  await endLinks(tx, used.userId)
  await endSessions(tx, { userId: used.userId }, 'password')
  await tx.pendingLogin.deleteMany({ where: { userId: used.userId } })
  await leaveEvent(tx, used.userId, ownWayIn(role), 'passwordSet', { to: { by: used.kind } })
  return ok({ email })
}
