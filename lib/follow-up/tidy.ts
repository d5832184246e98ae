import 'server-only'
import { database } from '../db.ts'

/**
 * Erases what was typed, or stood in a table, a month after nothing needs it any longer: it may name people. Of what was
 * published that is what its values were read from, of what was set aside all of it, with its file, which is tidied away
 * as nothing names it (lib/files/tidy.ts). What was stated, its corrections and the trace stay.
 */
export async function tidyFollowUps(): Promise<void> {
  await database().$executeRaw`
    UPDATE follow_up SET content = '{}', version = version + 1
    WHERE state IN ('PUBLISHED', 'WITHDRAWN') AND "publishedAt" < now() - interval '30 days' AND content <> '{}'`
  await database().$executeRaw`
    UPDATE follow_up SET content = '{}', "fileId" = NULL, version = version + 1
    WHERE state = 'DISCARDED' AND "updatedAt" < now() - interval '30 days'
      AND (content <> '{}' OR "fileId" IS NOT NULL)`
  // A table that was set aside does not say when: nobody takes it up again.
  await database().$executeRaw`
    UPDATE follow_up_batch SET rows = '{"unknown": [], "rows": []}', version = version + 1
    WHERE state IN ('done', 'undone', 'cancelled')
      AND coalesce("undoneAt", "committedAt", "createdAt") < now() - interval '30 days'
      AND rows <> '{"unknown": [], "rows": []}'`
}
