import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { end, runNode, startNode } from './processes.ts'

const ROOT = join(import.meta.dirname, '..')

function isGone(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return !existsSync(file) || / Z /.test(readFileSync(file, 'utf8'))
}

async function untilGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && !isGone(pid); i++) await sleep(50)
  return isGone(pid)
}

/** Starts node with a script that starts another by startNode, and returns the numbers of both. */
async function startParent(childScript: string): Promise<{ parent: number; child: number }> {
  const script = `import { startNode } from './scripts/processes.ts'
    const child = startNode(['-e', ${JSON.stringify(childScript)}], { stdio: ['ignore', 'ignore', 'ignore'] })
    console.log(child.pid)`
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { cwd: ROOT })
  const child = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (data) => resolve(String(data))),
  )
  return { parent: parent.pid ?? 0, child: Number(child) }
}

test.skipIf(process.platform !== 'linux')(
  'A process ends when the one that started it is killed',
  async () => {
    const { parent, child } = await startParent('setInterval(() => {}, 1000)')
    await sleep(300)
    process.kill(parent, 'SIGKILL')
    expect(await untilGone(child)).toBe(true)
  },
)

test.skipIf(process.platform !== 'linux')('One that ignores the request ends by force', async () => {
  const child = startNode(['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  await sleep(300)
  await end(child, 300)
  expect(isGone(child.pid ?? 0)).toBe(true)
})

test('What a process says and how it ended comes back, and a stop ends it', async () => {
  expect(await runNode(['-e', "console.log('a'); console.error('b'); process.exit(3)"], {})).toEqual({
    code: 3,
    output: 'a\nb\n',
  })
  const controller = new AbortController()
  const running = runNode(['-e', 'setInterval(() => {}, 1000)'], {}, controller.signal)
  setTimeout(() => controller.abort(), 300)
  expect(await running).toEqual({ code: null, output: '' })
})
