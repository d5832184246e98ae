import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { changeViews, type Group, LISTED } from '../history/rows.ts'
import type { ChangeView } from '../history/view.ts'
import { type Page, pageOf } from '../paging.ts'

const PAGE = 50

/** What somebody has done, the newest first. A look at many warnings is told as one. */
export async function listOwnChanges(userId: number, page: number): Promise<Page<ChangeView>> {
  const [row] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (SELECT FROM change WHERE "userId" = ${userId} GROUP BY ${AS_ONE}) AS acts`
  return pageOf(row?.total ?? 0, page, PAGE, (range) => ownChanges(userId, range))
}

/** The newest few. */
export const newestOwnChanges = (userId: number, take: number): Promise<ChangeView[]> =>
  ownChanges(userId, { skip: 0, take })

async function ownChanges(
  userId: number,
  { skip, take }: { skip: number; take: number },
): Promise<ChangeView[]> {
  const groups = await database().$queryRaw<Group[]>`
    SELECT max(id) AS id, count(*)::int AS count, (array_agg(id ORDER BY id))[1:${LISTED}] AS ids
    FROM change WHERE "userId" = ${userId} GROUP BY ${AS_ONE} ORDER BY max(id) DESC LIMIT ${take} OFFSET ${skip}`
  return changeViews(groups, 'staff')
}

const AS_ONE = Prisma.sql`revision, CASE WHEN action IN ('lookedAt', 'lookAgain') THEN action ELSE id::text END`
