import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { siteSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'fondspar-secret-'))
const file = join(folder, 'secret')
afterAll(() => rmSync(folder, { recursive: true }))

test('the first start makes a secret that only its owner can read, and the next ones keep it', () => {
  const made = siteSecret(folder, '')
  expect(made).toMatch(/^[\w-]{64}$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(siteSecret(folder, '')).toBe(made)
  expect(readFileSync(file, 'utf8').trim()).toBe(made)
})

test('one that is given goes before it, and has to be long', () => {
  const given = 'a secret that several instances share'
  expect(siteSecret(folder, given)).toBe(given)
  expect(() => siteSecret(folder, 'short')).toThrow('FONDSPAR_SECRET has 5 characters')
})

test('a file that holds none is told, not replaced', () => {
  writeFileSync(file, '')
  expect(() => siteSecret(folder, '')).toThrow('holds no secret')
})
