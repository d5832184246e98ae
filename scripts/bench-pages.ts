// Measures pages of the built site beside a floor: a plain node:http server that asks PostgreSQL the same question with
// `pg` and writes the answer with a string template. Both run against the same generated registry, in one run.
//
//     npm run bench:pages                     2,000 and 100,000 projects
//     npm run bench:pages -- 2000             one size
//     npm run bench:pages -- 2000 --seconds 2

import { parseArgs } from 'node:util'
import { startFloor } from './bench-pages/floor.ts'
import { type Load, measure } from './bench-pages/load.ts'
import { QUESTIONS } from './bench-pages/questions.ts'
import { growthTable, table } from './bench-pages/table.ts'
import { runScript } from './failure.ts'
import { generateRegistry } from './generate-registry.ts'
import { withSite } from './testing/browser-tests.ts'

const SIZES = [2000, 100_000]
/** How many requests are under way at once. */
const CONNECTIONS = [1, 16]

const say = (text: string) => process.stdout.write(`${text}\n`)

export type Measured = { question: string; connections: number; site: Load; floor: Load }

async function main() {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: 'string', default: '4' } },
    allowPositionals: true,
  })
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES
  const bySize = new Map<number, Measured[]>()
  for (const size of sizes) bySize.set(size, await benchSize(size, Number(values.seconds)))
  if (bySize.size > 1) say(growthTable(bySize))
}

async function benchSize(size: number, seconds: number): Promise<Measured[]> {
  say(`\n${size.toLocaleString('en')} projects`)
  const fill = (url: string) => generateRegistry(url, size)
  return withSite(say, (site) => benchSite(site, seconds), fill)
}

async function benchSite(site: { BASE_URL: string; DATABASE_URL: string }, seconds: number) {
  const floor = await startFloor(site.DATABASE_URL)
  try {
    const measured: Measured[] = []
    for (const { name, path } of QUESTIONS)
      for (const connections of CONNECTIONS) {
        const at = path.replace('SLUG', floor.someProject)
        const ofFloor = await measure(floor.url + at, connections, seconds)
        await floor.untilIdle()
        const ofSite = await measure(site.BASE_URL + at, connections, seconds)
        await floor.untilIdle()
        measured.push({ question: name, connections, floor: ofFloor, site: ofSite })
      }
    say(table(measured))
    return measured
  } finally {
    await floor.stop()
  }
}

await runScript(async () => {
  await main()
  return 0
})
