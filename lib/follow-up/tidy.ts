import 'server-only'
import { database } from '../db.ts'

/** So many of a kind at a time; the next turn takes the rest. */
const AT_ONCE = 10_000

/**
 * Erases what was typed, or stood in a table, a month after nothing needs it any longer: it may name people. Of what was
 * published that is what its values were read from, of what was set aside all of it, with its file, which is tidied away
 * as nothing names it (lib/files/tidy.ts). What was stated, its corrections and the trace stay. Rows that somebody is
 * writing are left to the next turn: nobody waits for it, and it for nobody.
 */
export async function tidyFollowUps(): Promise<void> {
  const db = database()
  await db.$executeRaw`
    UPDATE follow_up SET content = '{}', version = version + 1 WHERE id IN (
      SELECT id FROM follow_up
      WHERE state IN ('PUBLISHED', 'WITHDRAWN') AND "publishedAt" < now() - interval '30 days' AND content <> '{}'
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
  await db.$executeRaw`
    UPDATE follow_up SET content = '{}', "fileId" = NULL, version = version + 1 WHERE id IN (
      SELECT id FROM follow_up
      WHERE state = 'DISCARDED' AND "updatedAt" < now() - interval '30 days'
        AND (content <> '{}' OR "fileId" IS NOT NULL)
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
  // A table that was set aside does not say when: nobody takes it up again.
  await db.$executeRaw`
    UPDATE follow_up_batch SET rows = '{"unknown": [], "rows": []}', version = version + 1 WHERE id IN (
      SELECT id FROM follow_up_batch
      WHERE state IN ('done', 'undone', 'cancelled')
        AND coalesce("undoneAt", "committedAt", "createdAt") < now() - interval '30 days'
        AND rows <> '{"unknown": [], "rows": []}'
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
}
