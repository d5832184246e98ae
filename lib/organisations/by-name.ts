import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'

/**
 * Tells the organisation that goes by a name; of one that is merged into another, the other. None where nobody does, and
 * none where several do: which of them is meant is not said, and a wrong link is worse than none.
 */
export async function organisationsByName(
  tx: Transaction,
  names: readonly string[],
): Promise<(name: string) => number | null> {
  const rows = await tx.organisationName.findMany({
    where: { key: { in: [...new Set(names.map(nameKey))] } },
    select: { key: true, organisation: { select: { id: true, mergedIntoId: true } } },
  })
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return (name) => {
    const found = byKey.get(nameKey(name)) ?? []
    const [only, ...others] = new Set(
      found.map(({ organisation }) => organisation.mergedIntoId ?? organisation.id),
    )
    return only !== undefined && others.length === 0 ? only : null
  }
}
