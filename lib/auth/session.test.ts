import { cookies } from 'next/headers'
import { expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { sessionCookie } from './cookies.ts'
import { actAsStaff, staffWho } from './guard.ts'
import { lockAccounts } from './locks.ts'
import { accountOfCookies, currentStaff, sessionToken } from './session.ts'
import { endSessions } from './session-rows.ts'

inOwnRegistry()

const ago = (id: number, column: 'lastSeenAt' | 'expiresAt', interval: string) =>
  database().$executeRawUnsafe(
    `UPDATE session SET "${column}" = now() - interval '${interval}' WHERE id = ${id}`,
  )
const nothing = async () => ({ ok: true, value: null }) as const

test('a session is who its row says, until the row is ended', async () => {
  const { id, sessionId, email } = await signIn('EDITOR')
  expect(await currentStaff()).toMatchObject({
    id,
    sessionId,
    email,
    role: 'EDITOR',
    needsSecondFactor: false,
  })
  await asOneAct((tx) => endSessions(tx, { id: sessionId }, 'revoked'))
  expect(await currentStaff()).toBeNull()
  expect(await staffWho('desk.read')).toEqual({ ok: false, problem: { kind: 'signedOut' } })
})

test('whose session a Cookie header carries is known before there is a page, until the session ends', async () => {
  const { id, sessionId } = await signIn('EDITOR')
  const header = `theme=dark; ${sessionCookie()}=${(await cookies()).get(sessionCookie())?.value}`
  expect(await accountOfCookies(header)).toBe(id)
  for (const other of ['', `${sessionCookie()}=junk`, `x${header}`.replace(' ', ' x')])
    expect(await accountOfCookies(other)).toBeNull()
  await ago(sessionId, 'lastSeenAt', '1 year')
  expect(await accountOfCookies(header)).toBe('ended')
  await ago(sessionId, 'lastSeenAt', '1 second')
  await asOneAct((tx) => endSessions(tx, { id: sessionId }, 'revoked'))
  expect(await accountOfCookies(header)).toBe('ended')
})

test('nobody is signed in by nothing, by junk, or by a secret that no row knows', async () => {
  signOutHere()
  expect(await currentStaff()).toBeNull()
  for (const token of ['', 'junk', 'a.b.c', await sessionToken('made up')]) {
    requestCarries({ cookies: { [sessionCookie()]: token } })
    expect(await currentStaff()).toBeNull()
  }
})

test('a session that is not used for too long is nobody’s', async () => {
  const { sessionId } = await signIn('EDITOR')
  await ago(sessionId, 'lastSeenAt', '11 hours 59 minutes')
  expect(await currentStaff()).not.toBeNull()
  await ago(sessionId, 'lastSeenAt', '12 hours 1 second')
  expect(await currentStaff()).toBeNull()
})

test('a session that is used ends all the same', async () => {
  const { sessionId } = await signIn('EDITOR')
  await ago(sessionId, 'expiresAt', '1 second')
  expect(await currentStaff()).toBeNull()
})

test('being seen is noted once a minute, and waits for nobody', async () => {
  const { sessionId } = await signIn('EDITOR')
  const seen = async () =>
    (await database().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime()
  const first = await seen()
  await currentStaff()
  expect(await seen()).toBe(first)
  await ago(sessionId, 'lastSeenAt', '2 minutes')
  await asOneAct(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM session WHERE id = ${sessionId} FOR UPDATE`
    // Somebody holds the row: the page is answered, and the next one notes it.
    expect(await currentStaff()).not.toBeNull()
  })
  await ago(sessionId, 'lastSeenAt', '2 minutes')
  await currentStaff()
  expect(await seen()).toBeGreaterThanOrEqual(first)
})

test('a session that ends while a command waits for its turn is refused in the command', async () => {
  const { sessionId } = await signIn('EDITOR')
  const ended = asOneAct(async (tx) => {
    await lockAccounts(tx)
    await endSessions(tx, { id: sessionId }, 'revoked')
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const answer = await actAsStaff('account.own', nothing)
  await ended
  expect(answer).toEqual({ ok: false, problem: { kind: 'signedOut' } })
})

test.each([
  [null, 'foreign'],
  ['https://elsewhere.example', 'foreign'],
  ['null', 'foreign'],
])('a write with Origin %s is refused', async (origin, kind) => {
  await signIn('ADMINISTRATOR')
  requestCarries({ headers: { origin } })
  expect(await actAsStaff('desk.read', nothing)).toEqual({ ok: false, problem: { kind } })
})
