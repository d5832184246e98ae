import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { followUpFields, forFollowUp, shownText } from '../corrections/load.ts'
import type { Transaction } from '../db.ts'
import { sameJson } from '../projects/fold.ts'
import { dayOf } from '../registry/sayings.ts'

/**
 * Folds what follow-ups state and the corrections of it into what they show, and writes those that show something else.
 * Returns their ids. `dryRun` writes nothing.
 */
export async function refoldFollowUps(
  tx: Transaction,
  ids: readonly number[],
  { dryRun = false } = {},
): Promise<number[]> {
  const rows = await tx.followUp.findMany({
    where: { id: { in: [...ids] }, state: { in: ['PUBLISHED', 'WITHDRAWN'] } },
    select: forFollowUp,
  })
  const changed: number[] = []
  for (const row of rows) {
    const fields = followUpFields(row)
    const shown = Object.fromEntries(
      Object.entries(fields).flatMap(([key, field]) => (field.shown ? [[key, field.shown]] : [])),
    )
    const asOf = shownText(fields, 'asOf')
    if (sameJson(shown, row.shown) && asOf === dayOf(row.asOf)) continue
    changed.push(row.id)
    if (!dryRun)
      await tx.followUp.update({
        where: { id: row.id },
        data: {
          shown: shown as Prisma.InputJsonObject,
          asOf: asOf && new Date(asOf),
          version: { increment: 1 },
        },
      })
  }
  return changed
}
