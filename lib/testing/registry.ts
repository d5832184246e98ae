import { afterAll, beforeAll } from 'vitest'
import { freshDatabase } from '../../scripts/testing/test-database.ts'
import { database } from '../db.ts'
import type { GivenFile } from '../imports/read.ts'

export { sampleFiles } from '../../scripts/registry/files.ts'

/** Gives the tests of a file an empty registry of their own. */
export function inOwnRegistry() {
  let drop = async () => {}
  beforeAll(async () => {
    const fresh = await freshDatabase()
    drop = fresh.drop
    process.env.DATABASE_URL = fresh.url
  })
  afterAll(async () => {
    await database().$disconnect()
    await drop()
  })
}

/** Takes everything out of the test's registry: triggers that keep traces and corrections for ever are passed by. */
export async function emptyRegistry() {
  await database().$executeRawUnsafe(`
    DO $$ DECLARE name text; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('registry', '_prisma_migrations')
      LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
    END $$`)
}

/** A source document made of lines. */
export const textFile = (name: string, lines: string[], fetchedOn?: string): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
  ...(fetchedOn && { fetchedOn }),
})
