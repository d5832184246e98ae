import { join } from 'node:path'
import type { Order } from './child.ts'
import { type Apart, type ApartLimits, inOwnProcess } from './process.ts'
import type { Tasks } from './tasks.ts'

type Input<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0]
type Output<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>

/** Whoever sends many files at once shall not get as many processes: the others wait. */
const MOST_AT_ONCE = 2

/**
 * Does a task in a process of its own, which has no environment, no network, no other programs, and may read nothing
 * but this program's code. It is ended when it takes too long (counted from when its turn comes) or too much memory;
 * whatever becomes of it, this process goes on and gets an answer. Never throws.
 */
export async function runApart<Name extends keyof Tasks>(
  task: Name,
  input: Input<Name>,
  limits: ApartLimits,
): Promise<Apart<Output<Name>>> {
  await takeTurn()
  try {
    const order: Order = { task, input }
    return await inOwnProcess<Output<Name>>(CHILD, order, limits)
  } finally {
    endTurn()
  }
}

/** In the program's folder; named in pieces, so that no bundler looks for it. */
const CHILD = join('lib', 'apart', 'child.ts')

let running = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  // A turn that ends is handed on, so that nobody who comes later can take it.
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
}

function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}
