// Writes a migration from what prisma/schema.prisma says and the migrations so far do not.
//
//     npm run migration -- NAME
//
// Parts of the database are written by hand in migrations, because a schema cannot say them: triggers, extensions,
// search configurations, some indexes. What it drops must therefore be read before it is kept.

import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import pg from 'pg'
import { DATA, openEmbedded, ROOT } from './database/embedded.ts'
import { migrate } from './database/migrations.ts'
import { difference, MIGRATIONS, SCHEMA } from './database/schema-engine.ts'
import { Failure, runScript } from './failure.ts'

const LOCKFILE = join(MIGRATIONS, 'migration_lock.toml')

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<number> {
  const name = readName(process.argv.slice(2))
  const sql = await missingSql(readFileSync(SCHEMA, 'utf8'))
  if (sql === undefined) {
    say('There is no difference: the migrations say all that schema.prisma says.')
    return 0
  }
  const file = writeMigration(name, sql)
  say(sql)
  say(`Written to ${relative(ROOT, file)}. Read it before you keep it: nothing has been applied yet.`)
  const drops = sql.split('\n').filter((line) => /\bDROP\b/i.test(line))
  if (drops.length > 0) {
    say(
      `It drops something. What migrations made by hand is unknown to schema.prisma; if these are that, take them out:`,
    )
    for (const line of drops) say(`    ${line.trim()}`)
  }
  return 0
}

/** @throws {Failure} if the arguments are not one name */
function readName([name = '', ...more]: string[]): string {
  if (more.length === 0 && /^[a-z][a-z0-9_-]{0,60}$/i.test(name))
    return name.toLowerCase().replaceAll('-', '_')
  throw new Failure(
    'Usage: npm run migration -- NAME, where the name says what changes (add_company_counts).',
  )
}

/** The SQL that brings the migrations up to the schema, or undefined if there is nothing to bring. */
async function missingSql(schema: string): Promise<string | undefined> {
  // Our own PostgreSQL even where DATABASE_URL is set: nothing is to be tried out on a server.
  const { url, stop } = await openEmbedded(DATA, 'lasting', say)
  try {
    return await inScratchDatabase(url, async (scratchUrl) => {
      await migrate(scratchUrl, () => {})
      return difference(scratchUrl, schema)
    })
  } finally {
    await stop()
  }
}

async function inScratchDatabase<Value>(url: string, work: (url: string) => Promise<Value>): Promise<Value> {
  const name = `scratch_${randomUUID().replaceAll('-', '')}`
  const scratch = new URL(url)
  scratch.pathname = name
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
    return await work(scratch.href)
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.end()
  }
}

function writeMigration(name: string, sql: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(LOCKFILE)) writeFileSync(LOCKFILE, 'provider = "postgresql"\n')
  const file = join(folder, 'migration.sql')
  writeFileSync(file, sql)
  return file
}

await runScript(main)
