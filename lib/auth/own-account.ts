import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { learnChanges } from '../cache/learn.ts'
import { database, type Transaction } from '../db.ts'
import { lockRegistry, publishRevision } from '../registry/revision.ts'
import { PEOPLE_TAG } from '../registry/tags.ts'
import { ok, problem, type Result } from '../result.ts'
import { dropSecondFactor } from './account-changes.ts'
import { callerAddress } from './address.ts'
import { callerBrowser } from './browser.ts'
import { cookieOptions, sessionCookie } from './cookies.ts'
import { doerOf, leaveEvent } from './events.ts'
import { actAsStaff, type Refusal, staffWho } from './guard.ts'
import { countAttempt, type Limited, succeeded, takenBack } from './limits.ts'
import { endLinks } from './links.ts'
import { useCode } from './login.ts'
import { isOwnOrigin } from './origin.ts'
import { hashUnlessBusy, isPassword, TooBusy } from './password.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import {
  claimStep,
  isAuthenticatorCode,
  makeRecoveryCodes,
  newSealedSecret,
  plainCode,
  stepOf,
} from './second-factor.ts'
import { type Staff, sessionToken } from './session.ts'
import { beginSession, endSessions, lifeSeconds, type Method } from './session-rows.ts'

// What people do to their own accounts.

export type OwnProblem =
  | Refusal
  | Limited
  | {
      kind: 'wrongPassword' | 'wrongCode' | 'busy' | 'required' | 'notSetUp' | 'alreadySo' | 'invalidProfile'
    }
  | { kind: 'password'; problem: PasswordProblem }

const Profile = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{C}]+$/u),
  locale: z.enum(['sv', 'en']),
  showsName: z.boolean(),
})

/** Saves one's name, language, and whether the public history names one: then the pages that may are made anew. */
export async function saveProfile(given: unknown): Promise<Result<null, OwnProblem>> {
  const profile = Profile.safeParse(given)
  if (!profile.success) return problem({ kind: 'invalidProfile' })
  const saved = await actOnOwn(async (tx, staff) => {
    const before = await tx.user.findUniqueOrThrow({
      where: { id: staff.id },
      select: { name: true, locale: true, showsName: true },
    })
    await tx.user.update({ where: { id: staff.id }, data: profile.data, select: { id: true } })
    await leaveEvent(tx, staff.id, doerOf(staff), 'profileChanged', { from: before, to: profile.data })
    if (namedAs(before) !== namedAs(profile.data))
      await publishRevision(tx, await lockRegistry(tx), [PEOPLE_TAG])
    return ok(null)
  })
  if (saved.ok) await learnChanges()
  return saved
}

const namedAs = ({ name, showsName }: { name: string; showsName: boolean }) => (showsName ? name : null)

/**
 * Changes one's password. Every session ends, on this browser too, which goes on under a new one: whoever had taken the
 * old one is out.
 */
export async function changePassword(current: string, wanted: string): Promise<Result<null, OwnProblem>> {
  const confirmed = await confirmPassword(current)
  if (!confirmed.ok) return confirmed
  const { staff, passwordHash: before } = confirmed.value
  const wrong = passwordProblem(wanted, staff.email)
  if (wrong) return problem({ kind: 'password', problem: wrong })
  const passwordHash = await hashUnlessBusy(wanted)
  if (!passwordHash) return problem({ kind: 'busy' })
  const caller = { address: await callerAddress(), browser: await callerBrowser() }
  const changed = await actOnOwn(async (tx, { id, role, sessionId }) => {
    // The password that was shown is still the password.
    const { count } = await tx.user.updateMany({
      where: { id, passwordHash: before },
      data: { passwordHash, version: { increment: 1 } },
    })
    if (count !== 1) return problem({ kind: 'wrongPassword' })
    const { method } = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { method: true },
    })
    await endSessions(tx, { userId: id }, 'password')
    await tx.pendingLogin.deleteMany({ where: { userId: id } })
    await endLinks(tx, id)
    await leaveEvent(tx, id, doerOf({ id, role }), 'passwordChanged')
    return ok(await beginSession(tx, { userId: id, method: method as Method, ...caller }))
  })
  if (!changed.ok) return changed
  const expires = new Date(Date.now() + lifeSeconds() * 1000)
  const token = await sessionToken(changed.value.secret)
  ;(await cookies()).set(sessionCookie(), token, { ...cookieOptions(), expires })
  return ok(null)
}

/** Begins to set up a second factor: a secret that is in force once a code of it was typed. */
export async function beginSecondFactor(password: string): Promise<Result<null, OwnProblem>> {
  const confirmed = await confirm(password)
  if (!confirmed.ok) return confirmed
  return actAsStaff<null, OwnProblem>('account.own', async (tx, { id }) => {
    const { count } = await tx.user.updateMany({
      where: { id, totpSince: null },
      data: { totpSecret: newSealedSecret(id) },
    })
    return count === 1 ? ok(null) : problem({ kind: 'alreadySo' })
  })
}

/** Sets it up, with a code as proof that the authenticator has the secret. Returns the recovery codes, this once. */
export async function finishSecondFactor(typed: string): Promise<Result<string[], OwnProblem>> {
  const attempt = await countOwn('code')
  if (!attempt.ok) return attempt
  const done = await actAsStaff<string[], OwnProblem>('account.own', async (tx, staff) => {
    const { id, sessionId } = staff
    const user = await tx.user.findUniqueOrThrow({
      where: { id },
      select: { totpSecret: true, totpSince: true },
    })
    if (user.totpSince) return problem({ kind: 'alreadySo' })
    if (!user.totpSecret) return problem({ kind: 'notSetUp' })
    const step = stepOf(id, user.totpSecret, plainCode(typed))
    if (step === null || !(await claimStep(tx, id, step))) return problem({ kind: 'wrongCode' })
    await tx.user.update({
      where: { id },
      data: { totpSince: new Date(), version: { increment: 1 } },
      select: { id: true },
    })
    // Sessions that were begun without it, elsewhere, end.
    await endSessions(tx, { userId: id, except: sessionId }, 'secondFactor')
    await leaveEvent(tx, id, doerOf(staff), 'secondFactorOn')
    return ok(await makeRecoveryCodes(tx, id))
  })
  if (done.ok) await succeeded(attempt.value)
  return done
}

/** Removes one's second factor, unless an administrator requires it. */
export async function removeSecondFactor(proof: string): Promise<Result<null, OwnProblem>> {
  const confirmed = await confirm(proof)
  if (!confirmed.ok) return confirmed
  return actOnOwn(async (tx, staff) => {
    const { totpSince, mustHaveSecondFactor } = await tx.user.findUniqueOrThrow({
      where: { id: staff.id },
      select: { totpSince: true, mustHaveSecondFactor: true },
    })
    if (!totpSince) return problem({ kind: 'notSetUp' })
    if (mustHaveSecondFactor) return problem({ kind: 'required' })
    await dropSecondFactor(tx, staff.id)
    await leaveEvent(tx, staff.id, doerOf(staff), 'secondFactorOff')
    return ok(null)
  })
}

/** Makes new recovery codes: those there were are worth nothing. Returns them, this once. */
export async function renewRecoveryCodes(proof: string): Promise<Result<string[], OwnProblem>> {
  const confirmed = await confirm(proof)
  if (!confirmed.ok) return confirmed
  return actOnOwn(async (tx, staff) => {
    const { totpSince } = await tx.user.findUniqueOrThrow({
      where: { id: staff.id },
      select: { totpSince: true },
    })
    if (!totpSince) return problem({ kind: 'notSetUp' })
    await leaveEvent(tx, staff.id, doerOf(staff), 'recoveryCodesMade')
    return ok(await makeRecoveryCodes(tx, staff.id))
  })
}

/** Ends one of one's own sessions. */
export const endOwnSession = (id: number): Promise<Result<null, OwnProblem>> =>
  actAsStaff<null, OwnProblem>('account.own', async (tx, staff) => {
    const count = await endSessions(tx, { id, userId: staff.id }, 'revoked')
    if (count > 0) await leaveEvent(tx, staff.id, doerOf(staff), 'sessionEnded')
    return ok(null)
  })

/** Ends all of one's own sessions but this one. */
export const endOtherSessions = (): Promise<Result<null, OwnProblem>> =>
  actAsStaff<null, OwnProblem>('account.own', async (tx, staff) => {
    const count = await endSessions(tx, { userId: staff.id, except: staff.sessionId }, 'revoked')
    if (count > 0) await leaveEvent(tx, staff.id, doerOf(staff), 'sessionsEnded', { to: { count } })
    return ok(null)
  })

/** Everything of one's own but the second factor itself waits until that is set up, where it is required. */
const actOnOwn = <Value>(
  work: (tx: Transaction, staff: Staff) => Promise<Result<Value, OwnProblem>>,
): Promise<Result<Value, OwnProblem>> =>
  actAsStaff<Value, OwnProblem>('account.own', async (tx, staff) =>
    staff.needsSecondFactor ? problem({ kind: 'secondFactor' }) : work(tx, staff),
  )

type Confirmed = { staff: Staff; passwordHash: string }

/** Whoever sits at a browser that is signed in need not be who signed in: what matters most asks for the password again. */
async function confirmPassword(password: string): Promise<Result<Confirmed, OwnProblem>> {
  const attempt = await countOwn('confirmation')
  if (!attempt.ok) return attempt
  const { staff } = attempt.value
  const { passwordHash } = await database().user.findUniqueOrThrow({
    where: { id: staff.id },
    select: { passwordHash: true },
  })
  try {
    if (!(await isPassword(password, passwordHash)) || !passwordHash)
      return problem({ kind: 'wrongPassword' })
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    await takenBack(attempt.value)
    return problem({ kind: 'busy' })
  }
  await succeeded(attempt.value)
  return ok({ staff, passwordHash })
}

/** The password or, of somebody who has none and logs in elsewhere, a code of the second factor. */
async function confirm(proof: string): Promise<Result<null, OwnProblem>> {
  const allowed = await ownStaff()
  if (!allowed.ok) return allowed
  const { passwordHash, totpSince } = await database().user.findUniqueOrThrow({
    where: { id: allowed.value.id },
    select: { passwordHash: true, totpSince: true },
  })
  if (passwordHash) {
    const confirmed = await confirmPassword(proof)
    return confirmed.ok ? ok(null) : confirmed
  }
  return totpSince ? confirmByCode(proof) : ok(null)
}

async function confirmByCode(typed: string): Promise<Result<null, OwnProblem>> {
  const code = plainCode(typed)
  const attempt = await countOwn(isAuthenticatorCode(code) ? 'code' : 'recovery')
  if (!attempt.ok) return attempt
  const isRight = await actAsStaff<null, OwnProblem>('account.own', async (tx, { id }) =>
    (await useCode(tx, id, code)) ? ok(null) : problem({ kind: 'wrongCode' }),
  )
  if (isRight.ok) await succeeded(attempt.value)
  return isRight
}

async function countOwn(
  kind: 'confirmation' | 'code' | 'recovery',
): Promise<Result<{ id: number; staff: Staff }, OwnProblem>> {
  const allowed = await ownStaff()
  if (!allowed.ok) return allowed
  const attempt = await countAttempt(kind, String(allowed.value.id), await callerAddress())
  return attempt.ok ? ok({ id: attempt.value.id, staff: allowed.value }) : attempt
}

/** Asked before the guard of the command itself: what is foreign counts no tries and hashes nothing. */
const ownStaff = async (): Promise<Result<Staff, OwnProblem>> =>
  (await isOwnOrigin()) ? staffWho('account.own') : problem({ kind: 'foreign' })
