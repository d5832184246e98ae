import type { Grouping, OutcomeGroup, Summed } from '../../lib/follow-up/sums.ts'
import { EVERYTHING, withChosen } from '../../lib/projects/search/links.ts'
import { cleanValues } from '../../lib/projects/search/params.ts'
import type { FacetKey, ProjectQuery } from '../../lib/projects/search/types.ts'

const FACETS = {
  region: 'region',
  programmeArea: 'area',
  specificObjective: 'objective',
} as const satisfies Record<Grouping, FacetKey>

/**
 * The search that lists the projects of a group; null where none lists just them: those that do not say, and codes without
 * the period that tells what they mean. Pure.
 */
export function projectsBehind(
  by: Grouping,
  { period, code }: Pick<OutcomeGroup, 'period' | 'code'>,
): ProjectQuery | null {
  const chosen: [FacetKey, string | null][] = [
    [FACETS[by], code],
    ...(by === 'region' ? [] : [['period', period] as [FacetKey, string | null]]),
  ]
  return chosen.reduce<ProjectQuery | null>((query, [key, value]) => {
    const values = cleanValues(key, value === null ? [] : [value])
    return query && values.length > 0 ? withChosen(query, key, values) : null
  }, EVERYTHING)
}

/** The search that lists the projects that an organisation owns; null where its address is none that the search takes. Pure. */
export function projectsOfOwner(slug: string): ProjectQuery | null {
  const values = cleanValues('owner', [slug])
  return values.length > 0 ? withChosen(EVERYTHING, 'owner', values) : null
}

/** The search that lists those of some projects that have reported of one thing, as its sum counts them. Pure. */
export const thatReported = (behind: ProjectQuery, summed: Summed): ProjectQuery =>
  withChosen(behind, 'reported', [summed])
