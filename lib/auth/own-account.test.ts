import { cookies } from 'next/headers'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { PEOPLE_TAG } from '../registry/tags.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { comesFrom, makeAccount, signIn } from '../testing/staff.ts'
import { sessionCookie } from './cookies.ts'
import { staffWho } from './guard.ts'
import { logIn } from './next-auth.ts'
import {
  beginSecondFactor,
  changePassword,
  endOtherSessions,
  endOwnSession,
  finishSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  saveProfile,
} from './own-account.ts'
import { hashPassword } from './password.ts'
import { enrolment } from './second-factor.ts'
import { currentStaff } from './session.ts'

inOwnRegistry()

const PASSWORD = 'en krokig väg till sjön'
const OTHER = 'två gamla ekar i hagen'
const passwordHash = await hashPassword(PASSWORD)
let hosts = 0
beforeEach(() => {
  comesFrom(`198.51.100.${++hosts}`)
  requestCarries({ cookies: {}, headers: { origin: 'http://localhost:3000' } })
})

/** Somebody who has logged in. */
async function loggedIn(wanted: Parameters<typeof makeAccount>[0] = {}) {
  const account = await makeAccount({ passwordHash, ...wanted })
  expect(await logIn('password', { email: account.email, password: PASSWORD })).toEqual({ kind: 'in' })
  return account
}
const cookieNow = async () => (await cookies()).get(sessionCookie())?.value ?? ''
const browserWith = (cookie: string) => requestCarries({ cookies: { [sessionCookie()]: cookie } })
const revision = async () => (await database().registry.findUniqueOrThrow({ where: { id: 1 } })).revision

test('a new password ends every session at once; this browser goes on under a new one', async () => {
  const { email } = await loggedIn()
  const elsewhere = await cookieNow()
  await logInAgain(email)
  const before = await cookieNow()
  const { sessionId } = (await currentStaff()) ?? { sessionId: 0 }
  expect(await changePassword(PASSWORD, OTHER)).toEqual({ ok: true, value: null })
  const after = await cookieNow()
  expect(after).not.toBe(before)
  expect((await currentStaff())?.sessionId).toBeGreaterThan(sessionId)
  for (const cookie of [elsewhere, before]) {
    browserWith(cookie)
    expect(await currentStaff()).toBeNull()
  }
  requestCarries({ cookies: {} })
  expect(await logIn('password', { email, password: PASSWORD })).toEqual({ kind: 'wrong' })
  expect(await logIn('password', { email, password: OTHER })).toEqual({ kind: 'in' })
})

async function logInAgain(email: string) {
  requestCarries({ cookies: {} })
  await logIn('password', { email, password: PASSWORD })
}

test('changing it needs the old one, and a good new one; of two at once one does it', async () => {
  await loggedIn()
  expect(await changePassword('något annat', OTHER)).toEqual({
    ok: false,
    problem: { kind: 'wrongPassword' },
  })
  expect(await changePassword(PASSWORD, 'kort')).toEqual({
    ok: false,
    problem: { kind: 'password', problem: 'short' },
  })
  const cookie = await cookieNow()
  const raced = await Promise.all([
    changePassword(PASSWORD, OTHER),
    changePassword(PASSWORD, `${OTHER} också`),
  ])
  expect(raced.filter(({ ok }) => ok)).toHaveLength(1)
  browserWith(cookie)
  expect(await changePassword(OTHER, PASSWORD)).toEqual({ ok: false, problem: { kind: 'signedOut' } })
})

test('the old password cannot be guessed from a browser that somebody left', async () => {
  await loggedIn()
  for (let at = 0; at < 10; at++) await changePassword('något annat', OTHER)
  expect(await changePassword(PASSWORD, OTHER)).toEqual({
    ok: false,
    problem: { kind: 'limited', minutes: 15 },
  })
})

test('showing one’s name, or another name, drops the pages that may name people; the rest does not', async () => {
  const { id } = await loggedIn()
  const start = await revision()
  const save = (name: string, showsName: boolean, locale = 'sv') => saveProfile({ name, showsName, locale })
  expect(await save('Kim Andersson', false)).toEqual({ ok: true, value: null })
  expect(await revision()).toBe(start)
  await save('Kim Andersson', true)
  expect(await revision()).toBe(start + 1)
  expect(await database().cacheTag.findUnique({ where: { tag: PEOPLE_TAG } })).toMatchObject({
    revision: start + 1,
  })
  await save('Kim Andersson', true, 'en')
  expect(await revision()).toBe(start + 1)
  await save('Kim Berg', true)
  await save('Kim Berg', false)
  expect(await revision()).toBe(start + 3)
  expect(await database().user.findUnique({ where: { id } })).toMatchObject({
    name: 'Kim Berg',
    showsName: false,
  })
})

test('what a profile does not have is not written', async () => {
  const { id } = await loggedIn()
  await saveProfile({
    name: 'Kim',
    showsName: false,
    locale: 'sv',
    role: 'ADMINISTRATOR',
    email: 'x@example.se',
    id: 1,
  })
  expect(await database().user.findUnique({ where: { id } })).toMatchObject({ role: 'EDITOR', name: 'Kim' })
  for (const wrong of [
    {},
    { name: '', showsName: false, locale: 'sv' },
    { name: 'K', showsName: 'on', locale: 'sv' },
  ])
    expect(await saveProfile(wrong)).toEqual({ ok: false, problem: { kind: 'invalidProfile' } })
})

test('one ends one’s own sessions, and nobody else’s', async () => {
  const other = await signIn('ADMINISTRATOR')
  const theirs = await cookieNow()
  requestCarries({ cookies: {} })
  const { id, email } = await loggedIn()
  const first = await cookieNow()
  await logInAgain(email)
  await endOwnSession(other.sessionId)
  const [session] = await database().session.findMany({
    where: { userId: id, endedAt: null },
    orderBy: { id: 'asc' },
  })
  await endOwnSession(session?.id ?? 0)
  expect(await currentStaff()).not.toBeNull()
  const mine = await cookieNow()
  browserWith(first)
  expect(await currentStaff()).toBeNull()
  browserWith(theirs)
  expect((await currentStaff())?.id).toBe(other.id)
  await logInAgain(email)
  browserWith(mine)
  await endOtherSessions()
  expect(await database().session.count({ where: { userId: id, endedAt: null } })).toBe(1)
})

/** Sets up a second factor for who is logged in. */
async function setUp(id: number) {
  expect(await beginSecondFactor(PASSWORD)).toEqual({ ok: true, value: null })
  const { totpSecret, email } = await database().user.findUniqueOrThrow({ where: { id } })
  const totp = new TOTP({ secret: Secret.fromBase32(enrolment(id, email, totpSecret ?? '')?.secret ?? '') })
  return { totp, finish: () => finishSecondFactor(totp.generate()) }
}

test('a second factor is in force once a code was typed, and ends sessions that were begun without it', async () => {
  const { id, email } = await loggedIn()
  const elsewhere = await cookieNow()
  await logInAgain(email)
  expect(await finishSecondFactor('000000')).toEqual({ ok: false, problem: { kind: 'notSetUp' } })
  expect(await beginSecondFactor('något annat')).toEqual({ ok: false, problem: { kind: 'wrongPassword' } })
  const { finish } = await setUp(id)
  expect((await database().user.findUniqueOrThrow({ where: { id } })).totpSince).toBeNull()
  expect(await finishSecondFactor('000000')).toEqual({ ok: false, problem: { kind: 'wrongCode' } })
  const done = await finish()
  expect(done.ok && done.value).toHaveLength(10)
  expect(await finish()).toEqual({ ok: false, problem: { kind: 'alreadySo' } })
  expect(await beginSecondFactor(PASSWORD)).toEqual({ ok: false, problem: { kind: 'alreadySo' } })
  expect(await currentStaff()).not.toBeNull()
  browserWith(elsewhere)
  expect(await currentStaff()).toBeNull()
})

test('it is removed with the password, and recovery codes made anew with it', async () => {
  const { id } = await loggedIn()
  await (await setUp(id)).finish()
  expect(await renewRecoveryCodes('något annat')).toEqual({ ok: false, problem: { kind: 'wrongPassword' } })
  expect((await renewRecoveryCodes(PASSWORD)).ok).toBe(true)
  expect(await removeSecondFactor('något annat')).toEqual({ ok: false, problem: { kind: 'wrongPassword' } })
  expect(await removeSecondFactor(PASSWORD)).toEqual({ ok: true, value: null })
  expect(await database().user.findUnique({ where: { id } })).toMatchObject({
    totpSecret: null,
    totpSince: null,
  })
  expect(await database().recoveryCode.count({ where: { userId: id } })).toBe(0)
})

test('where it is required, nothing but setting it up is allowed, and it cannot be removed', async () => {
  const { id } = await loggedIn({ mustHaveSecondFactor: true })
  expect(await currentStaff()).toMatchObject({ needsSecondFactor: true })
  expect(await staffWho('desk.read')).toEqual({ ok: false, problem: { kind: 'secondFactor' } })
  const held = { ok: false, problem: { kind: 'secondFactor' } }
  expect(await saveProfile({ name: 'Kim', showsName: true, locale: 'sv' })).toEqual(held)
  expect(await changePassword(PASSWORD, OTHER)).toEqual(held)
  await (await setUp(id)).finish()
  expect((await staffWho('desk.read')).ok).toBe(true)
  expect(await removeSecondFactor(PASSWORD)).toEqual({ ok: false, problem: { kind: 'required' } })
})

test.each([
  ['saveProfile', () => saveProfile({ name: 'Kim', showsName: true, locale: 'sv' })],
  ['changePassword', () => changePassword(PASSWORD, OTHER)],
  ['beginSecondFactor', () => beginSecondFactor(PASSWORD)],
  ['finishSecondFactor', () => finishSecondFactor('000000')],
  ['removeSecondFactor', () => removeSecondFactor(PASSWORD)],
  ['renewRecoveryCodes', () => renewRecoveryCodes(PASSWORD)],
  ['endOwnSession', () => endOwnSession(1)],
  ['endOtherSessions', () => endOtherSessions()],
])('%s is refused signed out and from elsewhere, and changes nothing', async (_name, command) => {
  const { id } = await loggedIn()
  const state = async () =>
    JSON.stringify([
      await database().user.findUnique({ where: { id } }),
      await database().accountEvent.count(),
      await database().loginAttempt.count(),
    ])
  const before = await state()
  requestCarries({ headers: { origin: null } })
  expect(await command()).toEqual({ ok: false, problem: { kind: 'foreign' } })
  requestCarries({ cookies: {}, headers: { origin: 'http://localhost:3000' } })
  expect(await command()).toEqual({ ok: false, problem: { kind: 'signedOut' } })
  expect(await state()).toBe(before)
})
