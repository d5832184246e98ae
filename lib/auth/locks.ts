import 'server-only'
import type { Transaction } from '../db.ts'

/**
 * Lets one writer at a time change accounts: of two administrators who disable each other one comes first, and the other
 * is one no longer. Logins do not wait for it.
 */
export const lockAccounts = (tx: Transaction) =>
  tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('fondspar accounts', 0))`
