import 'server-only'
import { database } from '../../db.ts'

/**
 * Erases the files of imports that were given up or failed a month ago, with what was read in them: they may name people,
 * and nothing came of them. What the list says of them stays.
 */
export async function tidyImports(): Promise<void> {
  await database().$executeRaw`
    UPDATE import_file f SET bytes = NULL, draft = NULL FROM import i
    WHERE i.id = f."importId" AND i.state IN ('CANCELLED', 'FAILED') AND i."changedAt" < now() - interval '30 days'
      AND (f.bytes IS NOT NULL OR f.draft IS NOT NULL)`
  // A table's first rows and examples of its cells, as they stand in the file.
  await database().$executeRaw`
    UPDATE import SET settings = settings || '{"table": null, "problems": []}'
    WHERE state IN ('CANCELLED', 'FAILED') AND "changedAt" < now() - interval '30 days' AND settings ? 'table'`
  await database().$executeRaw`
    DELETE FROM import_entry e USING import i
    WHERE i.id = e."importId" AND i.state IN ('CANCELLED', 'FAILED') AND i."changedAt" < now() - interval '30 days'`
}
