import type { Shown } from '../projects/shown.ts'
import { pageFieldOf, type Showing } from './figures.ts'
import type { Figure, Outcome } from './fold.ts'

/** Where a figure stands: fields of a follow-up, or of the project's own page. Of a sum, those that it was made of. */
export type StandsIn = { followUp: number | null; fields: string[] }

type Standing = Pick<Figure, 'measure' | 'derivedFrom'> & {
  source: { kind: 'followUp'; id: number } | { kind: 'page' }
}

/** Where a figure can be corrected, or found right as it was read. Pure. */
export function standsIn({ source, measure, derivedFrom }: Standing): StandsIn {
  const measures = [...new Set(derivedFrom ?? [measure])]
  return source.kind === 'followUp'
    ? { followUp: source.id, fields: measures }
    : { followUp: null, fields: measures.map((one) => pageFieldOf(one) ?? one) }
}

/**
 * Those that sources say different things of, whether anybody has looked at it or not: what a project's page lists, and lists
 * and the search count. Pure.
 */
export const withRivals = <Told extends { rivals: readonly unknown[] }>(told: readonly Told[]): Told[] =>
  told.filter(({ rivals }) => rivals.length > 0)

/**
 * The measures that published sources say different things of, of one day and on one basis. A sum of parts that differ
 * themselves is none: they tell it. Pure.
 */
export function differingIn(outcomes: ReadonlyMap<string, Outcome>): string[] {
  const differs = (measure: string) => (outcomes.get(measure)?.rivals.length ?? 0) > 0
  return [...outcomes.values()].flatMap(({ measure, derivedFrom }) => {
    const isTold = derivedFrom?.some((part) => part !== measure && differs(part))
    return differs(measure) && !isTold ? [measure] : []
  })
}

/** What follow-ups and the project's page show, by field. */
type Saying = {
  followUps: readonly Pick<Showing, 'id' | 'shown'>[]
  page: Readonly<Partial<Record<string, Shown>>>
}

/**
 * Those among them that wait for a person: no correction stands of the figure that is shown, nor has anybody found it right
 * as it was read. As with fields that sources say different things of. Pure.
 */
export function openIn(outcomes: ReadonlyMap<string, Outcome>, { followUps, page }: Saying): Set<string> {
  const byId = new Map(followUps.map(({ id, shown }) => [id, shown]))
  const isDecided = (outcome: Outcome) => {
    const { followUp, fields } = standsIn(outcome)
    const shown = followUp === null ? page : (byId.get(followUp) ?? {})
    return fields.every((field) => shown[field]?.correction != null)
  }
  return new Set(
    differingIn(outcomes).filter((measure) => {
      const outcome = outcomes.get(measure)
      return outcome !== undefined && !isDecided(outcome)
    }),
  )
}
