// The database that a command works on: the one that DATABASE_URL names, or a PostgreSQL of our own.
//
// Any number of commands may use our own at once. Who comes first starts it, who leaves last stops it, and it does
// not matter who was killed in between: each holds a connection with a name of its own, and the server sees it end.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { codeOf, Failure } from '../failure.ts'
import { withLock } from '../lock.ts'
import {
  DATABASE,
  ensureCluster,
  findRunning,
  type Kind,
  type Running,
  startPostgres,
  stopPostgres,
  urlOf,
} from './cluster.ts'
import { findPlace } from './place.ts'
import { checkServer } from './server.ts'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const DATA = join(ROOT, '.data')

export type Database = {
  /** With the password; for libraries, never for people. */
  url: string
  /** Whether this command started the database. */
  owned: boolean
  /** Resolves when the database has ended although nobody here stopped it. */
  ended: Promise<void>
  /** Leaves the database, and stops it if it is ours and nobody else uses it. May be called more than once. */
  stop(): Promise<void>
}

type Options = {
  /** Where the data is, `.data` of the project if not given. */
  folder?: string
  kind?: Kind
  report?: (sentence: string) => void
}

/** Opens the database for as long as `work` takes. Ctrl-C and a request to end leave it in good order, too. */
export async function withDatabase<Value>(
  options: Options,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase(options)
  const leave = (code: number) => () => void database.stop().finally(() => process.exit(code))
  const onInterrupt = leave(130)
  const onTerminate = leave(143)
  process.once('SIGINT', onInterrupt).once('SIGTERM', onTerminate)
  try {
    return await work(database.url)
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
    await database.stop()
  }
}

/**
 * Opens the database that DATABASE_URL names, or starts our own (or joins it, if it runs already).
 * @throws {Failure} with what is wrong and what helps
 */
export async function openDatabase({
  folder = DATA,
  kind = 'lasting',
  report = () => {},
}: Options = {}): Promise<Database> {
  const given = process.env.DATABASE_URL
  if (!given) return openEmbedded(folder, kind, report)
  await checkServer(given)
  return { url: given, owned: false, ended: new Promise(() => {}), stop: async () => {} }
}

/** Opens our own PostgreSQL, whatever DATABASE_URL says. */
export async function openEmbedded(
  folder: string,
  kind: Kind,
  report: (sentence: string) => void,
): Promise<Database> {
  makeWritable(folder)
  const place = findPlace(folder, report)
  const data = join(place.home, 'postgres')
  const open = async () => {
    const running = await findRunning(data)
    if (!running) await ensureCluster(place, data, kind)
    const { pid, port } = running ?? (await startPostgres(place, data, join(folder, 'postgres.log'), kind))
    const url = urlOf(data, port)
    // Not our own database: nobody can copy one that somebody is connected to, and tests copy theirs.
    const serverUrl = urlOf(data, port, 'postgres')
    await createDatabase(serverUrl)
    writeState(folder, url, { pid, port })
    return { url, serverUrl, owned: !running, ...(await hold(serverUrl)) }
  }
  const { url, serverUrl, owned, holder, ended } = await withLock(lockOf(folder), open)
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= withLock(lockOf(folder), () => leave(folder, data, serverUrl, holder)))
  return { url, owned, ended, stop }
}

/** @throws {Failure} if nothing can be written to the folder */
export function makeWritable(folder: string): void {
  try {
    // Others may pass through: as root, PostgreSQL runs as another user. What is secret in it has a mode of its own.
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    const probe = join(folder, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw error
    throw new Failure(
      `Cannot write to ${folder}: Fondspår keeps its data there. Make the folder writable and try again.`,
    )
  }
}

const lockOf = (folder: string): string => join(folder, 'database.lock')
const stateOf = (folder: string): string => join(folder, 'database.json')

/** For people and their tools; Fondspår itself asks PostgreSQL. */
function writeState(folder: string, url: string, { pid, port }: Running): void {
  const state = { url, port, pid, startedAt: new Date().toISOString() }
  // One that another user left cannot be written over, but it can be removed.
  rmSync(stateOf(folder), { force: true })
  writeFileSync(stateOf(folder), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

const HOLDER = 'fondspar: uses the database'
const RETURN_MS = 15_000

type Holder = { client: pg.Client; isLeaving: boolean }

/** Shows the server that this process uses it. `ended` resolves when the server is gone for good. */
async function hold(url: string): Promise<{ holder: Holder; ended: Promise<void> }> {
  const holder: Holder = { client: await connectHolder(url), isLeaving: false }
  return { holder, ended: watch(url, holder) }
}

async function connectHolder(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: HOLDER, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Waits for the end of the server. If one of its processes is killed, it drops every connection and comes back by itself. */
async function watch(url: string, holder: Holder): Promise<void> {
  for (;;) {
    await new Promise((resolve) => holder.client.once('end', resolve))
    const giveUp = Date.now() + RETURN_MS
    let isBack = false
    while (!isBack) {
      if (holder.isLeaving) return new Promise(() => {})
      if (Date.now() > giveUp) return
      try {
        holder.client = await connectHolder(url)
        isBack = true
      } catch (error) {
        if (codeOf(error) === 'ECONNREFUSED') return
        await sleep(100)
      }
    }
  }
}

async function leave(folder: string, data: string, url: string, holder: Holder): Promise<void> {
  holder.isLeaving = true
  const isLast = !(await hasOtherUsers(url, holder.client))
  // The server counts us until this has ended, and who leaves next must not.
  await holder.client.end().catch(() => {})
  if (!isLast) return
  await stopPostgres(data)
  rmSync(stateOf(folder), { force: true })
}

async function hasOtherUsers(url: string, own: pg.Client): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const others = 'SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> $2'
    const { rowCount } = await client.query(others, [HOLDER, processOf(own)])
    return rowCount !== 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const processOf = (client: pg.Client): number => ('processID' in client ? Number(client.processID) : 0)
