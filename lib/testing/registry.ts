import { afterAll, beforeAll } from 'vitest'
import { sampleFiles, sampleFollowUps } from '../../scripts/registry/files.ts'
import { freshDatabase, sampleDatabase } from '../../scripts/testing/test-database.ts'
import { database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import type { GivenFile } from '../imports/read.ts'

export { sampleFiles, sampleFollowUps }

/** Gives the tests of a file an empty registry of their own. */
export const inOwnRegistry = () => useDatabase(() => freshDatabase())

/** Gives the tests of a file a registry of their own with the sample in it, as an operator imports it. */
export const inSampleRegistry = () => useDatabase(() => sampleDatabase(importSample))

function useDatabase(make: typeof freshDatabase) {
  let drop = async () => {}
  beforeAll(async () => {
    const made = await make()
    drop = made.drop
    process.env.DATABASE_URL = made.url
  })
  afterAll(async () => {
    await database().$disconnect()
    await drop()
  })
}

async function importSample(url: string) {
  process.env.DATABASE_URL = url
  await importFiles(sampleFiles(), { actor: 'operator' })
  await database().$disconnect()
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
