import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { tidyFiles } from '../files/tidy.ts'
import { tidyFollowUps } from '../follow-up/tidy.ts'
import { WORKING } from '../imports/desk/state.ts'
import { tidyImports } from '../imports/desk/tidy.ts'
import { workOnImport } from '../imports/desk/work.ts'
import { startBoss } from './boss.ts'
import { IMPORT_QUEUE, type ImportJob } from './queues.ts'

/** Imports that one process works on at the same time. */
const AT_ONCE = 2
/** How often a worker looks by itself for imports that wait. Milliseconds. */
const LOOK_EVERY = 15_000
/** Every so many looks, what nothing came of is tidied away: once in six hours. */
const TIDY_EVERY = 1440
/** How long it waits before it tries to start again. Milliseconds. */
const TRY_AGAIN = 5_000

/**
 * Has this process work on imports until it ends: on those it is woken for, and on those that were left lying when another
 * process ended. What there is to do stands in the imports' rows alone; jobs wake workers up. Never throws.
 */
export async function runWorker(url: string): Promise<void> {
  for (;;) {
    try {
      await listen(url)
      break
    } catch {
      await sleep(TRY_AGAIN, undefined, { ref: false })
    }
  }
  for (let looks = 0; ; looks++) {
    await lookForWork(url).catch(() => {})
    if (looks % TIDY_EVERY === 0) await tidyImports().catch(() => {})
    if (looks % TIDY_EVERY === 0) await tidyFollowUps().catch(() => {})
    if (looks % TIDY_EVERY === 0) await tidyFiles().catch(() => {})
    await sleep(LOOK_EVERY, undefined, { ref: false })
  }
}

async function listen(url: string) {
  const boss = await startBoss(url)
  // A job is tried once: the import's row says what is left to do, and is looked at again anyway.
  const queue = { policy: 'standard', notify: true, retryLimit: 0, deleteAfterSeconds: 86_400 } as const
  await boss.createQueue(IMPORT_QUEUE, queue)
  const options = { localConcurrency: AT_ONCE, pollingIntervalSeconds: 2 }
  await boss.work<ImportJob>(IMPORT_QUEUE, options, async ([job]) => {
    if (job) await workOnImport(job.data.importId)
  })
}

/** Works on what waits, one after the other; what another worker has is left to it. */
async function lookForWork(url: string) {
  // A connection of its own: it is opened four times a minute, and pages count their queries.
  const client = new pg.Client({ connectionString: url, application_name: 'fondspar jobs' })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client
    .query<{ id: number }>('SELECT id FROM import WHERE state::text = ANY($1) ORDER BY id', [[...WORKING]])
    .finally(() => client.end())
  for (const { id } of rows) await workOnImport(id)
}
