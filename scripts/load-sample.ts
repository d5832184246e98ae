// Fills a registry that has nothing in it with the sample, so that a newcomer sees a living one.

import { join } from 'node:path'
import pg from 'pg'
import { ROOT } from './database/embedded.ts'
import { Failure } from './failure.ts'
import { runNode, SCRIPT_OPTIONS } from './processes.ts'

const LOCK = 72_707_371

/**
 * Loads the sample, unless FONDSPAR_SAMPLE is `no`, through the command that people use. Of several starts at once, one does it and the others wait.
 * @throws {Failure} with what the command said
 */
export async function loadSampleIfEmpty(
  url: string,
  report: (sentence: string) => void,
  stop?: AbortSignal,
): Promise<void> {
  if (process.env.FONDSPAR_SAMPLE === 'no') return
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    if (!(await isEmpty(client))) return
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (await isEmpty(client)) await loadSample(url, report, stop)
  } finally {
    await client.end()
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM source_document LIMIT 1')
  return rowCount === 0
}

async function loadSample(
  url: string,
  report: (sentence: string) => void,
  stop?: AbortSignal,
): Promise<void> {
  report('The registry is empty: loading the sample …')
  const command = [join(ROOT, 'scripts', 'registry.ts'), 'import', '--sample']
  const env = { ...process.env, DATABASE_URL: url }
  const { code, output } = await runNode([...SCRIPT_OPTIONS, ...command], { cwd: ROOT, env }, stop)
  if (code !== 0) throw new Failure(`The sample could not be loaded.\n${output.trim()}`)
}
