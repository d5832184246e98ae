import 'server-only'
import type { Transaction } from '../db.ts'

/** The registry's revision, for the trace of what does not change the registry. */
export async function currentRevision(tx: Transaction): Promise<number> {
  const registry = await tx.registry.findUnique({ where: { id: 1 }, select: { revision: true } })
  return registry?.revision ?? 0
}
