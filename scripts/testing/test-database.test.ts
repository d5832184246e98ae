import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './test-database.ts'

test('Every caller gets a migrated database of its own', async () => {
  const databases = await Promise.all([freshDatabase(), freshDatabase()])
  const names = await Promise.all(
    databases.map(async ({ url, drop }) => {
      const client = new pg.Client(url)
      await client.connect()
      const { rows } = await client.query(
        'SELECT current_database() AS name, count(*)::int AS count FROM project',
      )
      await client.end()
      await drop()
      expect(rows[0].count).toBe(0)
      return rows[0].name
    }),
  )
  expect(new Set(names).size).toBe(2)
})

test.skipIf(process.platform === 'win32')(
  'PostgreSQL and its folder go when the tests are killed',
  async () => {
    const script = `import { startTestDatabase } from './scripts/testing/test-database.ts'
    const { url } = await startTestDatabase()
    console.log(url)
    setInterval(() => {}, 1000)`
    const runner = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: join(import.meta.dirname, '..', '..'),
    })
    const url = await new Promise<string>((resolve) =>
      runner.stdout.once('data', (data) => resolve(String(data).trim())),
    )
    const client = new pg.Client(url)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    const data: string = rows[0].data_directory
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    runner.kill('SIGKILL')
    for (let i = 0; i < 100 && existsSync(data); i++) await sleep(50)
    expect(existsSync(data)).toBe(false)
    expect(existsSync(`/proc/${pid}`) && !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))).toBe(false)
  },
)
