// Kills what works on imports, again and again at random moments, and looks whether half an import was ever in the registry
// and whether every import ended.
//
//     npm run crash                 200 kills of the worker's process, 20 of PostgreSQL
//     npm run crash -- 50 5

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { database } from '../lib/db.ts'
import { rebuildRegistry } from '../lib/registry/rebuild.ts'
import { type Chaos, playRound, Worker } from './crash/rounds.ts'
import { openEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrations.ts'
import { runScript } from './failure.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [kills = 200, falls = 20] = positionals.map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-crash-'))
  chmodSync(folder, 0o711)
  // As a site's own: one that forgets what it said was done when it is killed would prove nothing.
  const worker = new Worker()
  let server = await openEmbedded(folder, 'lasting', () => {})
  await migrate(server.url, () => {})
  process.env.DATABASE_URL = server.url
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
    round = await play('the worker', kills, round, killWorker)
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
    await database().$disconnect()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function play(what: string, wanted: number, from: number, chaos: Chaos): Promise<number> {
  let [round, strikes] = [from, 0]
  while (strikes < wanted) {
    strikes += await playRound(++round, chaos)
    if (round % 20 === 0) say(`  ${strikes} times ${what} killed in ${round - from} imports`)
  }
  say(`${strikes} times ${what} killed in ${round - from} imports: whole or not there, and each ended`)
  return round
}

await runScript(main)
