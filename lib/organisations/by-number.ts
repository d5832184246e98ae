import 'server-only'
import type { Transaction } from '../db.ts'

/** `leadsTo`: the organisation that it is merged into, else itself. */
type Numbered = { id: number; leadsTo: number }

/**
 * Tells whose a number is: the organisation that has it, else the one that sources gave it to and a person has corrected
 * since. Sources go on saying what they say.
 */
export async function organisationsByNumber(
  tx: Transaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Numbered>> {
  const wanted = [...new Set(numbers)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ number: string; id: number; leadsTo: number; held: boolean }[]>`
    SELECT number, id, coalesce("mergedIntoId", id) AS "leadsTo", true AS held FROM organisation
    WHERE number = ANY(${wanted}::text[])
    UNION ALL
    SELECT "asRead" ->> 'number', id, coalesce("mergedIntoId", id), false FROM organisation
    WHERE "asRead" IS NOT NULL AND "asRead" ->> 'number' = ANY(${wanted}::text[])
    ORDER BY held, id DESC`
  // The last to be set stays: who has the number, and among others the oldest.
  return new Map(rows.map(({ number, id, leadsTo }) => [number, { id, leadsTo }]))
}
