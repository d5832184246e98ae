// Fills a migrated and empty database with projects that do not exist: for benchmarks and load tests.
//
//     DATABASE_URL=... node scripts/bootstrap.js scripts/generate-registry.ts [PROJECTS] [SEED]
//
// The same number and seed give the same registry. Every tenth project has the word "matchning", five have
// "renskötselskolan" (see generate-registry/words.ts).

import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { refreshSums } from '../lib/organisations/sums.ts'
import { refreshSearchWords } from '../lib/projects/search/index.ts'
import { PrismaClient } from '../prisma/generated/client.ts'
import { writeRegistry } from './generate-registry/write.ts'

const PROJECTS = 2000
const SEED = 2021

/**
 * Writes so many projects into a migrated and empty database.
 * @param url the database's address; its user has to own the tables
 * @throws PostgreSQL's error if there is something in the database already
 */
export async function generateRegistry(url: string, projects = PROJECTS, seed = SEED): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await writeRegistry(client, projects, seed)
    await countDerived(url)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

/** What is counted from the rows: the words that typos are corrected to, and the sums of organisations. */
async function countDerived(url: string) {
  const database = new PrismaClient({ adapter: new PrismaPg(url) })
  try {
    await refreshSearchWords(database, { all: true })
    await refreshSums(database, null)
  } finally {
    await database.$disconnect()
  }
}

if (import.meta.main) {
  const [projects = PROJECTS, seed = SEED] = process.argv.slice(2).map(Number)
  const url = process.env.DATABASE_URL
  if (!url || !Number.isInteger(projects) || projects < 1 || !Number.isInteger(seed)) {
    process.stderr.write('Usage: DATABASE_URL=postgresql://... generate-registry.ts [PROJECTS] [SEED]\n')
    process.exitCode = 2
  } else {
    const start = performance.now()
    await generateRegistry(url, projects, seed)
    process.stdout.write(`${projects} projects in ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
  }
}
