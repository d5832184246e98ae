import 'server-only'
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Transaction } from '../db.ts'
import { keyedHash, seal, unseal } from './secret.ts'

/** Seconds that a code of an authenticator holds; one before and one after are taken too, for clocks that differ. */
const STEP_SECONDS = 30
const WINDOW = 1

const PURPOSE = 'authenticator'

/** A new secret for an authenticator, as the row of its owner keeps it. */
export const newSealedSecret = (userId: number): string =>
  seal(PURPOSE, String(userId), new Secret({ size: 20 }).base32)

/** What an authenticator needs: the secret in letters, and the address that a picture holds. Null where it cannot be opened. */
export function enrolment(
  userId: number,
  email: string,
  sealed: string,
): { secret: string; address: string } | null {
  const totp = authenticator(userId, sealed, email)
  return totp && { secret: totp.secret.base32, address: totp.toString() }
}

function authenticator(userId: number, sealed: string, label = ''): TOTP | null {
  const secret = unseal(PURPOSE, String(userId), sealed)
  if (secret === null) return null
  return new TOTP({
    issuer: 'Fondspår',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}

/** The time step that a code is right for at a moment, or null. */
export function stepOf(userId: number, sealed: string, code: string, now = Date.now()): number | null {
  const delta =
    authenticator(userId, sealed)?.validate({ token: code, timestamp: now, window: WINDOW }) ?? null
  return delta === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + delta
}

/** Uses a code up: true once, for a step that is newer than every one used before. */
export async function claimStep(tx: Transaction, userId: number, step: number): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  return count === 1
}

/** A code as it is typed: with spaces or a dash, in capitals or not. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()
/** Whether a plain code is an authenticator's; others are recovery codes. */
export const isAuthenticatorCode = (plain: string): boolean => /^\d{6}$/.test(plain)

const RECOVERY_CODES = 10
const RECOVERY_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** 50 bits: nobody guesses one in the tries that the limits leave. */
const RECOVERY_LENGTH = 10

const recoveryHash = (userId: number, plain: string) => keyedHash('recovery code', `${userId} ${plain}`)

/** Makes ten recovery codes in place of those there were. They are shown once: only hashes are kept. */
export async function makeRecoveryCodes(tx: Transaction, userId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryHash(userId, plainCode(code)) })),
  })
  return codes
}

function newRecoveryCode(): string {
  const letters = Array.from(
    { length: RECOVERY_LENGTH },
    () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)],
  )
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** Uses a recovery code up: true once. */
export async function claimRecoveryCode(tx: Transaction, userId: number, plain: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: recoveryHash(userId, plain), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}
