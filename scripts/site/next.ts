// The web server as a process of its own.

import type { ChildProcess } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DATA, ROOT } from '../database/embedded.ts'
import { startNode } from '../processes.ts'
import type { Address } from './address.ts'
import { siteSecret } from './secret.ts'

export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

export type Mode = 'production' | 'development'

export function nextEnvironment(mode: Mode, databaseUrl: string, { port }: Address): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    FONDSPAR_SECRET: siteSecret(DATA),
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

export function startNext(mode: Mode, { host, port }: Address, env: NodeJS.ProcessEnv): ChildProcess {
  const command = mode === 'production' ? 'start' : 'dev'
  // Next announces itself on standard output; in production we say what there is to say.
  const output = mode === 'production' ? 'ignore' : 'inherit'
  const stdio = ['ignore', output, 'inherit'] as ('ignore' | 'inherit')[]
  return startNode([NEXT, command, '--port', String(port), '--hostname', host], { cwd: ROOT, env, stdio })
}

/** Waits until the server answers, or has ended. It takes connections before it can answer. */
export async function untilListening(server: ChildProcess, { host, port }: Address): Promise<void> {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  while (server.exitCode === null && server.signalCode === null && !(await answers(reachable, port))) {
    await sleep(50)
  }
}

/** Asks for something that needs no page to be made. Any answer will do. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host, port, path: '/_next/static/none', agent: false })
    request.once('response', (response) => {
      response.resume()
      resolve(true)
    })
    request.once('error', () => resolve(false))
  })
}
