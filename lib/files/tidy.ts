import 'server-only'
import { asOneAct, database } from '../db.ts'
import { holdFile } from './hold.ts'
import { fileStore } from './store.ts'

/** So many at a time; the next turn takes the rest. */
const AT_ONCE = 200

/**
 * Takes away the files that no follow-up has named for a day, of whatever state: they were replaced or removed while their
 * draft was written, or attaching them was broken off. Bytes that another row names stay. A folder, or a bucket's prefix, is one registry's: what another
 * one names is not asked.
 */
export async function tidyFiles(): Promise<void> {
  const loose = await database().$queryRaw<{ id: number; sha256: string }[]>`
    SELECT f.id, f.sha256 FROM attached_file f
    WHERE f."createdAt" < now() - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM follow_up u WHERE u."fileId" = f.id)
    ORDER BY f.id LIMIT ${AT_ONCE}`
  for (const { id, sha256 } of loose) await forget(id, sha256)
}

/** The bytes first: if the row stays because the store does not answer, the next turn tries again. */
const forget = (id: number, sha256: string) =>
  asOneAct(
    async (tx) => {
      await holdFile(tx, sha256)
      const { count } = await tx.attachedFile.deleteMany({ where: { id, followUps: { none: {} } } })
      if (count === 0 || (await tx.attachedFile.count({ where: { sha256 } })) > 0) return
      await (await fileStore()).remove(sha256)
    },
    { longest: 90_000 },
  )
