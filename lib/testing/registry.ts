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

/** A source document made of lines. */
export const textFile = (name: string, lines: string[], fetchedOn?: string): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
  ...(fetchedOn && { fetchedOn }),
})
