import { beforeEach, expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { comesFrom, makeAccount, signIn } from '../testing/staff.ts'
import { disableAccount } from './account-changes.ts'
import { OPERATOR } from './events.ts'
import { setPasswordByLink } from './link-use.ts'
import { findLink, linkAddress, makeLink } from './links.ts'
import { isPassword } from './password.ts'
import { currentStaff } from './session.ts'

inOwnRegistry()

const PASSWORD = 'en krokig väg till sjön'
const linkFor = (id: number) => asOneAct((tx) => makeLink(tx, id, OPERATOR))
let hosts = 0
beforeEach(() => {
  comesFrom(`198.51.100.${++hosts}`)
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
})

test('a link sets the password once, however often it is looked at', async () => {
  const { id, email } = await makeAccount()
  const link = await linkFor(id)
  expect(link.kind).toBe('INVITATION')
  expect(linkAddress(link)).toBe(`http://localhost:3000/redaktion/lank/${link.token}`)
  for (let at = 0; at < 3; at++)
    expect(await findLink(link.token)).toMatchObject({ ok: true, value: { kind: 'INVITATION', email } })
  expect(await setPasswordByLink(link.token, PASSWORD)).toEqual({ ok: true, value: { email } })
  const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id } })
  expect(await isPassword(PASSWORD, passwordHash)).toBe(true)
  expect(await findLink(link.token)).toEqual({ ok: false, problem: { kind: 'used' } })
  expect(await setPasswordByLink(link.token, 'ett annat gott lösen')).toEqual({
    ok: false,
    problem: { kind: 'used' },
  })
  expect((await linkFor(id)).kind).toBe('RESET')
})

test('of two who use it at once one sets the password, and the other is told', async () => {
  const { id } = await makeAccount()
  const { token } = await linkFor(id)
  const passwords = ['en krokig väg till sjön', 'två gamla ekar i hagen']
  const answers = await Promise.all(passwords.map((password) => setPasswordByLink(token, password)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: 'used' } })
  const winner = passwords[answers.findIndex(({ ok }) => ok)] ?? ''
  const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id } })
  expect(await isPassword(winner, passwordHash)).toBe(true)
})

test('a link expires, and a newer one takes its place', async () => {
  const { id } = await makeAccount()
  const [old, expired] = [await linkFor(id), await linkFor(id)]
  expect(await findLink(old.token)).toEqual({ ok: false, problem: { kind: 'expired' } })
  await database().oneTimeLink.updateMany({ where: { userId: id }, data: { expiresAt: new Date() } })
  expect(await setPasswordByLink(expired.token, PASSWORD)).toEqual({
    ok: false,
    problem: { kind: 'expired' },
  })
  expect(await findLink('made-up')).toEqual({ ok: false, problem: { kind: 'unknown' } })
})

test('a link of a disabled account is none', async () => {
  const { id } = await makeAccount()
  const link = await linkFor(id)
  await asOneAct((tx) => disableAccount(tx, OPERATOR, id))
  expect(await setPasswordByLink(link.token, PASSWORD)).toEqual({ ok: false, problem: { kind: 'unknown' } })
})

test('a bad password leaves the link as it was', async () => {
  const { id } = await makeAccount()
  const { token } = await linkFor(id)
  expect(await setPasswordByLink(token, 'kort')).toEqual({
    ok: false,
    problem: { kind: 'password', problem: 'short' },
  })
  expect((await findLink(token)).ok).toBe(true)
})

test('using it ends every session of the account, and every other link', async () => {
  const { id } = await signIn('EDITOR')
  const other = await asOneAct((tx) => makeLink(tx, id, OPERATOR, { replaces: false }))
  const { token } = await asOneAct((tx) => makeLink(tx, id, OPERATOR, { replaces: false }))
  expect(await currentStaff()).not.toBeNull()
  expect((await setPasswordByLink(token, PASSWORD)).ok).toBe(true)
  expect(await currentStaff()).toBeNull()
  expect(await findLink(other.token)).toEqual({ ok: false, problem: { kind: 'expired' } })
})

test('tokens are stored as hashes, and are not guessed', async () => {
  const { id } = await makeAccount()
  const { token } = await linkFor(id)
  expect(JSON.stringify(await database().oneTimeLink.findMany())).not.toContain(token)
  const answers = []
  for (let at = 0; at < 25; at++) answers.push(await setPasswordByLink(`guess-${at}`, PASSWORD))
  expect(answers.at(-1)).toEqual({ ok: false, problem: { kind: 'limited', minutes: 15 } })
  requestCarries({ headers: { origin: null } })
  expect(await setPasswordByLink(token, PASSWORD)).toEqual({ ok: false, problem: { kind: 'foreign' } })
})
