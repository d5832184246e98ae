import 'server-only'
import { cookies } from 'next/headers'
import type { Role } from '../../prisma/generated/enums.ts'
import { asOneAct, database, type Transaction } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import { storable } from '../storable.ts'
import { callerAddress } from './address.ts'
import { callerBrowser } from './browser.ts'
import { cookieOptions, pendingCookie, sessionCookie } from './cookies.ts'
import { leaveEvent, ownWayIn, SITE } from './events.ts'
import { countAttempt, type Limited, succeeded, takenBack } from './limits.ts'
import { hashPassword, isOutdated, isPassword, TooBusy } from './password.ts'
import { LONGEST_PASSWORD } from './password-rules.ts'
import { claimRecoveryCode, claimStep, isAuthenticatorCode, plainCode, stepOf } from './second-factor.ts'
import { hashToken, newToken } from './secret.ts'
import { sessionSecretOf } from './session.ts'
import {
  beginSession,
  endSessions,
  forgetOldSessions,
  type Method,
  trustsProvidersFactor,
} from './session-rows.ts'

/** Somebody who has shown who they are. `version` is the account's: what was shown is worth nothing once it has changed. */
export type Shown = { userId: number; version: number; method: Method }
export type LoginProblem = { kind: 'wrong' | 'busy' | 'over' } | Limited

/** Whether an e-mail and a password belong together. No answer tells whether there is such an account, nor does its time. */
export async function checkPassword(email: string, password: string): Promise<Result<Shown, LoginProblem>> {
  const account = storable(email).trim().toLowerCase().slice(0, 254)
  const attempt = await countAttempt('password', account, await callerAddress())
  if (!attempt.ok) return attempt
  const user = await database().user.findUnique({
    where: { email: account },
    select: { id: true, version: true, passwordHash: true, disabledAt: true },
  })
  try {
    const isRight = await isPassword(password.slice(0, LONGEST_PASSWORD + 1), user?.passwordHash ?? null)
    if (!user?.passwordHash || !isRight || user.disabledAt) return problem({ kind: 'wrong' })
    await succeeded(attempt.value)
    if (isOutdated(user.passwordHash)) await hashAnew(user.id, user.passwordHash, password)
    return ok({ userId: user.id, version: user.version, method: 'password' })
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    await takenBack(attempt.value)
    return problem({ kind: 'busy' })
  }
}

/** The same password, kept as passwords are kept today. */
async function hashAnew(id: number, before: string, password: string) {
  const passwordHash = await hashPassword(password)
  await asOneAct(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, passwordHash: before },
      data: { passwordHash },
    })
    if (count === 1) await leaveEvent(tx, id, SITE, 'passwordRehashed')
  })
}

/** Whether somebody who has shown who they are has to show a second factor as well. */
export async function needsCode({ userId, method }: Shown): Promise<boolean> {
  if (method === 'oidc' && trustsProvidersFactor()) return false
  const user = await database().user.findUnique({ where: { id: userId }, select: { totpSince: true } })
  return user?.totpSince !== null
}

const PENDING_MINUTES = 5
const PENDING_TRIES = 5

/** Remembers, for some minutes and in this browser only, whose second factor is awaited. */
export async function awaitCode({ userId, version, method }: Shown): Promise<void> {
  // What the login began with is part of what is hashed: nobody turns one into the other.
  const token = `${method}.${version}.${newToken()}`
  const expiresAt = new Date(Date.now() + PENDING_MINUTES * 60_000)
  await asOneAct(async (tx) => {
    await tx.pendingLogin.deleteMany({ where: { expiresAt: { lt: new Date() } } })
    await tx.pendingLogin.create({ data: { tokenHash: hashToken(token), userId, expiresAt } })
  })
  ;(await cookies()).set(pendingCookie(), token, { ...cookieOptions(), maxAge: PENDING_MINUTES * 60 })
}

/** Whether this browser has a login that awaits a code. */
export async function isCodeAwaited(): Promise<boolean> {
  const tokenHash = hashToken((await cookies()).get(pendingCookie())?.value ?? '')
  const row = await database().pendingLogin.findUnique({
    where: { tokenHash },
    select: { expiresAt: true, attempts: true },
  })
  return row !== null && row.expiresAt.getTime() > Date.now() && row.attempts < PENDING_TRIES
}

/** Whether a code is right for the login that awaits one. Right, it is used up, and so is the login. */
export async function checkCode(typed: string): Promise<Result<Shown, LoginProblem>> {
  const token = (await cookies()).get(pendingCookie())?.value ?? ''
  const [method, version] = token.split('.')
  const [pending] = await database().$queryRaw<{ userId: number }[]>`
    UPDATE pending_login SET attempts = attempts + 1
    WHERE "tokenHash" = ${hashToken(token)} AND "expiresAt" > now() AND attempts < ${PENDING_TRIES}
    RETURNING "userId"`
  if (!pending || (method !== 'password' && method !== 'oidc')) return problem({ kind: 'over' })
  const code = plainCode(typed.slice(0, 40))
  const kind = isAuthenticatorCode(code) ? 'code' : 'recovery'
  const attempt = await countAttempt(kind, String(pending.userId), await callerAddress())
  if (!attempt.ok) return attempt
  const isRight = await asOneAct(
    async (tx) => (await useCode(tx, pending.userId, code)) && (await endPending(tx, token)),
  )
  if (!isRight) return problem({ kind: 'wrong' })
  await succeeded(attempt.value)
  ;(await cookies()).delete(pendingCookie())
  return ok({ userId: pending.userId, version: Number(version), method })
}

const endPending = async (tx: Transaction, token: string): Promise<boolean> =>
  (await tx.pendingLogin.deleteMany({ where: { tokenHash: hashToken(token) } })).count === 1

/** Uses up a code of the authenticator, or a recovery code. True if it was right, and for the first time. */
export async function useCode(tx: Transaction, userId: number, plain: string): Promise<boolean> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { role: true, totpSecret: true, totpSince: true },
  })
  if (!user?.totpSecret || !user.totpSince) return false
  if (isAuthenticatorCode(plain)) {
    const step = stepOf(userId, user.totpSecret, plain)
    return step !== null && claimStep(tx, userId, step)
  }
  if (!(await claimRecoveryCode(tx, userId, plain))) return false
  const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } })
  await leaveEvent(tx, userId, ownWayIn(user.role), 'recoveryCodeUsed', { to: { left } })
  return true
}

/** The account has changed since its owner showed who they are. */
export class LoginOutdated extends Error {}

/**
 * Begins the session of somebody who has shown all that is asked for. A session that this browser had before ends: none
 * goes on under another login. Returns the new one's secret.
 * @throws {LoginOutdated} if the account was disabled, or its password or role changed meanwhile
 */
export async function openSession({ userId, version, method }: Shown): Promise<string> {
  const before = await sessionSecretOf((await cookies()).get(sessionCookie())?.value)
  const [address, browser] = [await callerAddress(), await callerBrowser()]
  return asOneAct(async (tx) => {
    const [user] = await tx.$queryRaw<{ role: Role }[]>`
      SELECT role::text AS role FROM app_user
      WHERE id = ${userId} AND version = ${version} AND "disabledAt" IS NULL FOR SHARE`
    if (!user) throw new LoginOutdated('the account changed during the login')
    if (before) await endSessions(tx, { tokenHash: hashToken(before) }, 'signedOut')
    const { secret } = await beginSession(tx, { userId, method, address, browser })
    await leaveEvent(tx, userId, ownWayIn(user.role), 'signedIn', { to: { method } })
    await forgetOldSessions(tx)
    return secret
  })
}

/** Ends the session that a secret belongs to. */
export async function closeSession(secret: string): Promise<void> {
  await asOneAct(async (tx) => {
    const tokenHash = hashToken(secret)
    if ((await endSessions(tx, { tokenHash }, 'signedOut')) === 0) return
    const { userId, user } = await tx.session.findUniqueOrThrow({
      where: { tokenHash },
      select: { userId: true, user: { select: { role: true } } },
    })
    await leaveEvent(tx, userId, { ...ownWayIn(user.role), byId: userId }, 'signedOut')
  })
}
