import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Role } from '../../prisma/generated/enums.ts'
import { database } from '../db.ts'
import { sessionCookie } from './cookies.ts'
import { cookieSecret, hashToken } from './secret.ts'
import { idleSeconds, lifeSeconds, trustsProvidersFactor } from './session-rows.ts'

/** Who is signed in, as this request's session row and account say. */
export type Staff = {
  id: number
  sessionId: number
  role: Role
  name: string
  email: string
  /** A second factor is required and not set up: until then nothing but setting it up is allowed. */
  needsSecondFactor: boolean
}

/** Who is signed in, or null. Asks the database once a request, on every request: an ended session is worth nothing. */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const secret = await sessionSecretOf((await cookies()).get(sessionCookie())?.value)
  if (!secret) return null
  const [row] = await database().$queryRaw<Row[]>`
    SELECT u.id, s.id AS "sessionId", u.role::text AS role, u.name, u.email, s.method,
      u."mustHaveSecondFactor" AND u."totpSince" IS NULL AS "lacksSecondFactor",
      s."lastSeenAt" < now() - interval '1 minute' AS "isToBeSeen"
    FROM session s JOIN app_user u ON u.id = s."userId"
    WHERE s."tokenHash" = ${hashToken(secret)} AND s."endedAt" IS NULL AND u."disabledAt" IS NULL
      AND s."expiresAt" > now() AND s."lastSeenAt" > now() - make_interval(secs => ${idleSeconds()})`
  if (!row) return null
  if (row.isToBeSeen) await noteSeen(row.sessionId)
  return staffOf(row)
})

/**
 * The account whose session a request's Cookie header carries, asked where there is no page yet; `ended` where we made the
 * cookie and its session is over, null where it is nobody's. What the account may do is asked where the request is answered.
 */
export async function accountOfCookies(header: string): Promise<number | 'ended' | null> {
  const name = `${sessionCookie()}=`
  const cookie = header.split(/;\s*/).find((pair) => pair.startsWith(name))
  const secret = await sessionSecretOf(cookie?.slice(name.length))
  if (!secret) return null
  const session = await database().session.findUnique({
    where: {
      tokenHash: hashToken(secret),
      endedAt: null,
      expiresAt: { gt: new Date() },
      lastSeenAt: { gt: new Date(Date.now() - idleSeconds() * 1000) },
      user: { disabledAt: null },
    },
    select: { userId: true },
  })
  return session?.userId ?? 'ended'
}

type Row = Omit<Staff, 'needsSecondFactor'> & {
  method: string
  lacksSecondFactor: boolean
  isToBeSeen: boolean
}

const staffOf = ({ id, sessionId, role, name, email, method, lacksSecondFactor }: Row): Staff => ({
  id,
  sessionId,
  role,
  name,
  email,
  needsSecondFactor: lacksSecondFactor && !(method === 'oidc' && trustsProvidersFactor()),
})

/** Once a minute is enough. A row that a command holds is left alone: nobody's page waits for it. */
const noteSeen = (id: number) => database().$executeRaw`
  UPDATE session SET "lastSeenAt" = now()
  WHERE id = (SELECT id FROM session WHERE id = ${id} AND "endedAt" IS NULL FOR NO KEY UPDATE SKIP LOCKED)`

/** What the session's cookie holds: the secret and nothing else, encrypted as next-auth does. */
export const sessionToken = (secret: string): Promise<string> =>
  encode({ token: { s: secret }, secret: cookieSecret(), maxAge: lifeSeconds() })

/** The secret in such a cookie; null where it is none of ours, or too old. */
export async function sessionSecretOf(token: string | undefined): Promise<string | null> {
  if (!token) return null
  try {
    const held = await decode({ token, secret: cookieSecret() })
    return typeof held?.s === 'string' ? held.s : null
  } catch {
    return null
  }
}
