import { fileURLToPath } from 'node:url'
import { database } from '../../lib/db.ts'
import { runNode, SCRIPT_OPTIONS } from '../processes.ts'

export const say = (text: string) => process.stdout.write(`${text}\n`)

const GIVE = fileURLToPath(new URL('./give.ts', import.meta.url))

/** An import of so many rows whose columns somebody has explained, waiting for a worker. */
export async function importOf(rows: number, seed: number) {
  const { code, output } = await runNode([...SCRIPT_OPTIONS, GIVE, String(rows), String(seed)], {
    env: process.env,
  })
  const id = Number(output.trim().split('\n').at(-1))
  if (code !== 0 || !Number.isInteger(id)) throw new Error(`the import could not be given:\n${output}`)
  return {
    reading: id,
    /** Says yes to everything that can be brought in, and to bringing it in. */
    async acceptAll() {
      const where = { importId: id, NOT: { verdict: 'refused' } }
      const { count } = await database().importEntry.updateMany({ where, data: { choice: 'accept' } })
      say(`  ${count.toLocaleString('en')} rows accepted`)
      await database().import.update({ where: { id }, data: { state: 'COMMITTING', attempt: 0 } })
    },
    /** When it was in the registry: what follows, organisations that look alike, nobody waits for. */
    async doneAt(): Promise<number> {
      const select = { state: true, committedAt: true }
      const { state, committedAt } = await database().import.findUniqueOrThrow({ where: { id }, select })
      if (state !== 'DONE' || !committedAt) throw new Error(`the import is ${state}`)
      return committedAt.getTime()
    },
  }
}

/** Looks how much memory this process holds, until it is asked for the most of it, in MB. */
export function memoryPeak(): () => number {
  let most = 0
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    look()
    return Math.round(most / 1024 / 1024)
  }
}
