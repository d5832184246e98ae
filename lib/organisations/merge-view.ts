import type { Why } from '../matching/lookalikes.ts'
import type { OrganisationReference, OrganisationRow } from '../projects/view.ts'

/** A merge in force: `part` is part of `whole`. */
export type MergeView = {
  id: number
  part: OrganisationReference & { number: string | null }
  /** The one that it was merged into then, which may be part of another by now. */
  whole: OrganisationReference
  /** ISO time. */
  since: string
  reason: string
  evidence: string | null
  /** The role of who merged them. */
  by: string
}

/** What can be merged with an organisation, and split from it. */
export type MergeOverview = OrganisationReference & {
  /** Where it leads, and by which merge. */
  mergedInto: { root: OrganisationReference; merge: MergeView } | null
  /** What leads here, directly or by another. */
  parts: MergeView[]
  lookalikes: { other: OrganisationRow; why: Why }[]
}

/** What is counted of an organisation. Kronor. */
export type Sums = Pick<OrganisationRow, 'owned' | 'granted' | 'applied' | 'partner'>

export type Side = OrganisationRow & {
  version: number
  names: string[]
  mergedInto: OrganisationReference | null
}

/** Two organisations before they are made one. */
export type Comparison = {
  sides: [Side, Side]
  /** The one that has to stay because it alone has a number. */
  mustStay: string | null
  numbersDiffer: boolean
  why: Why | null
  /** Projects and entries that name both, and nobody therefore, until they are one. */
  unresolved: number
  /** That somebody has found them to be two. */
  distinct: { on: string; note: string | null } | null
}

/** What a split would give back. */
export type SplitPreview = {
  merge: MergeView
  isUndone: boolean
  /** Where it leads now. */
  root: OrganisationReference
  before: Sums
  part: Sums
  rest: Sums
  /** Projects and entries that both would go by the name of, and so nobody's. */
  unresolved: number
}
