import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryLock, withLock } from './lock.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fondspar-lock-'))
  file = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('Many may share a lock, and one may have it alone', () => {
  const shares = [tryLock(file, 'shared'), tryLock(file, 'shared')]
  expect(shares.every(Boolean)).toBe(true)
  expect(tryLock(file, 'exclusive')).toBeUndefined()
  for (const share of shares) share?.release()
  const alone = tryLock(file, 'exclusive')
  expect(alone).toBeDefined()
  expect(tryLock(file, 'shared')).toBeUndefined()
  alone?.release()
})

test('Work under one lock is done one after the other', async () => {
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    steps.push(`${name} ends`)
  }
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('A lock ends with kill -9 of its holder', async () => {
  const script = `import { tryLock } from './scripts/lock.ts'
    tryLock(${JSON.stringify(file)}, 'exclusive'); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '..'),
  })
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  expect(tryLock(file, 'exclusive')).toBeUndefined()
  const gone = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await gone
  const lock = tryLock(file, 'exclusive')
  expect(lock).toBeDefined()
  lock?.release()
})
