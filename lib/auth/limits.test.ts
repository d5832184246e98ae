import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { countAttempt, type Kind, succeeded } from './limits.ts'

inOwnRegistry()

let accounts = 0
const newAccount = () => `konto-${++accounts}@example.se`
const OWNERS = '192.0.2.1'

/** Tries and fails. True if it was let try. */
const fail = async (account: string, address: string, kind: Kind = 'password') =>
  (await countAttempt(kind, account, address)).ok

/** Tries and is right. */
async function comeIn(account: string, address: string, kind: Kind = 'password') {
  const attempt = await countAttempt(kind, account, address)
  if (attempt.ok) await succeeded(attempt.value)
  return attempt.ok
}

async function failTimes(times: number, account: string, address: string, kind: Kind = 'password') {
  const answers: boolean[] = []
  for (let at = 0; at < times; at++) answers.push(await fail(account, address, kind))
  return answers.filter(Boolean).length
}

const later = (minutes: number) =>
  database().$executeRaw`UPDATE login_attempt SET at = at - make_interval(mins => ${minutes})`

test('ten failures of one account from one address are all for a quarter of an hour', async () => {
  const account = newAccount()
  expect(await failTimes(15, account, '198.51.100.1')).toBe(10)
  expect(await countAttempt('password', account, '198.51.100.1')).toEqual({
    ok: false,
    problem: { kind: 'limited', minutes: 15 },
  })
  await later(16)
  expect(await fail(account, '198.51.100.1')).toBe(true)
})

test('refused tries do not make the wait longer, and a right one forgives the ones before', async () => {
  const account = newAccount()
  await failTimes(30, account, '198.51.100.2')
  await later(16)
  expect(await failTimes(9, account, '198.51.100.2')).toBe(9)
  expect(await comeIn(account, '198.51.100.2')).toBe(true)
  expect(await failTimes(15, account, '198.51.100.2')).toBe(10)
})

test('many at once are counted as many one after another are', async () => {
  const account = newAccount()
  const answers = await Promise.all(Array.from({ length: 40 }, () => fail(account, '198.51.100.3')))
  expect(answers.filter(Boolean)).toHaveLength(10)
})

test('one address tries fifty times, whatever accounts it tries', async () => {
  const answers = []
  for (let at = 0; at < 60; at++) answers.push(await fail(newAccount(), '198.51.100.4'))
  expect(answers.filter(Boolean)).toHaveLength(50)
})

test('an address of IPv6 is its network: nobody has more tries by having more addresses', async () => {
  const account = newAccount()
  const answers = []
  for (let at = 0; at < 20; at++)
    answers.push(await fail(account, `2001:db8:0:1${at.toString(16).padStart(2, '0')}::1`))
  expect(answers.filter(Boolean)).toHaveLength(10)
  expect(await fail(account, '2001:db8:0:200::1')).toBe(true)
})

test('an account that is tried from everywhere leaves each address less, and its owner’s as much as ever', async () => {
  const account = newAccount()
  await comeIn(account, OWNERS)
  let tries = 0
  for (let at = 0; at < 40; at++) tries += await failTimes(10, account, `203.0.113.${at}`)
  // Three addresses had ten tries; then it was known for a siege, and each had three.
  expect(tries).toBe(3 * 10 + 37 * 3)
  expect(await failTimes(9, account, OWNERS)).toBe(9)
  expect(await comeIn(account, OWNERS)).toBe(true)
})

test('whatever others try from elsewhere, the owner’s first try is let through, from a new address too', async () => {
  const elsewhere = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 })), {
    minLength: 5,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(elsewhere, fc.boolean(), async (attack, isKnown) => {
      const account = newAccount()
      const home = `192.0.2.${1 + (accounts % 250)}`
      if (isKnown) await comeIn(account, home)
      for (const [host, times] of attack) await failTimes(times, account, `10.${accounts % 250}.0.${host}`)
      expect(await comeIn(account, home)).toBe(true)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('codes of six digits cannot be tried from many addresses, nor can the owner’s address be shut', async () => {
  const account = newAccount()
  await comeIn(account, OWNERS, 'code')
  let tries = 0
  for (let at = 0; at < 30; at++) tries += await failTimes(10, account, `203.0.113.${at}`, 'code')
  expect(tries).toBe(60)
  expect(await comeIn(account, OWNERS, 'code')).toBe(true)
  // From a new address a recovery code, which cannot be guessed, is still the owner's way in.
  expect(await fail(account, '192.0.2.99', 'code')).toBe(false)
  expect(await comeIn(account, '192.0.2.99', 'recovery')).toBe(true)
})

test('neither e-mails nor addresses are stored, and what is old is deleted on the way', async () => {
  const account = newAccount()
  await fail(account, '198.51.100.9')
  const rows = JSON.stringify(await database().loginAttempt.findMany())
  expect(rows).not.toContain(account)
  expect(rows).not.toContain('198.51.100.9')
  await later(32 * 24 * 60)
  const before = await database().loginAttempt.count()
  await fail(account, '198.51.100.9')
  expect(await database().loginAttempt.count()).toBe(Math.max(0, before - 100) + 1)
})
