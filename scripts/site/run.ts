// Everything from a fresh clone to a running site, and back.

import type { ChildProcess } from 'node:child_process'
import { pathOf } from '../../lib/paths.ts'
import { DATA, type Database, makeWritable, openDatabase, ROOT } from '../database/embedded.ts'
import { migrate } from '../database/migrations.ts'
import { Failure } from '../failure.ts'
import { generateClient } from '../generate.ts'
import { loadSampleIfEmpty } from '../load-sample.ts'
import { end } from '../processes.ts'
import { type Address, checkAddress, readAddress, urlOfSite } from './address.ts'
import { ensureBuild } from './build.ts'
import { addFirstAdministrator, type FirstAdministrator } from './first-administrator.ts'
import { type Mode, nextEnvironment, startNext, untilListening } from './next.ts'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/**
 * Runs the site until it is asked to stop. Returns the exit code.
 * @throws {Failure} with what kept it from starting, or ended it
 */
export async function runSite(mode: Mode): Promise<number> {
  const stop = stopSignal()
  try {
    await startAndServe(mode, stop)
  } catch (error) {
    // What breaks because it was told to stop is no failure.
    if (!stop.aborted) throw error
  }
  return 0
}

/** Aborts when somebody wants the site to stop: by Ctrl-C, by a signal, or by killing what started it. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (!controller.signal.aborted) say('Stopping …')
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.once('disconnect', stop)
  return controller.signal
}

async function startAndServe(mode: Mode, stop: AbortSignal): Promise<void> {
  const address = readAddress(process.env)
  // What would fail after a minute of work is looked at first.
  makeWritable(ROOT)
  makeWritable(DATA)
  await checkAddress(address)
  say(process.env.DATABASE_URL ? 'Looking at the database …' : 'Starting the database …')
  const database = await openDatabase({ report: say })
  try {
    await prepareAndServe(mode, address, database, stop)
  } finally {
    await database.stop()
  }
}

async function prepareAndServe(
  mode: Mode,
  address: Address,
  database: Database,
  stop: AbortSignal,
): Promise<void> {
  const env = nextEnvironment(mode, database.url, address)
  stop.throwIfAborted()
  await generateClient(say, stop)
  const build = mode === 'production' ? await ensureBuild({ env, stop, report: say }) : undefined
  try {
    stop.throwIfAborted()
    await migrate(database.url, say)
    await loadSampleIfEmpty(database.url, say, stop)
    const first = await addFirstAdministrator(database.url, env, stop)
    // At once: whatever goes wrong after this, it is known nowhere else.
    if (first) say(firstText(first))
    stop.throwIfAborted()
    await serve(mode, address, env, database, stop)
  } finally {
    build?.release()
  }
}

async function serve(
  mode: Mode,
  address: Address,
  env: NodeJS.ProcessEnv,
  database: Database,
  stop: AbortSignal,
): Promise<void> {
  say('Starting the web server …')
  const server = startNext(mode, address, env)
  try {
    const problem = endOf(server, database, stop)
    await Promise.race([untilListening(server, address), problem])
    if (server.exitCode === null && !stop.aborted) announce(mode, address)
    const sentence = await problem
    if (sentence) throw new Failure(sentence)
  } finally {
    await end(server)
  }
}

/** Resolves when the site ends: with nothing if it was asked to, or else with what happened. */
function endOf(server: ChildProcess, database: Database, stop: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined)
    stop.addEventListener('abort', () => resolve(undefined))
    server.once('exit', (code, signal) =>
      resolve(
        `The web server has ended (${signal ?? `exit code ${code}`}), and the rest was stopped. Start again.`,
      ),
    )
    server.once('error', ({ message }) => resolve(`The web server could not be started: ${message}.`))
    void database.ended.then(() =>
      resolve(
        'The database has ended (.data/postgres.log may say why), and the site was stopped. Start again.',
      ),
    )
  })
}

function announce(mode: Mode, address: Address): void {
  const url = urlOfSite(address)
  say(`
Fondspår is running${mode === 'development' ? ' in development' : ''}:

    ${url}        in Swedish
    ${url}/en     in English

Everything in it is public. Those who correct and extend it log in here:

    ${url}${pathOf('sv', { page: 'staff/login' })}

Stop it with Ctrl-C.
`)
}

const firstText = ({ email, password }: FirstAdministrator) => `
There was no account, so the first administrator was made. This is shown once:

    e-mail     ${email}
    password   ${password}
`
