// Gives a new import of so many rows to the database that DATABASE_URL names, and says its number: in a process of its own,
// so that whoever measures the import holds nothing of the file.
//
//     node scripts/bench-import/give.ts ROWS SEED

import { createHash } from 'node:crypto'
import { database } from '../../lib/db.ts'
import { openTable, workOf } from '../../lib/imports/table/open.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { runScript } from '../failure.ts'
import { csvOf, inventedRows } from './rows.ts'

/** An import of a table whose columns somebody has explained, waiting for a worker. */
async function importOf(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
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
  return id
}

await runScript(async () => {
  const [rows, seed] = process.argv.slice(2).map(Number)
  const id = await importOf(csvOf(inventedRows(rows ?? 0, seed ?? 0)))
  await database().$disconnect()
  process.stdout.write(`${id}\n`)
  return 0
})
