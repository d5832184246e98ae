// A PostgreSQL of our own in a folder: makes it, starts it, finds it running, stops it.
//
// What is true is read from PostgreSQL's own `postmaster.pid` and from whether it answers; no file of ours has to be
// right for that. Everything here expects that nobody else does the same to the same folder (see embedded.ts).

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Failure, messageOf } from '../failure.ts'
import { type Finished, runProgram } from '../processes.ts'
import type { Account, Place } from './place.ts'

/** A running PostgreSQL. */
export type Running = { pid: number; port: number }

/** `scratch` is for tests: fast, and lost if the machine stops. */
export type Kind = 'lasting' | 'scratch'

export const DATABASE = 'fondspar'
const USER = 'fondspar'
// Within the data, so that neither is ever there without the other.
const PASSWORD_FILE = 'fondspar-password'

const START_ATTEMPTS = 20
const PAUSE_MS = 50
// For how long a server that lives and does not answer may go on so.
const SILENCE_MS = 15_000

const SETTINGS: Record<Kind, string[]> = {
  lasting: [],
  scratch: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
}

const COMMON_SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'lc_messages=C',
  // Short queries are what this database gets, and compiling them costs more than it gives.
  'jit=off',
  'log_checkpoints=off',
  // Statements and details of errors hold what was read from documents, contacts among it.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

export const urlOf = (data: string, port: number, database = DATABASE): string =>
  `postgresql://${USER}:${readFileSync(join(data, PASSWORD_FILE), 'utf8')}@127.0.0.1:${port}/${database}`

/**
 * Makes the data folder if it is not there.
 * @throws {Failure} if PostgreSQL cannot make it, or it was written by another version of PostgreSQL
 */
export async function ensureCluster(place: Place, data: string, kind: Kind): Promise<void> {
  removeDrafts(data)
  if (existsSync(data)) await checkVersion(place, data)
  else await createCluster(place, data, kind)
}

/** Removes what starts that were killed have left half-done. */
function removeDrafts(data: string): void {
  for (const name of readdirSync(dirname(data))) {
    if (!name.startsWith(`${basename(data)}-draft-`)) continue
    rmSync(join(dirname(data), name), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function checkVersion(place: Place, data: string): Promise<void> {
  const file = join(data, 'PG_VERSION')
  if (!existsSync(file) || !existsSync(join(data, PASSWORD_FILE))) {
    throw new Failure(`${data} is no database that Fondspår made. Move it away and start again.`)
  }
  const have = readFileSync(file, 'utf8').trim()
  const { output } = await runAs(place, 'postgres', ['--version'])
  const want = /(\d+)/.exec(output)?.[1]
  if (have === want) return
  throw new Failure(
    `The database in ${data} was written by PostgreSQL ${have}, and this is ${want}. Move it over with pg_dump of ${have}, or move it away to begin anew.`,
  )
}

/** Makes the data in a folder of its own and renames it: what was cut off never looks like what is finished. */
async function createCluster(place: Place, data: string, kind: Kind): Promise<void> {
  const draft = mkdtempSync(`${data}-draft-`)
  const password = join(draft, 'password')
  mkdirSync(join(draft, 'data'), { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const path of [draft, join(draft, 'data'), password]) giveTo(place.account, path)
  await initialise(place, join(draft, 'data'), password, kind)
  renameSync(password, join(draft, 'data', PASSWORD_FILE))
  renameSync(join(draft, 'data'), data)
  rmSync(draft, { recursive: true })
}

function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

async function initialise(place: Place, data: string, password: string, kind: Kind): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${USER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=sv-SE',
    '--no-instructions',
    ...(kind === 'scratch' ? ['--no-sync'] : []),
  ]
  let problem = ''
  // The locale of the C library matters for little beside ICU's, but letters above ASCII should be letters in it.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const { code, output } = await runAs(place, 'initdb', [...args, `--locale=${locale}`])
    if (code === 0) return
    problem = output
    if (!/invalid locale/i.test(output)) break
  }
  throw new Failure(
    `PostgreSQL could not make a database in ${dirname(dirname(data))}: ${lastProblem(problem)}.`,
  )
}

const program = (place: Place, name: string): string =>
  join(place.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** For every program of PostgreSQL: a folder that any account may enter, and nothing of the user's own PostgreSQL. */
function optionsOf({ account, native }: Place) {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(env)) if (name.startsWith('PG')) delete env[name]
  return { ...account, cwd: process.platform === 'win32' ? native : '/', env }
}

/** @throws {Failure} if the program cannot be run on this machine */
const runAs = (place: Place, name: string, args: string[]): Promise<Finished> =>
  runProgram(program(place, name), args, optionsOf(place)).catch((error) => {
    throw cannotRun(error)
  })

const cannotRun = (error: Error): Failure =>
  new Failure(
    `The PostgreSQL that came with the packages does not run on this machine (${error.message}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
  )

/** What PostgreSQL said last of why it failed, without a stop at its end. */
function lastProblem(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|error|not found/i.test(line))
  return (lines.at(-1) ?? log.trim()).replace(/^.*?(?:FATAL|PANIC|error):\s*/i, '').replace(/\.$/, '')
}

/**
 * Starts PostgreSQL on a free port and waits until it answers.
 * @param log the file that its log goes to, anew at each start
 * @throws {Failure} with PostgreSQL's own reason if it does not start
 */
export async function startPostgres(place: Place, data: string, log: string, kind: Kind): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawnPostgres(place, data, log, [...COMMON_SETTINGS, ...SETTINGS[kind], `port=${port}`])
    const problem = await untilReady(child, data, port, log)
    if (problem === undefined) return { pid: child.pid ?? 0, port }
    // Somebody was faster on the port; or a server that was killed has not let go of everything yet.
    const mayPass = /could not bind|could not create any TCP|shared memory block|lock file/.test(problem)
    if (!mayPass || attempt === START_ATTEMPTS) {
      throw new Failure(`The database did not start: ${lastProblem(problem)} (see ${log}).`)
    }
    await sleep(10 * PAUSE_MS)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** In a session of its own: Ctrl-C in the terminal is for us, and we stop PostgreSQL when nothing needs it any more. */
function spawnPostgres(place: Place, data: string, log: string, settings: string[]): ChildProcess {
  rmSync(log, { force: true })
  const output = openSync(log, 'w', 0o600)
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(program(place, 'postgres'), args, {
    ...optionsOf(place),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  return child
}

/** Waits until the server answers. Returns what it said if it ended instead. */
async function untilReady(
  child: ChildProcess,
  data: string,
  port: number,
  log: string,
): Promise<string | undefined> {
  let startError: Error | undefined
  child.once('error', (error) => {
    startError = error
  })
  while (!startError && child.exitCode === null && child.signalCode === null) {
    if ((await probe(urlOf(data, port, 'postgres'))) === 'ready') return undefined
    await sleep(PAUSE_MS)
  }
  return startError ? cannotRun(startError).message : readFileSync(log, 'utf8')
}

type Answer = 'ready' | 'busy' | 'none'

/** Asks a server whether it is there. `busy` is one that is, and does not let us in: it starts, stops, or is full. */
async function probe(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  // A connection that breaks after it was made also says so here.
  client.on('error', () => {})
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    return error instanceof pg.DatabaseError || /timeout/.test(messageOf(error)) ? 'busy' : 'none'
  } finally {
    await client.end().catch(() => {})
  }
}

/** The PostgreSQL that runs on a data folder, if one does. One that hangs is ended; what a killed one left is removed. */
export async function findRunning(data: string): Promise<Running | undefined> {
  const giveUp = Date.now() + SILENCE_MS
  for (;;) {
    const running = readPidFile(data)
    if (!running) return undefined
    const answer = await probe(urlOf(data, running.port, 'postgres'))
    if (answer === 'ready') return running
    if (!isPostgres(running.pid, data)) break
    if (answer === 'none' && Date.now() > giveUp) await stopPostgres(data)
    await sleep(PAUSE_MS)
  }
  // PostgreSQL removes it itself, except if another program has got the number in the meantime.
  rmSync(pidFile(data), { force: true })
  return undefined
}

const pidFile = (data: string): string => join(data, 'postmaster.pid')

function readPidFile(data: string): Running | undefined {
  if (!existsSync(pidFile(data))) return undefined
  const [pid, , , port] = readFileSync(pidFile(data), 'utf8').split('\n')
  return { pid: Number(pid), port: Number(port) }
}

/** Whether a process is a PostgreSQL on this data folder, and not one that got its number later. */
function isPostgres(pid: number, data: string): boolean {
  if (process.platform === 'linux') {
    const file = `/proc/${pid}/cmdline`
    return existsSync(file) && readFileSync(file, 'utf8').includes(data)
  }
  return (
    spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(data) ??
    false
  )
}

/** Stops PostgreSQL and waits for its end: in good order, then at once, then by force. */
export async function stopPostgres(data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const running = readPidFile(data)
    if (!running || !isPostgres(running.pid, data)) return
    process.kill(running.pid, signal)
    const giveUp = Date.now() + SILENCE_MS
    while (isPostgres(running.pid, data) && Date.now() < giveUp) await sleep(PAUSE_MS)
  }
}
