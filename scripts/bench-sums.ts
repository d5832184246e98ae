// Measures what follow-ups are summed and listed by beside a floor in the same run: the same rows read by primary key.
//
//     npm run bench:sums                        20,000 projects with 60,000 outcomes
//     npm run bench:sums -- 100000 300000       another size
//     npm run bench:sums -- --explain           and how PostgreSQL goes about each

import { parseArgs } from 'node:util'
import pg from 'pg'
import { database } from '../lib/db.ts'
import { deskCounts } from '../lib/desk/queries.ts'
import { listFollowUps, listMissing } from '../lib/follow-up/staff-queries.ts'
import { outcomeOverview, outcomesOfOwner } from '../lib/follow-up/sum-queries.ts'
import { dayInSweden } from '../lib/format.ts'
import { fillOutcomes } from './bench-sums/fill.ts'
import { rowsOfLists, rowsOfSums } from './bench-sums/floor.ts'
import { explain, sentBy } from './bench-sums/sent.ts'
import { runScript } from './failure.ts'
import { generateRegistry } from './generate-registry.ts'
import { freshDatabase, startTestDatabase } from './testing/test-database.ts'

const PROJECTS = 20_000
const OUTCOMES = 60_000
const SEED = 6
/** Each is asked so many times after the first; the median is told. */
const TIMES = 15

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main() {
  const { values, positionals } = parseArgs({
    options: { explain: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [projects = PROJECTS, outcomes = OUTCOMES] = positionals.map(Number)
  const server = await startTestDatabase()
  const fresh = await freshDatabase(server.url)
  process.env.DATABASE_URL = fresh.url
  const client = new pg.Client(fresh.url)
  await client.connect()
  try {
    await generateRegistry(fresh.url, projects, SEED)
    await fillOutcomes(client, outcomes, SEED)
    await bench(client, values.explain)
  } finally {
    await client.end()
    await database().$disconnect()
    await fresh.drop()
    await server.stop()
  }
}

const TODAY = dayInSweden(new Date())
const ALL = { page: 1, region: undefined, owner: '' }

async function bench(client: pg.Client, isExplained: boolean) {
  const owners = await client.query<{ id: number }>(
    'SELECT "ownerId" AS id FROM project WHERE "ownerId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1',
  )
  const largest = owners.rows[0]?.id ?? 0
  const median = owners.rows[Math.floor(owners.rows.length / 2)]?.id ?? 0
  const asked: [what: string, ask: () => Promise<unknown>, floor: () => Promise<unknown>][] = [
    ['sums of all, by region, area, objective', () => outcomeOverview(TODAY), rowsOfSums(client, null)],
    ['sums of the largest owner', () => outcomesOfOwner(largest, TODAY), rowsOfSums(client, largest)],
    ['sums of an owner', () => outcomesOfOwner(median, TODAY), rowsOfSums(client, median)],
    ['what is missing, first page', () => listMissing(ALL, TODAY), rowsOfLists(client)],
    ['what is missing, last page', () => listMissing({ ...ALL, page: 999_999 }, TODAY), rowsOfLists(client)],
    ['what is missing, a region', () => listMissing({ ...ALL, region: 'SE11' }, TODAY), rowsOfLists(client)],
    ['drafts', () => listFollowUps('drafts', 1), rowsOfLists(client)],
    ['all counts of the desk', () => deskCounts(TODAY), rowsOfLists(client)],
  ]
  for (const [what, ask, floor] of asked) {
    const [queries, ours, least] = [await sentBy(ask), await timed(ask), await timed(floor)]
    const times = `${ours.toFixed(1).padStart(8)} ms   floor ${least.toFixed(1).padStart(6)} ms`
    say(`${what.padEnd(42)} ${times}   ratio ${(ours / least).toFixed(1)}   ${queries.length} queries`)
    if (isExplained) for (const query of queries) say(await explain(client, query))
  }
}

/** Milliseconds: the median. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
}

await runScript(async () => {
  await main()
  return 0
})
