import 'server-only'
import type { Transaction } from '../db.ts'
import { REGISTRY_TAG } from './tags.ts'

/**
 * Lets one writer at a time change the registry, and gives its change a number. Numbers are given in the order in which
 * changes become visible, so that whoever has seen one has seen all before it.
 */
export async function lockRegistry(tx: Transaction): Promise<number> {
  const rows = await tx.$queryRaw<
    { revision: number }[]
  >`SELECT revision FROM registry WHERE id = 1 FOR UPDATE`
  return (rows[0]?.revision ?? 0) + 1
}

/** Makes a change known: pages kept under these tags are old once the transaction has ended. */
export async function publishRevision(tx: Transaction, revision: number, tags: readonly string[]) {
  await tx.registry.update({ where: { id: 1 }, data: { revision } })
  await tx.$executeRaw`
    INSERT INTO cache_tag (tag, revision) SELECT unnest(${[...new Set([...tags, REGISTRY_TAG])]}::text[]), ${revision}
    ON CONFLICT (tag) DO UPDATE SET revision = excluded.revision`
}
