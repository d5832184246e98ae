import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { makeAccount } from '../testing/staff.ts'
import {
  claimRecoveryCode,
  claimStep,
  enrolment,
  isAuthenticatorCode,
  makeRecoveryCodes,
  newSealedSecret,
  plainCode,
  stepOf,
} from './second-factor.ts'

inOwnRegistry()

const NOW = Date.parse('2026-11-22T12:00:10Z')
const STEP = Math.floor(NOW / 30_000)

/** An authenticator that has read the picture. */
function authenticatorFor(sealed: string) {
  const held = enrolment(7, 'kim@example.se', sealed)
  const totp = new TOTP({ secret: Secret.fromBase32(held?.secret ?? '') })
  return { held, codeAt: (timestamp: number) => totp.generate({ timestamp }) }
}

test('the secret is sealed for its owner, and the picture says whose it is', () => {
  const sealed = newSealedSecret(7)
  const { held } = authenticatorFor(sealed)
  expect(held?.secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(sealed).not.toContain(held?.secret)
  expect(held?.address).toMatch(/^otpauth:\/\/totp\/Fondsp%C3%A5r:kim%40example\.se\?/)
  // In another's row, changed, or with another secret of the site it opens nothing.
  expect(enrolment(8, 'kim@example.se', sealed)).toBeNull()
  expect(
    enrolment(
      7,
      'kim@example.se',
      sealed.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    ),
  ).toBeNull()
  expect(enrolment(7, 'kim@example.se', 'sealed')).toBeNull()
})

test('a code is right in its half minute, the one before and the one after', () => {
  const sealed = newSealedSecret(7)
  const { codeAt } = authenticatorFor(sealed)
  for (const [seconds, step] of [
    [-30, STEP - 1],
    [0, STEP],
    [30, STEP + 1],
    [-60, null],
    [60, null],
  ] as const)
    expect(stepOf(7, sealed, codeAt(NOW + seconds * 1000), NOW)).toBe(step)
  expect(stepOf(8, sealed, codeAt(NOW), NOW)).toBeNull()
  for (const junk of ['', '12345', '1234567', 'abcdef']) expect(stepOf(7, sealed, junk, NOW)).toBeNull()
})

test('a code works once: not again, not an older one, and of two at once for one', async () => {
  const { id } = await makeAccount()
  const claim = (step: number) => asOneAct((tx) => claimStep(tx, id, step))
  expect(await claim(STEP)).toBe(true)
  expect(await claim(STEP)).toBe(false)
  expect(await claim(STEP - 1)).toBe(false)
  const raced = await Promise.all(Array.from({ length: 8 }, () => claim(STEP + 1)))
  expect(raced.filter(Boolean)).toHaveLength(1)
})

test('recovery codes are ten, kept as hashes, each works once for its owner, and new ones replace them', async () => {
  const { id } = await makeAccount()
  const other = await makeAccount()
  const codes = await asOneAct((tx) => makeRecoveryCodes(tx, id))
  const [first = '', second = ''] = codes
  expect(new Set(codes).size).toBe(10)
  expect(first).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
  expect(isAuthenticatorCode(plainCode(first))).toBe(false)
  expect(JSON.stringify(await database().recoveryCode.findMany())).not.toContain(plainCode(first))
  const claim = (userId: number, code: string) =>
    asOneAct((tx) => claimRecoveryCode(tx, userId, plainCode(code)))
  expect(await claim(other.id, first)).toBe(false)
  const raced = await Promise.all(Array.from({ length: 6 }, () => claim(id, ` ${first.toLowerCase()} `)))
  expect(raced.filter(Boolean)).toHaveLength(1)
  await asOneAct((tx) => makeRecoveryCodes(tx, id))
  expect(await claim(id, second)).toBe(false)
})
