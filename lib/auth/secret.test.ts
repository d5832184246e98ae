import { afterEach, expect, test } from 'vitest'
import { keyedHash, seal, unseal } from './secret.ts'

const SECRET = process.env.FONDSPAR_SECRET
afterEach(() => {
  process.env.FONDSPAR_SECRET = SECRET
})

test('what is sealed is opened for its purpose and owner, with the same secret, unchanged', () => {
  const sealed = seal('purpose', 'owner', 'något hemligt')
  expect(unseal('purpose', 'owner', sealed)).toBe('något hemligt')
  expect(seal('purpose', 'owner', 'något hemligt')).not.toBe(sealed)
  expect(unseal('another', 'owner', sealed)).toBeNull()
  expect(unseal('purpose', 'another', sealed)).toBeNull()
  const [version, nonce, tag = '', text] = sealed.split('.')
  expect(unseal('purpose', 'owner', [version, nonce, tag.slice(0, 6), text].join('.'))).toBeNull()
  process.env.FONDSPAR_SECRET = 'another secret that is long enough too'
  expect(unseal('purpose', 'owner', sealed)).toBeNull()
})

test('a keyed hash depends on the secret and the purpose', () => {
  const hash = keyedHash('purpose', 'text')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(keyedHash('another', 'text')).not.toBe(hash)
  process.env.FONDSPAR_SECRET = 'another secret that is long enough too'
  expect(keyedHash('purpose', 'text')).not.toBe(hash)
})

test.each([undefined, '', 'short'])('the secret %j keeps nothing', (secret) => {
  if (secret === undefined) delete process.env.FONDSPAR_SECRET
  else process.env.FONDSPAR_SECRET = secret
  expect(() => keyedHash('purpose', 'text')).toThrow('FONDSPAR_SECRET')
})
