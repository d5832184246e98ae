import { argon2Sync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword, TooBusy } from './password.ts'
import { passwordProblem } from './password-rules.ts'

const PASSWORD = 'en krokig väg till sjön'

test('a password is kept as Argon2id, salted, and recognised', async () => {
  const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(two)
  expect(await isPassword(PASSWORD, one)).toBe(true)
  expect(await isPassword(`${PASSWORD} `, one)).toBe(false)
  expect(isOutdated(one)).toBe(false)
})

test('it is the same password however the keyboard makes its letters', async () => {
  const hash = await hashPassword('sjön vid vägen bort'.normalize('NFD'))
  expect(await isPassword('sjön vid vägen bort'.normalize('NFC'), hash)).toBe(true)
})

test('a hash made elsewhere, and at another cost, is understood and known to be outdated', async () => {
  const nonce = randomBytes(16)
  const tag = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce,
    tagLength: 32,
    memory: 64,
    passes: 2,
    parallelism: 1,
  })
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const phc = `$argon2id$v=19$m=64,t=2,p=1$${plain(nonce)}$${plain(tag)}`
  expect(await isPassword(PASSWORD, phc)).toBe(true)
  expect(await isPassword('another', phc)).toBe(false)
  expect(isOutdated(phc)).toBe(true)
})

test('without a hash, or with a broken one, no password is right, and it takes as long to say so', async () => {
  const hash = await hashPassword(PASSWORD)
  const time = async (phc: string | null) => {
    const start = performance.now()
    expect(await isPassword('något annat', phc)).toBe(false)
    return performance.now() - start
  }
  await time(null)
  const known = Math.min(await time(hash), await time(hash), await time(hash))
  const unknown = Math.min(await time(null), await time(null), await time(null))
  expect(unknown).toBeGreaterThan(known / 2)
  expect(await isPassword(PASSWORD, '')).toBe(false)
  expect(await isPassword(PASSWORD, hash.replace('argon2id', 'argon2i'))).toBe(false)
})

test('so many are checked at once and no more: the rest is told to come again, and memory holds', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => isPassword('något annat', null)))
  const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused).toHaveLength(8)
  expect(refused.every(({ reason }) => reason instanceof TooBusy)).toBe(true)
  expect(await isPassword('något annat', null)).toBe(false)
})

test.each([
  ['kort', 'short'],
  ['elva tecken', 'short'],
  ['a'.repeat(201), 'long'],
  ['kim.andersson är bäst', 'personal'],
  ['Kommunen bygger nytt', 'personal'],
  ['fondspår i skogen', 'personal'],
  ['FondSpar 2026!!', 'personal'],
  ['aaaaaaaaaaaaaa', 'common'],
  ['123456789012', 'common'],
  ['Password123456', 'common'],
  ['lösenord2026!', 'common'],
  ['PasswordPassword', 'common'],
  ['qwertyuiopas', 'common'],
  ['en krokig väg till sjön', null],
  ['🌲🌳🌴🌵🌾🌿🍀🍁🍂🍃🍄🌰', null],
])('the password "%s" is %s', (password, problem) => {
  expect(passwordProblem(password, 'kim.andersson@kommunen.se')).toBe(problem)
})
