import 'server-only'
import type { Transaction } from '../db.ts'

/** Until the transaction ends, nobody else names or tidies away the bytes of a hash. */
export async function holdFile(tx: Transaction, sha256: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`
}
