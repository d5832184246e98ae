import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'

/**
 * Tells the organisation that goes by a name; of one that is merged into another, the other. None where nobody does, and
 * none where several do: which of them is meant is not said, and a wrong link is worse than none. `likely` is the one of
 * several that something else speaks for. One that was taken back is meant only where nobody else goes by the name.
 */
export async function organisationsByName(
  tx: Transaction,
  names: readonly string[],
): Promise<(name: string, likely?: number | null) => number | null> {
  const rows = await tx.organisationName.findMany({
    where: { key: { in: [...new Set(names.map(nameKey))] } },
    select: { key: true, organisation: { select: { id: true, mergedIntoId: true, inForce: true } } },
  })
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return (name, likely = null) => {
    const rows = byKey.get(nameKey(name)) ?? []
    const inForce = rows.filter(({ organisation }) => organisation.inForce)
    const meant = inForce.length > 0 ? inForce : rows
    const found = new Set(meant.map(({ organisation }) => organisation.mergedIntoId ?? organisation.id))
    if (likely !== null && found.has(likely)) return likely
    const [only, ...others] = found
    return only !== undefined && others.length === 0 ? only : null
  }
}
