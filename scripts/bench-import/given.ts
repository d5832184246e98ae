import { createHash } from 'node:crypto'
import { database } from '../../lib/db.ts'
import { openTable, workOf } from '../../lib/imports/table/open.ts'
import type { Prisma } from '../../prisma/generated/client.ts'

export const say = (text: string) => process.stdout.write(`${text}\n`)

/** An import of a table whose columns somebody has explained, waiting for a worker. */
export async function importOf(bytes: Uint8Array<ArrayBuffer>) {
  const opened = await openTable(bytes, {})
  if (!opened.ok) throw new Error(opened.reason.en)
  const settings = { ...workOf(opened.table, { settings: {}, mapping: null }), isConfirmed: true }
  const { id } = await database().import.create({
    data: {
      actor: 'operator',
      state: 'WAITING',
      kind: 'table',
      title: 'bench.csv',
      summary: {},
      settings: settings as unknown as Prisma.InputJsonObject,
      files: {
        create: {
          position: 0,
          name: 'bench.csv',
          bytes,
          byteLength: bytes.byteLength,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      },
    },
    select: { id: true },
  })
  return {
    reading: id,
    /** Says yes to everything that can be brought in, and to bringing it in. */
    async acceptAll() {
      const where = { importId: id, NOT: { verdict: 'refused' } }
      const { count } = await database().importEntry.updateMany({ where, data: { choice: 'accept' } })
      say(`  ${count.toLocaleString('en')} rows accepted`)
      await database().import.update({ where: { id }, data: { state: 'COMMITTING', attempt: 0 } })
    },
    async mustBeDone() {
      const { state } = await database().import.findUniqueOrThrow({ where: { id }, select: { state: true } })
      if (state !== 'DONE') throw new Error(`the import is ${state}`)
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
