// Brings a database to the state that prisma/migrations describes, and writes the history as the Prisma CLI does.

import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { codeOf, Failure, messageOf } from '../failure.ts'
import {
  listMigrations,
  MIGRATIONS,
  migrationNames,
  NO_FILTER,
  readMigration,
  withEngine,
} from './schema-engine.ts'

type Report = (sentence: string) => void

/** A row of `_prisma_migrations` that has not been rolled back. */
type Applied = { name: string; isFinished: boolean }

/**
 * Applies what has not been applied. Of several starts at once, one does it and the others wait.
 * @param folder of the migrations, the project's own if not given
 * @throws {Failure} that says which migration failed, and why, and how to go on
 */
export async function migrate(url: string, report: Report, folder = MIGRATIONS): Promise<void> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    if (outstanding(folder, await readHistory(client)).length === 0) return
    await lockHistory(client, report)
    // Whoever held the lock may have done it.
    const history = await readHistory(client)
    const names = outstanding(folder, history)
    if (names.length > 0) await apply(url, folder, names, history, report)
  } finally {
    await client.end()
  }
}

/** The history, oldest first, or nothing in a new database. */
async function readHistory(client: pg.Client): Promise<Applied[]> {
  try {
    const { rows } = await client.query(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    )
    return rows
  } catch (error) {
    if (codeOf(error) === '42P01') return []
    throw error
  }
}

/** The migrations that have to be applied. One that was changed after it was applied is as good as applied. */
function outstanding(folder: string, history: Applied[]): string[] {
  const finished = new Set(history.filter(({ isFinished }) => isFinished).map(({ name }) => name))
  return migrationNames(folder).filter((name) => !finished.has(name))
}

// Not the number that the engine takes: it gives up after ten seconds, and a migration may take longer.
const LOCK = 72_707_370

async function lockHistory(client: pg.Client, report: Report): Promise<void> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS "isOurs"', [LOCK])
  if (rows[0]?.isOurs) return
  report('Another start is migrating the database; waiting for it …')
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
}

async function apply(
  url: string,
  folder: string,
  names: string[],
  history: Applied[],
  report: Report,
): Promise<void> {
  report(`Applying ${names.length === 1 ? 'a migration' : `${names.length} migrations`} to the database …`)
  let reason: unknown
  const keepReason = (error: unknown) => {
    reason = error
  }
  const work = async (engine: SchemaEngine) => {
    for (const { name, isFinished } of history) {
      // A script is one transaction: what was cut off or failed has left nothing but its line in the history.
      if (!isFinished) await engine.markMigrationRolledBack({ migrationName: name })
    }
    await engine.applyMigrations({ migrationsList: listMigrations(folder), filters: NO_FILTER })
  }
  try {
    await withEngine(url, work, keepReason)
  } catch (error) {
    throw await explain(url, folder, reason ?? error)
  }
}

async function explain(url: string, folder: string, reason: unknown): Promise<Failure> {
  const client = new pg.Client(url)
  await client.connect()
  const history = await readHistory(client).finally(() => client.end())
  const name = history.find(({ isFinished }) => !isFinished)?.name
  if (!name) return new Failure(`The migrations could not be applied: ${messageOf(reason)}`)
  return new Failure(
    `The migration ${name} failed: ${messageOf(reason)}${placeOf(reason, folder, name)}. Nothing of it was applied, and the ones before it were. Mend the cause and start again: it will be tried again.`,
  )
}

/** Where in the file the error lies, if PostgreSQL knows. */
function placeOf(reason: unknown, folder: string, name: string): string {
  if (!(reason instanceof pg.DatabaseError) || !reason.position) return ''
  const before = readMigration(folder, name).slice(0, Number(reason.position) - 1)
  return ` (line ${before.split('\n').length} of its migration.sql)`
}
