import 'server-only'
import type { Database, Transaction } from '../db.ts'

/** Days that an e-mail is kept after its report was closed, and that an address counts for limits. */
export const EMAIL_DAYS = 30
const ADDRESS_DAYS = 2
/** Reports that are tidied at once: the rest follows with the next visit. */
const AT_ONCE = 500

/** Erases what is not needed any more: e-mails of reports closed long ago, and whom reports came from. */
export async function tidyReports(db: Database | Transaction): Promise<void> {
  await db.$executeRaw`
    UPDATE report SET email = NULL WHERE id IN (
      SELECT id FROM report WHERE status IN ('ACCEPTED', 'DECLINED') AND email IS NOT NULL
        AND "handledAt" < now() - make_interval(days => ${EMAIL_DAYS}) LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
  await db.$executeRaw`
    UPDATE report SET "addressKey" = '' WHERE id IN (
      SELECT id FROM report WHERE "addressKey" > '' AND at < now() - make_interval(days => ${ADDRESS_DAYS})
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
}
