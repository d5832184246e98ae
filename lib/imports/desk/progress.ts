import 'server-only'
import { database } from '../../db.ts'
import type { Progress } from './state.ts'

/** How often progress is written. Milliseconds. */
const EVERY = 400

/** Notes how far the work has come, now and then, outside of the work's own transaction. */
export function progressOf(id: number): (progress: Progress) => Promise<void> {
  let told = 0
  return async (progress) => {
    if (progress.done > 0 && performance.now() - told < EVERY) return
    told = performance.now()
    await database().import.updateMany({ where: { id }, data: { progress } })
  }
}
