import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Database, makeWritable, openEmbedded, ROOT } from './embedded.ts'

let folder: string
const opened: Database[] = []

// One folder for all: making a database is what takes longest.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fondspar-embedded-'))
  chmodSync(folder, 0o711)
})

afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function open(): Promise<Database> {
  const database = await openEmbedded(folder, 'lasting', () => {})
  opened.push(database)
  return database
}

const state = () => JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows
}

/** A connection that is open until PostgreSQL ends it. */
async function connected(url: string): Promise<{ pid: number; gone: Promise<void> }> {
  const client = new pg.Client(url)
  const gone = new Promise<void>((resolve) => client.on('end', resolve))
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  return { pid: rows[0].pid, gone }
}

/** A process that is gone, or waits only for its parent to notice. */
function isGone(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return !existsSync(file) || / Z /.test(readFileSync(file, 'utf8'))
}

test('The database sorts as Swedes do, answers on this machine only, and its password is for its owner', async () => {
  const { url, owned, stop } = await open()
  expect(owned).toBe(true)
  expect(
    await ask(url, "SELECT string_agg(v, '' ORDER BY v) AS v FROM unnest('{ö,a,ä,z,å,Ö}'::text[]) v"),
  ).toEqual([{ v: 'azåäöÖ' }])
  expect(await ask(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await ask(url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  expect(statSync(join(folder, 'database.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'postgres', 'fondspar-password')).mode & 0o777).toBe(0o600)
  const { pid, port } = state()
  expect(new URL(url).port).toBe(String(port))
  await stop()
  expect(isGone(pid)).toBe(true)
  expect(existsSync(join(folder, 'database.json'))).toBe(false)
})

test('Who comes second uses the database of the first, and who leaves last stops it', async () => {
  const [one, two] = await Promise.all([open(), open()])
  expect(one.url).toBe(two.url)
  expect([one.owned, two.owned].sort()).toEqual([false, true])
  const { pid } = state()
  await one.stop()
  expect(await ask(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await two.stop()
  await two.stop()
  expect(isGone(pid)).toBe(true)
})

test('After kill -9 of PostgreSQL its users learn of it, and the next start has the data', async () => {
  const first = await open()
  await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
  process.kill(state().pid, 'SIGKILL')
  await first.ended
  const second = await open()
  expect(second.owned).toBe(true)
  expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test('After kill -9 of one of its processes PostgreSQL comes back, and its user stays with it', async () => {
  const { url, ended } = await open()
  const [killed, other] = [await connected(url), await connected(url)]
  process.kill(killed.pid, 'SIGKILL')
  await Promise.all([killed.gone, other.gone])
  // It recovers for as long as the machine needs, and refuses whoever asks meanwhile.
  const answer = vi.waitFor(() => ask(url, 'SELECT 1 AS one'), { timeout: 50_000, interval: 100 })
  expect(await Promise.race([ended.then(() => 'ended'), answer])).toEqual([{ one: 1 }])
})

test('After kill -9 of its owner the database is found, used, and stopped in the end', async () => {
  const script = `import { openEmbedded } from './scripts/database/embedded.ts'
    await openEmbedded(${JSON.stringify(folder)}, 'lasting', () => {})
    console.log('open')`
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { cwd: ROOT })
  await new Promise((resolve) => owner.stdout.once('data', resolve))
  owner.kill('SIGKILL')
  const { pid } = state()
  const { url, owned, stop } = await open()
  expect(owned).toBe(false)
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await stop()
  expect(isGone(pid)).toBe(true)
})

test('What killed starts leave behind is no obstacle: half-made data, a process number that another program has now', async () => {
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n0\nready\n`,
  )
  writeFileSync(join(folder, 'database.json'), 'nonsense')
  mkdirSync(join(folder, 'postgres-draft-abc', 'data'), { recursive: true })
  expect(await ask((await open()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([])
})

test('Data of another version of PostgreSQL, or of somebody else, is left alone', async () => {
  const version = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '17\n')
  await expect(open()).rejects.toThrow('was written by PostgreSQL 17, and this is 18')
  rmSync(version)
  await expect(open()).rejects.toThrow('is no database that Fondspår made')
  writeFileSync(version, '18\n')
  await (await open()).stop()
})

test('A folder that cannot be written to is named', () => {
  writeFileSync(join(folder, 'file'), '')
  const within = join(folder, 'file', 'data')
  expect(() => makeWritable(within)).toThrow(`Cannot write to ${within}: Fondspår keeps its data there.`)
})
