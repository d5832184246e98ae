import 'server-only'
import type { Transaction } from '../db.ts'
import { hashToken, newToken } from './secret.ts'

/** Seconds that a session lasts unused: FONDSPAR_IDLE_HOURS, 12 hours if not set. */
export const idleSeconds = (): number => 3600 * positive(process.env.FONDSPAR_IDLE_HOURS, 12)
/** Seconds that a session lasts however much it is used: FONDSPAR_SESSION_DAYS, 14 days if not set. */
export const lifeSeconds = (): number => 86_400 * positive(process.env.FONDSPAR_SESSION_DAYS, 14)

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return text && Number.isFinite(number) && number > 0 ? number : otherwise
}

/** How somebody showed who they are. */
export type Method = 'password' | 'oidc'
export type Caller = { browser: string; address: string }

/** Begins a session: a row, and a secret that only the browser gets. */
export async function beginSession(
  tx: Transaction,
  { userId, method, browser, address }: Caller & { userId: number; method: Method },
): Promise<{ id: number; secret: string }> {
  const secret = newToken()
  const expiresAt = new Date(Date.now() + lifeSeconds() * 1000)
  const { id } = await tx.session.create({
    data: { tokenHash: hashToken(secret), userId, method, browser, address, expiresAt },
    select: { id: true },
  })
  return { id, secret }
}

/** Days that a session which can be used no more is remembered: with its address it says where somebody was. */
const REMEMBERED_DAYS = 30

/** Deletes what is older, a few at a time, on the way. */
export const forgetOldSessions = (tx: Transaction) => tx.$executeRaw`
  DELETE FROM session WHERE id IN (
    SELECT id FROM session WHERE "expiresAt" < now() - make_interval(days => ${REMEMBERED_DAYS}) LIMIT 100
    FOR UPDATE SKIP LOCKED)`

/** Why a session ended. */
export type Ending = 'signedOut' | 'revoked' | 'disabled' | 'role' | 'password' | 'secondFactor'

/** Ends sessions at once: the next request of any of them is nobody's. Returns how many. */
export async function endSessions(
  tx: Transaction,
  which: { userId?: number; id?: number; tokenHash?: string; except?: number },
  endedBy: Ending,
): Promise<number> {
  const { except, ...where } = which
  const { count } = await tx.session.updateMany({
    where: { ...where, endedAt: null, ...(except !== undefined && { NOT: { id: except } }) },
    data: { endedAt: new Date(), endedBy },
  })
  return count
}

/** Whether the OpenID Connect provider asks for a second factor itself, as the operator says. */
export const trustsProvidersFactor = (): boolean => process.env.OIDC_TRUST_MFA === 'yes'
