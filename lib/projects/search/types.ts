import { SUMMED } from '../../follow-up/sums.ts'
import type { ProjectReference } from '../view.ts'

/** The ways in which a list of projects can be narrowed, in the order in which a reader meets them. */
export const FACET_KEYS = [
  'fund',
  'period',
  'region',
  'area',
  'objective',
  'organisation',
  'owner',
  'year',
  'status',
  'reported',
  'disagreement',
] as const
export type FacetKey = (typeof FACET_KEYS)[number]

/** The first is the default: newest start first. Projects without the value stand last in every order. */
export const SORT_KEYS = ['newest', 'oldest', 'name', 'support', 'budget', 'number'] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** Whether a project is yet to start, runs, or is over, on a given day. */
export const STATUSES = ['planned', 'running', 'ended'] as const
export type Status = (typeof STATUSES)[number]

/**
 * What is reported of a project: each thing of which sums are made, as they count it, or nothing of all that. Their places
 * are the bits of a column.
 */
export const REPORTED = [...SUMMED, 'nothing'] as const
export type Reported = (typeof REPORTED)[number]

/** The values chosen in each facet: sorted, each once. A project has to match one of them in every facet. */
export type Chosen = { readonly [Key in FacetKey]: readonly string[] }

/** A value for every facet, by a rule. */
export const perFacet = <Value>(of: (key: FacetKey) => Value) =>
  Object.fromEntries(FACET_KEYS.map((key) => [key, of(key)])) as { [Key in FacetKey]: Value }

/** What a reader asks for. Everything in it is a clean scalar, whatever the address said. */
export type ProjectQuery = {
  /** The words as typed, white space folded; empty for none. */
  q: string
  chosen: Chosen
  sort: SortKey
  /** From 1; may be beyond the last. */
  page: number
}

export type FacetValue = {
  /** As in `Chosen`: a code, a year, an organisation's slug, a status, what is reported, `1` for disagreement. */
  value: string
  /** Projects that choosing this value alone would give in this facet, every other facet and the words applied. */
  count: number
  chosen: boolean
  /** The name, for organisations and owners. */
  label?: string
}

export type Facet = {
  key: FacetKey
  values: FacetValue[]
  /** How many values are left out: organisations show the largest only. Owners show those that are chosen, as links choose them. */
  more: number
}

/** Words of the description around the first hit. Marks are [start, end) in UTF-16 units of `text`. */
export type Snippet = { text: string; marks: { start: number; end: number }[] }

/** A project in a list. Money is whole kronor, dates are ISO days; null is "not known". */
export type ProjectRow = ProjectReference & {
  ownerUnit: string | null
  totalBudget: number | null
  plannedParticipants: number | null
  /** How many fields and outcomes have rival values, as the page lists them. */
  disagreements: number
  /** Null when the dates do not tell. */
  status: Status | null
  snippet?: Snippet
}

/** What to try when nothing is found, best first. Totals are exact. */
export type Hint =
  /** No project has this word, and no known word is near it. */
  | { kind: 'unknown-word'; word: string }
  /** Every word is known, but no project has them all. */
  | { kind: 'fewer-words' }
  /** So many projects without this facet's choice. */
  | { kind: 'clear-facet'; key: FacetKey; total: number }
  /** So many without any choice. */
  | { kind: 'clear-all'; total: number }

/** A word that no project has, and the nearest known one that was searched for in its place. */
export type Replaced = { typed: string; used: string }

export type ProjectList = {
  /** Exact. */
  total: number
  /** The page that is shown: the last one, where a later one was asked for. */
  page: number
  /** At least 1. */
  pages: number
  rows: ProjectRow[]
  /** One for every key, in the order of `FACET_KEYS`. */
  facets: Facet[]
  replaced: Replaced[]
  /** Empty unless `total` is 0. */
  hints: Hint[]
}
