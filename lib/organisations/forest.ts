/** That one organisation is merged into another, in force. */
export type Edge = { fromId: number; intoId: number }

/**
 * Where each merged organisation leads in the end. Every one is merged into one other at most, and none into what leads to
 * it: the edges are a forest. Pure.
 */
export function leadsTo(edges: readonly Edge[]): ReadonlyMap<number, number> {
  const next = new Map(edges.map(({ fromId, intoId }) => [fromId, intoId]))
  const rootOf = (id: number): number => {
    const into = next.get(id)
    return into === undefined ? id : rootOf(into)
  }
  return new Map(edges.map(({ fromId }) => [fromId, rootOf(fromId)]))
}
