import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '../../lib/db.ts'
import { isWorking } from '../../lib/imports/desk/state.ts'
import { startBoss } from '../../lib/jobs/boss.ts'
import { wakeImports } from '../../lib/jobs/wake.ts'
import type { Address } from '../site/address.ts'
import { startNext, untilListening } from '../site/next.ts'
import type { Victim } from './victim.ts'

/** How often it is looked whether an import is done. Milliseconds. */
const LOOK_EVERY = 20

/** The whole built site, as it runs for real: it works on imports beside its visitors. */
export class Site implements Victim {
  private child: ChildProcess | undefined
  private readonly address: Address
  private readonly env: () => NodeJS.ProcessEnv

  /** `env`: of its process, with the database's address, which may be another by the next start. */
  constructor(address: Address, env: () => NodeJS.ProcessEnv) {
    this.address = address
    this.env = env
  }

  async start(): Promise<void> {
    if (this.child) return
    this.child = startNext('production', this.address, this.env())
    await untilListening(this.child, this.address)
    await startBoss(this.env().DATABASE_URL ?? '')
  }

  async work(id: number): Promise<string> {
    await this.start()
    const child = this.child as ChildProcess
    const gone = child.signalCode ? Promise.resolve() : once(child, 'exit')
    await wakeImports(id)
    let isOver = false
    const ended = await Promise.race([gone.then(() => 'killed'), untilDone(id, () => isOver)])
    isOver = true
    return ended
  }

  async kill(): Promise<void> {
    const { child } = this
    this.child = undefined
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    // Its whole group: what it started goes down with it.
    process.kill(-child.pid, 'SIGKILL')
    await gone
  }
}

async function untilDone(id: number, isOver: () => boolean): Promise<string> {
  while (!isOver()) {
    const { state } = await database().import.findUniqueOrThrow({ where: { id }, select: { state: true } })
    if (!isWorking(state)) return 'done'
    await sleep(LOOK_EVERY)
  }
  return 'killed'
}
