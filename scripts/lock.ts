// Locks between processes, on files.
//
// A lock is one that SQLite takes on an empty file: the kernel holds it and lets go of it when its process ends,
// however it ends. A file with a process number in it would have to be judged, and numbers come back.

import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.ts'

export type Lock = { release(): void }

// Many may hold a shared lock; nobody else holds anything beside an exclusive one.
const STATEMENTS = {
  shared: 'BEGIN; SELECT 1 FROM sqlite_schema',
  exclusive: 'BEGIN EXCLUSIVE',
} as const

const SQLITE_BUSY = 5
const SQLITE_READONLY = 8

/** Takes a lock if it is free. The file is made if need be; its folder must be there. */
export function tryLock(file: string, kind: keyof typeof STATEMENTS): Lock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec(STATEMENTS[kind])
  } catch (error) {
    database.close()
    if (codeIn(error) === SQLITE_BUSY) return undefined
    throw codeIn(error) === SQLITE_READONLY ? cannotWrite(file) : error
  }
  const lock = { release: () => release(lock) }
  held.set(lock, database)
  return lock
}

/**
 * Does work while holding an exclusive lock.
 * @param onWait called once if somebody else holds it
 */
export async function withLock<Value>(
  file: string,
  work: () => Promise<Value>,
  onWait: () => void = () => {},
): Promise<Value> {
  let lock = tryLock(file, 'exclusive')
  if (!lock) onWait()
  while (!lock) {
    await sleep(50)
    lock = tryLock(file, 'exclusive')
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

// A connection that nothing refers to is collected, and its lock with it.
const held = new Map<Lock, DatabaseSync>()

function release(lock: Lock): void {
  held.get(lock)?.close()
  held.delete(lock)
}

const codeIn = (error: unknown): unknown =>
  error instanceof Error && 'errcode' in error ? error.errcode : undefined

const cannotWrite = (file: string): Failure =>
  new Failure(
    `Cannot write to ${file}: another user has started Fondspår here before. Remove the file and try again.`,
  )
