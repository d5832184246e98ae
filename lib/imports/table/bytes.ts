import 'server-only'
import { database } from '../../db.ts'

/** Bytes read at once. */
const PIECE = 8 * 1024 * 1024

/**
 * The bytes of an import's file, read piece by piece: on their way through the driver and Prisma they are text twice and
 * bytes three times, and a file of fifty megabytes would take three hundred.
 */
export async function bytesOf(fileId: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await lengthOf(fileId))
  for (let at = 0; at < bytes.length; at += PIECE) {
    const rows = await database().$queryRaw<{ piece: Uint8Array }[]>`
      SELECT substring(bytes FROM ${at + 1}::int FOR ${PIECE}::int) AS piece FROM import_file WHERE id = ${fileId}`
    bytes.set(rows[0]?.piece ?? [], at)
  }
  return bytes
}

async function lengthOf(fileId: number): Promise<number> {
  const rows = await database().$queryRaw<{ length: number | null }[]>`
    SELECT octet_length(bytes) AS length FROM import_file WHERE id = ${fileId}`
  return rows[0]?.length ?? 0
}
