import { afterEach, expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { makeAccount } from '../testing/staff.ts'
import { disableAccount } from './account-changes.ts'
import { OPERATOR } from './events.ts'
import { needsCode } from './login.ts'
import { accountOf, oidcSettings } from './oidc.ts'

inOwnRegistry()

const ISSUER = 'https://login.example'
const claims = (email: string | null, isEmailVerified = true, subject = `s-${email}`) => ({
  issuer: ISSUER,
  subject,
  email,
  isEmailVerified,
})
const unknown = { ok: false, problem: { kind: 'oidcUnknown' } }

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('OIDC_')) delete process.env[name]
})

test('the first time a verified e-mail finds the account, after that the person does', async () => {
  const { id, email } = await makeAccount()
  const found = await accountOf(claims(email.toUpperCase(), true, 'person'))
  expect(found).toMatchObject({ ok: true, value: { userId: id, method: 'oidc' } })
  expect(
    await database().accountEvent.findFirst({ where: { userId: id, action: 'oidcLinked' } }),
  ).toMatchObject({
    to: { issuer: ISSUER },
  })
  // Whatever the provider says of the e-mail later: it is the same person.
  expect(await accountOf(claims('annan@example.se', false, 'person'))).toMatchObject({
    value: { userId: id },
  })
  // Another person with the same e-mail there is not.
  expect(await accountOf(claims(email, true, 'another'))).toEqual(unknown)
})

test('an e-mail that is not verified, or of nobody here, lets nobody in, and nothing is made', async () => {
  const { id, email } = await makeAccount()
  const count = await database().user.count()
  for (const said of [claims(email, false), claims(null), claims('ingen@example.se'), claims('')])
    expect(await accountOf(said)).toEqual(unknown)
  expect(await database().user.count()).toBe(count)
  expect(await database().user.findUnique({ where: { id } })).toMatchObject({ oidcSubject: null })
})

test('a disabled account is not let in, linked or not', async () => {
  const linked = await makeAccount({ oidcSubject: `${ISSUER} disabled-person` })
  const other = await makeAccount()
  for (const { id } of [linked, other]) await asOneAct((tx) => disableAccount(tx, OPERATOR, id))
  expect(await accountOf(claims(linked.email, true, 'disabled-person'))).toEqual(unknown)
  expect(await accountOf(claims(other.email))).toEqual(unknown)
})

test('of two people who come with one e-mail at once, one is linked', async () => {
  const { email } = await makeAccount()
  const answers = await Promise.all(['a', 'b', 'c'].map((subject) => accountOf(claims(email, true, subject))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('our second factor is asked for, unless the operator trusts the provider’s', async () => {
  const { id } = await makeAccount()
  await asOneAct(async (tx) => {
    await tx.user.update({ where: { id }, data: { totpSince: new Date() } })
    await tx.accountEvent.create({ data: { userId: id, actor: 'site', action: 'secondFactorOn' } })
  })
  expect(await needsCode({ userId: id, version: 1, method: 'oidc' })).toBe(true)
  process.env.OIDC_TRUST_MFA = 'yes'
  expect(await needsCode({ userId: id, version: 1, method: 'oidc' })).toBe(false)
  expect(await needsCode({ userId: id, version: 1, method: 'password' })).toBe(true)
})

test('a provider is set by three settings, and called by its address where it has no name', () => {
  expect(oidcSettings()).toBeNull()
  Object.assign(process.env, { OIDC_ISSUER: `${ISSUER}/`, OIDC_CLIENT_ID: 'fondspar' })
  expect(oidcSettings()).toBeNull()
  process.env.OIDC_CLIENT_SECRET = 'secret'
  expect(oidcSettings()).toMatchObject({ issuer: ISSUER, name: 'login.example' })
})
