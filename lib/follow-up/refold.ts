import 'server-only'
import { followUpFields, forFollowUp, shownText } from '../corrections/load.ts'
import type { Transaction } from '../db.ts'
import { changedFields, type ShownFields, sameJson } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { dayOf } from '../registry/sayings.ts'

/** A follow-up whose stored row is not what the fold gives. */
export type RefoldedFollowUp = { id: number; changes: ReturnType<typeof changedFields<string>> }

/**
 * Folds what follow-ups state and the corrections of it into what they show, and writes those that show something else.
 * Returns them with the fields that show something else. `dryRun` writes nothing.
 */
export async function refoldFollowUps(
  tx: Transaction,
  ids: readonly number[],
  { dryRun = false } = {},
): Promise<RefoldedFollowUp[]> {
  const rows = await tx.followUp.findMany({
    where: { id: { in: [...ids] }, state: { in: ['PUBLISHED', 'WITHDRAWN'] } },
    select: forFollowUp,
  })
  const changed: Changed[] = []
  for (const row of rows) {
    const fields = followUpFields(row)
    const shown = Object.fromEntries(
      Object.entries(fields).flatMap(([key, field]) => (field.shown ? [[key, field.shown]] : [])),
    )
    const asOf = shownText(fields, 'asOf')
    if (sameJson(shown, row.shown) && asOf === dayOf(row.asOf)) continue
    changed.push({ id: row.id, before: row.shown as ShownFields<string>, shown, asOf })
  }
  if (!dryRun) await write(tx, changed)
  return changed.map(({ id, before, shown }) => ({ id, changes: changedFields(before, shown) }))
}

type Changed = { id: number; before: ShownFields<string>; shown: Record<string, Shown>; asOf: string | null }
/** Follow-ups in one command: bounds the memory. */
const AT_ONCE = 1000

/** As lists in JSON: a table brings thousands at once. */
async function write(tx: Transaction, changed: readonly Changed[]) {
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const json = JSON.stringify(
      changed.slice(at, at + AT_ONCE).map(({ id, shown, asOf }) => ({ id, shown, asOf })),
    )
    await tx.$executeRaw`
      UPDATE follow_up f SET shown = r.shown, "asOf" = r."asOf", version = f.version + 1
      FROM jsonb_to_recordset(${json}::jsonb) AS r(id int, shown jsonb, "asOf" date) WHERE f.id = r.id`
  }
}
