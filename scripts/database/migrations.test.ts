import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../testing/test-database.ts'
import { migrate } from './migrations.ts'
import { difference, MIGRATIONS, migrationNames, readMigration, SCHEMA } from './schema-engine.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: pg.Client
let folder: string

beforeEach(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  folder = mkdtempSync(join(tmpdir(), 'fondspar-migrations-'))
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
})

afterEach(async () => {
  await client.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

/** Takes everything out of the database, as if nothing had ever been migrated. */
const empty = () => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function run(): Promise<string[]> {
  const said: string[] = []
  await migrate(database.url, (sentence) => said.push(sentence), folder)
  return said
}

const rows = async (statement: string): Promise<pg.QueryResultRow[]> => (await client.query(statement)).rows

const history = () =>
  rows(`SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
               applied_steps_count FROM _prisma_migrations ORDER BY started_at`)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('The migrations say all that schema.prisma says', async () => {
  expect(await difference(database.url, readFileSync(SCHEMA, 'utf8'))).toBeUndefined()
})

test('The history is what the Prisma CLI leaves', async () => {
  expect(
    await rows(`SELECT column_name AS name, data_type AS type, is_nullable AS nullable, column_default AS default
                FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`),
  ).toEqual([
    { name: 'id', type: 'character varying', nullable: 'NO', default: null },
    { name: 'checksum', type: 'character varying', nullable: 'NO', default: null },
    { name: 'finished_at', type: 'timestamp with time zone', nullable: 'YES', default: null },
    { name: 'migration_name', type: 'character varying', nullable: 'NO', default: null },
    { name: 'logs', type: 'text', nullable: 'YES', default: null },
    { name: 'rolled_back_at', type: 'timestamp with time zone', nullable: 'YES', default: null },
    { name: 'started_at', type: 'timestamp with time zone', nullable: 'NO', default: 'now()' },
    { name: 'applied_steps_count', type: 'integer', nullable: 'NO', default: '0' },
  ])
  expect(await history()).toEqual(
    migrationNames(MIGRATIONS).map((name) => ({
      migration_name: name,
      checksum: sha256(readMigration(MIGRATIONS, name)),
      finished: true,
      rolled_back: false,
      applied_steps_count: 1,
    })),
  )
})

test('Migrating twice does nothing the second time', async () => {
  const before = await rows('SELECT * FROM _prisma_migrations')
  await migrate(database.url, () => expect.unreachable())
  expect(await rows('SELECT * FROM _prisma_migrations')).toEqual(before)
})

test('Of several that migrate at once, one does it and the others wait', async () => {
  await empty()
  writeMigration('20260101000000_one', 'SELECT pg_sleep(0.5); CREATE TABLE one (i int);')
  writeMigration('20260102000000_two', 'CREATE TABLE two (i int);')
  const said = (await Promise.all([run(), run(), run()])).flat()
  expect(said.filter((sentence) => sentence.startsWith('Applying 2 migrations'))).toHaveLength(1)
  expect(said.filter((sentence) => sentence.startsWith('Another start is migrating'))).toHaveLength(2)
  expect((await history()).map((row) => row.migration_name)).toEqual([
    '20260101000000_one',
    '20260102000000_two',
  ])
})

test('A script may hold functions with semicolons, and comments with them', async () => {
  await empty()
  const body = "BEGIN RAISE EXCEPTION 'no; never'; RETURN NULL; END;"
  writeMigration(
    '20260101000000_f',
    `-- one; two\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$;\n`,
  )
  await run()
  expect(await rows("SELECT prosrc FROM pg_proc WHERE proname = 'f'")).toEqual([{ prosrc: ` ${body} ` }])
})

test('A migration that fails says which, why and where, leaves nothing, and is tried again when it is mended', async () => {
  await empty()
  writeMigration('20260101000000_good', 'CREATE TABLE good (i int);')
  writeMigration('20260102000000_bad', 'CREATE TABLE half (i int);\nINSERT INTO nowhere VALUES (1);\n')
  await expect(run()).rejects.toThrow(
    'The migration 20260102000000_bad failed: relation "nowhere" does not exist (line 2 of its migration.sql). Nothing of it was applied',
  )
  expect(await rows("SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') AS half")).toEqual([
    { good: true, half: null },
  ])
  writeMigration('20260102000000_bad', 'CREATE TABLE half (i int);')
  await run()
  expect((await history()).map((row) => [row.finished, row.rolled_back])).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ])
})

test('A migration whose process was killed is applied by the next', async () => {
  await empty()
  writeMigration('20260101000000_one', 'CREATE TABLE one (i int);')
  await run()
  writeMigration('20260102000000_two', 'CREATE TABLE two (i int);')
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('a', 'b', '20260102000000_two')",
  )
  expect(await run()).toEqual(['Applying a migration to the database …'])
  expect(await rows("SELECT to_regclass('two') IS NOT NULL AS two")).toEqual([{ two: true }])
})
