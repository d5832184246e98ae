import { cleanValues } from './params.ts'
import {
  type Chosen,
  FACET_KEYS,
  type FacetKey,
  type ProjectQuery,
  perFacet,
  SORT_KEYS,
  type SortKey,
} from './types.ts'

/** Nothing chosen in any facet. */
export const NOTHING_CHOSEN: Chosen = perFacet(() => [])

/** All projects, in the default order. */
export const EVERYTHING: ProjectQuery = { q: '', chosen: NOTHING_CHOSEN, sort: SORT_KEYS[0], page: 1 }

/** The same query with one value of a facet chosen, or no longer chosen. Every change but of page leads to page 1. */
export function withToggled(query: ProjectQuery, key: FacetKey, value: string): ProjectQuery {
  const before = query.chosen[key]
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value]
  return withChosen(query, key, cleanValues(key, after))
}

/** The same query with just these values of a facet. */
export function withChosen(query: ProjectQuery, key: FacetKey, values: readonly string[]): ProjectQuery {
  return { ...query, chosen: { ...query.chosen, [key]: values }, page: 1 }
}

export const withText = (query: ProjectQuery, q: string): ProjectQuery => ({ ...query, q, page: 1 })

export const withSort = (query: ProjectQuery, sort: SortKey): ProjectQuery => ({ ...query, sort, page: 1 })

export const withPage = (query: ProjectQuery, page: number): ProjectQuery => ({ ...query, page })

/** The same query with nothing chosen in one facet. */
export const withoutFacet = (query: ProjectQuery, key: FacetKey): ProjectQuery => withChosen(query, key, [])

/** The same words and order with nothing chosen anywhere. */
export const withoutFacets = (query: ProjectQuery): ProjectQuery => ({
  ...query,
  chosen: NOTHING_CHOSEN,
  page: 1,
})

/** What is chosen, as a flat list, for a row of "remove this" links. */
export const chosenValues = (query: ProjectQuery): { key: FacetKey; value: string }[] =>
  FACET_KEYS.flatMap((key) => query.chosen[key].map((value) => ({ key, value })))
