import { argon2Sync, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, test, vi } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { comesFrom, makeAccount, signIn } from '../testing/staff.ts'
import { disableAccount, setRole } from './account-changes.ts'
import { pendingCookie, sessionCookie } from './cookies.ts'
import { OPERATOR } from './events.ts'
import { awaitCode, checkPassword, LoginOutdated, openSession } from './login.ts'
import { logIn, logOut } from './next-auth.ts'
import { beginSecondFactor, finishSecondFactor } from './own-account.ts'
import { hashPassword, isOutdated } from './password.ts'
import { enrolment } from './second-factor.ts'
import { currentStaff } from './session.ts'

inOwnRegistry()

/** So many log in that passwords cannot be checked (password.test.ts shows when that is). */
const crowd = vi.hoisted(() => ({ isThere: false }))
vi.mock('./password.ts', async (load) => {
  const real = await load<typeof import('./password.ts')>()
  const isPassword: typeof real.isPassword = (...given) =>
    crowd.isThere ? Promise.reject(new real.TooBusy('a crowd')) : real.isPassword(...given)
  return { ...real, isPassword }
})

const PASSWORD = 'en krokig väg till sjön'
const passwordHash = await hashPassword(PASSWORD)
let hosts = 0
beforeEach(() => {
  comesFrom(`198.51.100.${++hosts}`)
  requestCarries({
    cookies: {},
    headers: { origin: 'http://localhost:3000', 'user-agent': 'Firefox/140 (X11; Linux)' },
  })
})

const cookieNow = async (name: string) => (await cookies()).get(name)?.value ?? ''
const byPassword = (email: string, password = PASSWORD) => logIn('password', { email, password })
const actionsOf = async (userId: number) =>
  (await database().accountEvent.findMany({ where: { userId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

test('the right password begins a session, which the trace and the list tell of', async () => {
  const { id, email } = await makeAccount({ passwordHash })
  expect(await byPassword(` ${email.toUpperCase()} `)).toEqual({ kind: 'in' })
  expect(await currentStaff()).toMatchObject({ id, email })
  expect(await database().session.findFirst({ where: { userId: id } })).toMatchObject({
    method: 'password',
    browser: 'Firefox, Linux',
    address: `198.51.100.${hosts}`,
  })
  expect(await actionsOf(id)).toEqual(['added', 'signedIn'])
})

test('an e-mail that PostgreSQL cannot hold belongs to nobody', async () => {
  expect(await checkPassword('kim\0@example.se\ud800', PASSWORD)).toEqual({
    ok: false,
    problem: { kind: 'wrong' },
  })
})

test('a wrong password, an unknown address, a disabled account and one without a password are answered alike', async () => {
  const { email } = await makeAccount({ passwordHash })
  const disabled = await makeAccount({ passwordHash })
  await asOneAct((tx) => disableAccount(tx, OPERATOR, disabled.id))
  const invited = await makeAccount()
  for (const [who, password] of [
    [email, 'något annat'],
    [email, ''],
    ['ingen@example.se', PASSWORD],
    [disabled.email, PASSWORD],
    [invited.email, PASSWORD],
    [invited.email, ''],
  ] as const)
    expect(await byPassword(who, password)).toEqual({ kind: 'wrong' })
  expect(await cookieNow(sessionCookie())).toBe('')
})

test('a login ends the session that the browser had before, and none goes on under another name', async () => {
  const before = await signIn('EDITOR')
  const planted = await cookieNow(sessionCookie())
  const { id, email } = await makeAccount({ passwordHash })
  expect(await byPassword(email)).toEqual({ kind: 'in' })
  expect(await cookieNow(sessionCookie())).not.toBe(planted)
  expect((await currentStaff())?.id).toBe(id)
  expect(await database().session.findUnique({ where: { id: before.sessionId } })).toMatchObject({
    endedBy: 'signedOut',
  })
})

test('logging out ends the row, not only the cookie', async () => {
  const { id, email } = await makeAccount({ passwordHash })
  await byPassword(email)
  const cookie = await cookieNow(sessionCookie())
  await logOut()
  expect(await cookieNow(sessionCookie())).toBe('')
  requestCarries({ cookies: { [sessionCookie()]: cookie } })
  expect(await currentStaff()).toBeNull()
  expect((await actionsOf(id)).at(-1)).toBe('signedOut')
})

test.each([null, 'https://elsewhere.example', 'null'])(
  'a login with Origin %s is refused',
  async (origin) => {
    const { email } = await makeAccount({ passwordHash })
    requestCarries({ headers: { origin } })
    expect(await byPassword(email)).toEqual({ kind: 'foreign' })
    expect(await cookieNow(sessionCookie())).toBe('')
  },
)

test('too many wrong passwords are told, and the right one is not tried after them', async () => {
  const { email } = await makeAccount({ passwordHash })
  for (let at = 0; at < 10; at++) await byPassword(email, 'något annat')
  expect(await byPassword(email)).toEqual({ kind: 'limited', minutes: 15 })
  comesFrom('192.0.2.77')
  expect(await byPassword(email)).toEqual({ kind: 'in' })
})

test('a password that is kept as it was kept before is kept as today after its login', async () => {
  const nonce = randomBytes(16)
  const tag = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce,
    tagLength: 32,
    memory: 64,
    passes: 1,
    parallelism: 1,
  })
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const old = `$argon2id$v=19$m=64,t=1,p=1$${plain(nonce)}$${plain(tag)}`
  const { id, email } = await makeAccount({ passwordHash: old })
  expect(await byPassword(email)).toEqual({ kind: 'in' })
  const kept = await database().user.findUniqueOrThrow({ where: { id } })
  expect(kept.passwordHash).not.toBe(old)
  expect(isOutdated(kept.passwordHash ?? '')).toBe(false)
  expect(await actionsOf(id)).toEqual(['added', 'passwordRehashed', 'signedIn'])
  expect(await byPassword(email)).toEqual({ kind: 'in' })
})

test('a password that is changed while somebody logs in with it lets nobody in', async () => {
  const { id, email } = await makeAccount({ passwordHash })
  const shown = await checkPassword(email, PASSWORD)
  if (!shown.ok) throw new Error('the password is right')
  await asOneAct((tx) => setRole(tx, OPERATOR, id, 'ADMINISTRATOR'))
  await expect(openSession(shown.value)).rejects.toThrow(LoginOutdated)
  expect(await database().session.count({ where: { userId: id } })).toBe(0)
})

/** An account with a second factor, signed out. */
async function withSecondFactor() {
  const { id, email } = await makeAccount({ passwordHash })
  await byPassword(email)
  await beginSecondFactor(PASSWORD)
  const { totpSecret } = await database().user.findUniqueOrThrow({ where: { id } })
  const totp = new TOTP({ secret: Secret.fromBase32(enrolment(id, email, totpSecret ?? '')?.secret ?? '') })
  const codes = await finishSecondFactor(totp.generate())
  if (!codes.ok) throw new Error('the code is right')
  requestCarries({ cookies: {} })
  return { id, email, totp, codes: codes.value, next: totp.generate({ timestamp: Date.now() + 30_000 }) }
}
const byCode = (code: string) => logIn('code', { code })

test('with a second factor the password alone begins nothing', async () => {
  const { id, email, next } = await withSecondFactor()
  expect(await byPassword(email)).toEqual({ kind: 'code' })
  expect(await cookieNow(sessionCookie())).toBe('')
  expect(await currentStaff()).toBeNull()
  expect(await byCode('000000')).toEqual({ kind: 'wrong' })
  expect(await byCode(next)).toEqual({ kind: 'in' })
  expect((await currentStaff())?.id).toBe(id)
  expect(await cookieNow(pendingCookie())).toBe('')
})

test('a code works for one login: not for another browser’s, nor again', async () => {
  const { email, next } = await withSecondFactor()
  await byPassword(email)
  const pending = await cookieNow(pendingCookie())
  expect(await byCode(next)).toEqual({ kind: 'in' })
  requestCarries({ cookies: { [pendingCookie()]: pending } })
  expect(await byCode(next)).toEqual({ kind: 'over' })
  await byPassword(email)
  expect(await byCode(next)).toEqual({ kind: 'wrong' })
})

test('a login that awaits a code ends after five tries, after five minutes, and with another password', async () => {
  const { id, email, codes, next } = await withSecondFactor()
  await byPassword(email)
  for (let at = 0; at < 5; at++) expect(await byCode('000000')).toEqual({ kind: 'wrong' })
  expect(await byCode(next)).toEqual({ kind: 'over' })
  await byPassword(email)
  await database().pendingLogin.updateMany({ where: { userId: id }, data: { expiresAt: new Date() } })
  expect(await byCode(next)).toEqual({ kind: 'over' })
  await byPassword(email)
  await asOneAct((tx) => setRole(tx, OPERATOR, id, 'ADMINISTRATOR'))
  expect(await byCode(next)).toEqual({ kind: 'over' })
  await byPassword(email)
  expect(await byCode(codes[0] ?? '')).toEqual({ kind: 'in' })
  expect(await actionsOf(id)).toContain('recoveryCodeUsed')
})

test('nobody makes a login that awaits a code of nothing, or turns one into another’s', async () => {
  const { id, next } = await withSecondFactor()
  for (const token of ['', 'password.1.made-up', 'oidc.1.made-up']) {
    requestCarries({ cookies: { [pendingCookie()]: token } })
    expect(await byCode(next)).toEqual({ kind: 'over' })
  }
  await awaitCode({ userId: id, version: 1, method: 'password' })
  const changed = (await cookieNow(pendingCookie())).replace(/^password\.1/, 'oidc.2')
  requestCarries({ cookies: { [pendingCookie()]: changed } })
  expect(await byCode(next)).toEqual({ kind: 'over' })
})

test('being told to come again for the crowd counts as no try', async () => {
  const { email } = await makeAccount({ passwordHash })
  crowd.isThere = true
  for (let at = 0; at < 11; at++) expect(await byPassword(email)).toEqual({ kind: 'busy' })
  crowd.isThere = false
  expect(await byPassword(email)).toEqual({ kind: 'in' })
})

test('sessions that ended long ago are forgotten, and newer ones remembered', async () => {
  const old = await signIn('EDITOR')
  await database()
    .$executeRaw`UPDATE session SET "expiresAt" = now() - interval '31 days' WHERE id = ${old.sessionId}`
  const newer = await signIn('EDITOR')
  await database()
    .$executeRaw`UPDATE session SET "expiresAt" = now() - interval '29 days' WHERE id = ${newer.sessionId}`
  const { email } = await makeAccount({ passwordHash })
  await byPassword(email)
  const ids = (await database().session.findMany({ select: { id: true } })).map(({ id }) => id)
  expect(ids).toContain(newer.sessionId)
  expect(ids).not.toContain(old.sessionId)
})
