// Kills what works on imports, again and again at random moments, and looks whether half an import was ever in the registry
// and whether every import ended.
//
//     npm run crash                 200 kills of the worker's process, 20 of PostgreSQL
//     npm run crash -- 50 5
//     npm run crash -- 200 --site   200 kills of the whole site

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { database } from '../lib/db.ts'
import { boss } from '../lib/jobs/boss.ts'
import { rebuildRegistry } from '../lib/registry/rebuild.ts'
import { type Chaos, playRound, Worker } from './crash/rounds.ts'
import { Site } from './crash/site.ts'
import type { Victim } from './crash/victim.ts'
import { openEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrations.ts'
import { runScript } from './failure.ts'
import { type Address, freePort } from './site/address.ts'
import { ensureBuild } from './site/build.ts'
import { nextEnvironment } from './site/next.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'boolean' } },
  })
  const [kills = 200, falls = values.site ? 0 : 20] = positionals.map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-crash-'))
  chmodSync(folder, 0o711)
  // As a site's own: one that forgets what it said was done when it is killed would prove nothing.
  let server = await openEmbedded(folder, 'lasting', () => {})
  await migrate(server.url, () => {})
  process.env.DATABASE_URL = server.url
  const site = values.site ? await builtSite() : undefined
  const worker: Victim = site?.victim ?? new Worker()
  try {
    let round = 0
    const killWorker: Chaos = {
      worker,
      random: Math.random,
      async strike(after, isOver) {
        await sleep(after)
        if (!isOver()) await worker.kill()
      },
    }
    round = await play(site ? 'the site' : 'the worker', kills, round, killWorker)
    const killPostgres: Chaos = {
      worker,
      random: Math.random,
      async strike(after, isOver) {
        await sleep(after)
        if (isOver()) return
        const { pid } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))
        process.kill(pid, 'SIGKILL')
        await database().$disconnect()
        await server.ended
        server = await openEmbedded(folder, 'lasting', () => {})
        process.env.DATABASE_URL = server.url
        // It may have another port now, which the worker is told when it starts.
        await worker.kill()
      },
    }
    round = await play('PostgreSQL', falls, round, killPostgres)
    const { driftedProjects, driftedItems } = await rebuildRegistry({ dryRun: true })
    say(
      `${round} imports, none of them half; ${driftedProjects.length + driftedItems.length} records drifted`,
    )
    return driftedProjects.length + driftedItems.length > 0 ? 1 : 0
  } finally {
    await worker.kill()
    await (await boss())?.stop({ graceful: false })
    await database().$disconnect()
    await server.stop()
    site?.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function builtSite(): Promise<{ victim: Site; release: () => void }> {
  const address: Address = { host: '127.0.0.1', port: await freePort() }
  const env = () => nextEnvironment('production', process.env.DATABASE_URL ?? '', address)
  const { release } = await ensureBuild({ env: env(), stop: new AbortController().signal, report: say })
  return { victim: new Site(address, env), release }
}

async function play(what: string, wanted: number, from: number, chaos: Chaos): Promise<number> {
  if (wanted === 0) return from
  let [round, strikes] = [from, 0]
  while (strikes < wanted) {
    strikes += await playRound(++round, chaos)
    if (round % 20 === 0) say(`  ${strikes} times ${what} killed in ${round - from} imports`)
  }
  say(`${strikes} times ${what} killed in ${round - from} imports: whole or not there, and each ended`)
  return round
}

await runScript(main)
