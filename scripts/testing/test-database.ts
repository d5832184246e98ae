// Databases for tests: one PostgreSQL for the whole run, and a database of its own for whoever asks.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrations.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the migrated database that others are copied from. */
    templateUrl: string
  }
}

let stopRun: (() => Promise<void>) | undefined

/** Called by vitest before the first test. */
export async function setup(project: TestProject): Promise<void> {
  const { url, stop } = await startTestDatabase()
  stopRun = stop
  project.provide('templateUrl', url)
}

/** Called by vitest after the last test. */
export const teardown = async (): Promise<void> => stopRun?.()

/** Starts a PostgreSQL in a temporary folder, with a migrated database in it. It ends with `stop`, or with this process. */
export async function startTestDatabase(): Promise<{
  url: string
  /** PostgreSQL's own log. */
  log: string
  stop(): Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-database-'))
  // As root, PostgreSQL runs as another user, and that one has to pass.
  chmodSync(folder, 0o711)
  const database = await openEmbedded(folder, 'scratch', () => {})
  const dismiss = guard(folder)
  await migrate(database.url, () => {})
  const stop = async () => {
    await database.stop()
    dismiss()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: database.url, log: join(folder, 'postgres.log'), stop }
}

/** Leaves a process behind that ends PostgreSQL if we are killed: its input closes when we are gone, however we went. */
function guard(folder: string): () => void {
  if (process.platform === 'win32') return () => {}
  const { pid } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))
  const script = `cat >/dev/null; kill -QUIT ${pid}; sleep 1; rm -rf '${folder}'`
  const child = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return () => process.kill(-(child.pid ?? 0), 'SIGKILL')
}

type Database = { url: string; drop(): Promise<void> }

/**
 * Makes a migrated database with nothing in it, for a test file or a test.
 * @param templateUrl what `startTestDatabase` returned, if not under vitest
 */
export async function freshDatabase(templateUrl?: string): Promise<Database> {
  return copyOf(templateUrl ?? (await givenTemplate()))
}

const SAMPLE = 'sample'
/** Any number that no other lock of the server has. */
const SAMPLE_LOCK = 1

/**
 * Makes a database with the sample in it: a copy of one that the first caller of a run fills, while others wait.
 * @param fill puts the sample into the database at this address, and leaves no connection to it
 */
export async function sampleDatabase(fill: (url: string) => Promise<void>): Promise<Database> {
  const template = await givenTemplate()
  const client = await beside(template)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [SAMPLE_LOCK])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [SAMPLE])
    if (rowCount === 0) {
      const filled = await copyOf(template)
      await fill(filled.url)
      await client.query(`ALTER DATABASE ${nameIn(filled.url)} RENAME TO ${SAMPLE}`)
    }
  } finally {
    // The lock ends with its connection.
    await client.end()
  }
  return copyOf(inDatabase(template, SAMPLE))
}

const givenTemplate = async () => (await import('vitest')).inject('templateUrl')

async function copyOf(from: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(from, `CREATE DATABASE ${name} TEMPLATE ${nameIn(from)}`)
  return { url: inDatabase(from, name), drop: () => run(from, `DROP DATABASE ${name} WITH (FORCE)`) }
}

/** Runs a statement about databases, beside them: one that somebody is connected to cannot be copied. */
async function run(serverUrl: string, statement: string): Promise<void> {
  const client = await beside(serverUrl)
  await client.query(statement).finally(() => client.end())
}

async function beside(serverUrl: string): Promise<pg.Client> {
  const client = new pg.Client(inDatabase(serverUrl, 'postgres'))
  await client.connect()
  return client
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}
