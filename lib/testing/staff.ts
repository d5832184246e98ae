import type { Role } from '../../prisma/generated/enums.ts'
import { sessionCookie } from '../auth/cookies.ts'
import { ADDRESS_HEADER, marking } from '../auth/mark.ts'
import { sessionToken } from '../auth/session.ts'
import { beginSession } from '../auth/session-rows.ts'
import { asOneAct } from '../db.ts'
import { requestCarries } from './next-headers.ts'

marking.fondsparMark = 'seen by the server:'

let made = 0

/**
 * Makes an account with a session, and lets the next requests of this test carry its cookie from one of our own pages:
 * the real guard runs. Returns whose it is.
 */
export async function signIn(
  role: Role,
  { name = 'Kim Exempel', showsName = false }: { name?: string; showsName?: boolean } = {},
): Promise<{ id: number; sessionId: number; email: string }> {
  const email = `konto-${process.pid}-${++made}@example.se`
  const { id, sessionId, secret } = await asOneAct(async (tx) => {
    const user = await tx.user.create({ data: { email, name, role, showsName } })
    await tx.accountEvent.create({
      data: { userId: user.id, actor: 'operator', action: 'added', to: { role } },
    })
    const session = await beginSession(tx, {
      userId: user.id,
      method: 'password',
      browser: 'test',
      address: '192.0.2.1',
    })
    return { id: user.id, sessionId: session.id, secret: session.secret }
  })
  requestCarries({
    cookies: { [sessionCookie()]: await sessionToken(secret) },
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000' },
  })
  return { id, sessionId, email }
}

type Wanted = {
  email?: string
  role?: Role
  passwordHash?: string
  oidcSubject?: string
  mustHaveSecondFactor?: boolean
  locale?: string
}

/** Makes an account with its trace, and no session. */
export async function makeAccount({ role = 'EDITOR', email, ...wanted }: Wanted = {}) {
  const data = {
    email: email ?? `konto-${process.pid}-${++made}@example.se`,
    name: 'Kim Exempel',
    role,
    ...wanted,
  }
  return asOneAct(async (tx) => {
    const user = await tx.user.create({ data, select: { id: true, email: true, version: true } })
    await tx.accountEvent.create({ data: { userId: user.id, actor: 'operator', action: 'added' } })
    return user
  })
}

/** Lets the next requests carry no cookie. */
export const signOutHere = () => requestCarries({ cookies: {} })

/** Lets the next requests come from an address, as the server saw it. */
export const comesFrom = (address: string) =>
  requestCarries({ headers: { [ADDRESS_HEADER]: `${marking.fondsparMark} ${address}` } })
