// Measures an import of a table beside a floor in the same run: PostgreSQL's COPY of the same rows into a table without
// indexes, and into one with the indexes of the registry's own tables.
//
//     npm run bench:import                     10,000 and 100,000 rows
//     npm run bench:import -- 5000             one size

import { parseArgs } from 'node:util'
import pg from 'pg'
import { database } from '../lib/db.ts'
import { workOnImport } from '../lib/imports/desk/work.ts'
import { copyTable, copyWritten } from './bench-import/floor.ts'
import { importOf, memoryPeak, say } from './bench-import/given.ts'
import { HEADERS } from './bench-import/rows.ts'
import { runScript } from './failure.ts'
import { freshDatabase, startTestDatabase } from './testing/test-database.ts'

const SIZES = [10_000, 100_000]
const SEED = 7

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true })
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES
  const server = await startTestDatabase()
  try {
    for (const size of sizes) await benchSize(server.url, size)
  } finally {
    await server.stop()
  }
}

async function benchSize(templateUrl: string, size: number) {
  say(`\n${size.toLocaleString('en')} rows of ${HEADERS.length} columns`)
  const fresh = await freshDatabase(templateUrl)
  process.env.DATABASE_URL = fresh.url
  const client = new pg.Client(fresh.url)
  await client.connect()
  try {
    const id = await importOf(size, SEED)
    const peak = memoryPeak()
    const read = await timed(() => workOnImport(id.reading))
    await id.acceptAll()
    const begun = Date.now()
    const brought = await timed(() => workOnImport(id.reading))
    const megabytes = peak()
    const seen = ((await id.doneAt()) - begun) / 1000
    const floor = {
      bare: await copyTable(client, { size, seed: SEED }, { indexed: false }),
      indexed: await copyTable(client, { size, seed: SEED }, { indexed: true }),
      written: await copyWritten(client),
    }
    tell(size, { read, brought, seen, megabytes, ...floor })
  } finally {
    await client.end()
    await database().$disconnect()
    await fresh.drop()
  }
}

type Times = {
  read: number
  brought: number
  /** Until it is in the registry. */
  seen: number
  megabytes: number
  bare: number
  indexed: number
  written: number
}

function tell(size: number, { read, brought, seen, megabytes, bare, indexed, written }: Times) {
  const line = (what: string, seconds: number, more = '') =>
    say(`  ${what.padEnd(46)} ${seconds.toFixed(1).padStart(7)} s ${more}`)
  line('read, compare', read, `${Math.round(size / read)} rows/s`)
  line('bring in', brought, `${Math.round(size / brought)} rows/s, ${megabytes} MB at most`)
  line('  of it, until it is in the registry', seen)
  line('floor: COPY of the rows, no index', bare, `ratio ${(brought / bare).toFixed(1)}`)
  line('floor: COPY of the rows, the project’s indexes', indexed, `ratio ${(brought / indexed).toFixed(1)}`)
  line('floor: COPY of all rows that were written', written, `ratio ${(brought / written).toFixed(1)}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

await runScript(async () => {
  await main()
  return 0
})
