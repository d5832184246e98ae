// Where the site listens.

import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, Failure, messageOf } from '../failure.ts'

export type Address = { host: string; port: number }

/**
 * Reads PORT (3000) and HOST. Without HOST the site can be reached from this machine only.
 * @throws {Failure} if PORT is no port
 */
export function readAddress({ PORT = '3000', HOST = '' }: NodeJS.ProcessEnv): Address {
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : 0
  if (port < 1 || port > 65_535)
    throw new Failure(`PORT is "${PORT}", and has to be a number from 1 to 65535.`)
  return { host: HOST || '127.0.0.1', port }
}

/** A port of this machine that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** How a browser on this machine reaches it. */
export function urlOfSite({ host, port }: Address): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

// A site that was just stopped or killed may need a moment to let go of its port.
const PATIENCE_MS = 5000

/**
 * Makes sure that the site can listen at an address.
 * @throws {Failure} if another program listens there, or this machine has no such address
 */
export async function checkAddress(address: Address, patienceMs = PATIENCE_MS): Promise<void> {
  const giveUp = Date.now() + patienceMs
  let problem = await tryListen(address)
  while (codeOf(problem) === 'EADDRINUSE' && Date.now() < giveUp) {
    await sleep(200)
    problem = await tryListen(address)
  }
  if (problem) throw explain(address, problem)
}

function tryListen({ host, port }: Address): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

function explain({ host, port }: Address, problem: Error): Failure {
  const code = codeOf(problem)
  if (code === 'EADDRINUSE') {
    return new Failure(
      `Port ${port} is taken: Fondspår runs already, or another program uses it. Choose another one: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new Failure(
      `You may not use port ${port} on this machine. Choose another one: PORT=3000 npm start`,
    )
  }
  return new Failure(`Cannot listen on HOST ${host}, port ${port}: ${messageOf(problem)}.`)
}
