import 'server-only'
import { PgBoss } from 'pg-boss'

// Kept on the global object: each of the server's bundles loads this module anew.
const kept = globalThis as { fondsparBoss?: Promise<PgBoss> }

/** The job queues, where this process has started a worker (lib/jobs/worker.ts); scripts and tests have none. */
export const boss = async (): Promise<PgBoss | undefined> => kept.fondsparBoss

/** Starts the job queues of this process; once. They live in a schema of their own in the registry's database. */
export function startBoss(url: string): Promise<PgBoss> {
  kept.fondsparBoss ??= connect(url).catch((error) => {
    delete kept.fondsparBoss
    throw error
  })
  return kept.fondsparBoss
}

async function connect(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'fondspar jobs',
    max: 3,
    schedule: false,
    useListenNotify: true,
  })
  // Without a listener an error of the connection would end the process. It connects again by itself.
  boss.on('error', (error) => {
    process.stderr.write(`The job queue has a problem: ${error.name}\n`)
  })
  return boss.start()
}
