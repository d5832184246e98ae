// The site as the browser tests meet it: built, on a PostgreSQL of its own, with the sample in it.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { findBrowser } from '../browser.ts'
import { ROOT } from '../database/embedded.ts'
import { Failure } from '../failure.ts'
import { generateClient } from '../generate.ts'
import { loadSampleIfEmpty } from '../load-sample.ts'
import { end } from '../processes.ts'
import { type Address, freePort, urlOfSite } from '../site/address.ts'
import { ensureBuild } from '../site/build.ts'
import { nextEnvironment, startNext, untilListening } from '../site/next.ts'
import { startTestDatabase } from './test-database.ts'

const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')

type Report = (sentence: string) => void

/** Runs Playwright with the given arguments. Returns its exit code, or null if a signal ended it. */
export async function runBrowserTests(args: string[], report: Report, more: Record<string, string> = {}) {
  const browser = findBrowser(report)
  return withSite(report, (site) => {
    const env = { ...process.env, ...site, ...more, FONDSPAR_CHROMIUM: browser }
    const child = spawn(process.execPath, [PLAYWRIGHT, 'test', ...args], { cwd: ROOT, env, stdio: 'inherit' })
    return new Promise<{ code: number | null }>((resolve, reject) => {
      child.once('error', reject).once('close', (code) => resolve({ code }))
    })
  })
}

/** What the tests are told of the site, as environment variables. */
type Site = { BASE_URL: string; DATABASE_URL: string; DATABASE_LOG: string } & Login
/** What the site and the tests have to agree on for logging in. */
type Login = Record<
  'FONDSPAR_SECRET' | 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME',
  string
>

/** Starts the built site on a database of its own for as long as `work` takes. */
export async function withSite<Value>(
  report: Report,
  work: (site: Site) => Promise<Value>,
  fill: (url: string) => Promise<void> = (url) => loadSampleIfEmpty(url, report),
): Promise<Value> {
  const stop = new AbortController().signal
  await generateClient(report)
  const database = await startTestDatabase()
  try {
    const address: Address = { host: '127.0.0.1', port: await freePort() }
    const BASE_URL = urlOfSite(address)
    const login = await loginSettings()
    // Beside the database and for as long: a folder of files is one registry's.
    const FONDSPAR_FILES = join(dirname(database.log), 'files')
    const own = { SITE_URL: BASE_URL, FONDSPAR_FILES, ...login }
    const env = { ...nextEnvironment('production', database.url, address), ...own }
    const build = await ensureBuild({ env, stop, report })
    await fill(database.url)
    const server = startNext('production', address, env)
    try {
      await untilListening(server, address)
      if (server.exitCode !== null) throw new Failure('The web server has ended before the tests began.')
      return await work({ BASE_URL, DATABASE_URL: database.url, DATABASE_LOG: database.log, ...login })
    } finally {
      await end(server)
      build.release()
    }
  } finally {
    await database.stop()
  }
}

/** A secret for this run, and an OpenID Connect provider that the tests start where the site looks for it. */
async function loginSettings(): Promise<Login> {
  return {
    FONDSPAR_SECRET: randomBytes(32).toString('base64url'),
    OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    OIDC_CLIENT_ID: 'fondspar',
    OIDC_CLIENT_SECRET: randomBytes(32).toString('base64url'),
    OIDC_NAME: 'Provtjänsten',
  }
}
