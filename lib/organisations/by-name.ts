import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'

/**
 * Tells the organisation that goes by a name. None where nobody does, and none where several do: which of them is meant
 * is not said, and a wrong link is worse than none.
 */
export async function organisationsByName(
  tx: Transaction,
  names: readonly string[],
): Promise<(name: string) => number | null> {
  const rows = await tx.organisationName.findMany({
    where: { key: { in: [...new Set(names.map(nameKey))] } },
    select: { key: true, organisationId: true },
  })
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return (name) => {
    const [only, ...others] = byKey.get(nameKey(name)) ?? []
    return only && others.length === 0 ? only.organisationId : null
  }
}
