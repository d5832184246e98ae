import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ApartLimits, inOwnProcess } from './process.ts'
import { runApart } from './run.ts'
import type { Hostility } from './testing/hostile-child.ts'

const folder = mkdtempSync(join(tmpdir(), 'fondspar-apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ROOMY: ApartLimits = { milliseconds: 30_000, megabytes: 512 }
const run = (message: Hostility, limits = ROOMY) =>
  inOwnProcess(join('lib', 'apart', 'testing', 'hostile-child.ts'), message, limits)

/** The processes that this one has started and that still run. */
const childrenLeft = (): string[] =>
  execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('hostile-child') || line.includes('apart/child'))

describe('a process apart', () => {
  test('that never ends is ended, and the parent is told that it was too slow', async () => {
    const answer = await run({ how: 'loops' }, { milliseconds: 1_000, megabytes: 512 })
    expect(answer).toEqual({ ok: false, problem: 'tooSlow' })
  })

  test.runIf(process.platform === 'linux')('that holds more memory than it may is ended', async () => {
    const answer = await run({ how: 'holdsMemoryOutsideOfTheHeap' }, { milliseconds: 30_000, megabytes: 256 })
    expect(answer).toEqual({ ok: false, problem: 'tooMuchMemory' })
  })

  test('that fills its heap is ended', async () => {
    const answer = await run({ how: 'fillsTheHeap' }, { milliseconds: 30_000, megabytes: 64 })
    expect(answer).toEqual({ ok: false, problem: 'tooMuchMemory' })
  })

  test.each(['throws', 'leaves', 'answersNonsense', 'answersWithoutEnd'] as const)(
    'that %s gives a problem instead of an answer',
    async (how) => {
      expect(await run({ how })).toEqual({ ok: false, problem: 'crashed' })
    },
  )

  test('sees no environment, no files but the program, no network, no programs, and evaluates no text', async () => {
    const secretFile = join(folder, 'secret.txt')
    writeFileSync(secretFile, 'a secret')
    process.env.A_SECRET_OF_THE_PARENT = 'a secret'
    const answer = await run({ how: 'looksAround', secretFile })
    expect(answer).toEqual({
      ok: true,
      value: {
        environment: [],
        file: 'refused',
        program: 'refused',
        socket: 'refused',
        fetch: 'refused',
        builtin: 'undefined',
        evaluated: 'refused',
        written: 'refused',
      },
    })
  })

  test('cannot read the files of the site that are not its program', async () => {
    const answer = await run({ how: 'looksAround', secretFile: join(process.cwd(), 'next.config.js') })
    expect(answer).toMatchObject({ ok: true, value: { file: 'refused' } })
  })

  test('leaves nothing behind, however it ended', async () => {
    const listeners = process.listenerCount('exit')
    await run({ how: 'throws' })
    await run({ how: 'loops' }, { milliseconds: 500, megabytes: 512 })
    expect(childrenLeft()).toEqual([])
    expect(process.listenerCount('exit')).toBe(listeners)
  })
})

test.runIf(process.platform === 'linux')(
  'a process apart that hangs ends after the one that started it was killed',
  async () => {
    const parent = spawn(process.execPath, [join('lib', 'apart', 'testing', 'killed-parent.ts')])
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer]
    await once(parent, 'close')
    expect(isRunning(Number(pid))).toBe(true)
    await expect.poll(() => isRunning(Number(pid)), { timeout: 15_000 }).toBe(false)
  },
)

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('tasks apart', () => {
  test('of which many are given at once are all done', async () => {
    const texts = ['Växtkraft', 'Stegen', 'Lyftet', 'Klivet', 'Bron']
    const answers = await Promise.all(
      texts.map((text) => runApart('extract', { bytes: new TextEncoder().encode(text) }, ROOMY)),
    )
    expect(answers.map((answer) => answer.ok && answer.value)).toMatchObject(texts.map((text) => ({ text })))
  })
})
