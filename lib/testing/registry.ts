import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { freshDatabase } from '../../scripts/testing/test-database.ts'
import { database } from '../db.ts'
import type { GivenFile } from '../imports/read.ts'

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

const SAMPLE = join(import.meta.dirname, '..', '..', 'prisma', 'sample')

/** The documents of the sample, as the command imports them. */
export function sampleDocuments(): GivenFile[] {
  const rows: { file: string; url?: string; fetchedAt?: string }[] = JSON.parse(
    readFileSync(join(SAMPLE, 'manifest.json'), 'utf8'),
  )
  return rows.map(({ file, url, fetchedAt }) => ({
    name: file,
    bytes: readFileSync(join(SAMPLE, file)),
    isSample: true,
    ...(url && { url }),
    ...(fetchedAt && { fetchedOn: fetchedAt }),
  }))
}

/** A source document made of lines. */
export const textFile = (name: string, lines: string[], fetchedOn?: string): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
  ...(fetchedOn && { fetchedOn }),
})
