import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { database, type Transaction } from '../../db.ts'

/** Whether an import is still to be read, or compared before it is brought in: nobody has given it up. */
export const isStillReading = async (id: number): Promise<boolean> =>
  (await database().import.count({ where: { id, state: { in: ['READING', 'COMMITTING'] } } })) === 1

type Reviewed = {
  /** The registry's, that the entries were compared with. */
  revision: number
  /** Something would do something else than was decided: a person is asked, though the import was on its way in. */
  moved: boolean
  settings?: Prisma.InputJsonObject
}

/** Notes that an import's entries are compared: those that were read are to be decided on, those on their way in go on. */
export async function noteReviewed(
  id: number,
  { revision, moved, settings }: Reviewed,
  db: Transaction = database(),
): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { revision, ...(settings && { settings }) } })
  await db.import.updateMany({
    where: { id, state: { in: moved ? ['READING', 'COMMITTING'] : ['READING'] } },
    data: { state: 'REVIEW', progress: {}, attempt: 0, changedAt: new Date(), version: { increment: 1 } },
  })
}
