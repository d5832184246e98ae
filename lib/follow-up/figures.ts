import type { Shown } from '../projects/shown.ts'
import type { Figure } from './fold.ts'
import { COST_BASES } from './kinds.ts'
import { isPromise, measureOf } from './measures.ts'

/** A published follow-up as the fold needs it: what it shows, by field. */
export type Showing = {
  id: number
  shown: Readonly<Record<string, Shown>>
  /** ISO day. */
  asOf: string | null
  /** Milliseconds. */
  publishedAt: number
}

/** The numbers that a follow-up shows, what it changed a promise to among them. What nobody states any longer is none of them. Pure. */
export function figuresIn({ id, shown, asOf, publishedAt }: Showing): Figure[] {
  const basis = COST_BASES.find((known) => known === shown.basis?.value) ?? null
  return Object.entries(shown).flatMap(([key, field]): Figure[] => {
    const measure = measureOf(key)
    if (!(measure || isPromise(key)) || field.state !== 'value' || typeof field.value !== 'number') return []
    return [
      {
        measure: key,
        value: field.value,
        precision: field.precision ?? 1,
        qualifier: field.qualifier,
        asOf,
        basis: measure?.name === 'costs' ? basis : null,
        source: { kind: 'followUp', id },
        // The box of an event asks how much that time, the one of costs how much to date.
        isOnce: measure?.name === 'recovered' && shown.event !== undefined,
        publishedAt,
        derivedFrom: null,
      },
    ]
  })
}

/** Fields of a project's own page that are measures, or promises that an event may change. */
const PAGE_MEASURES = {
  totalBudget: 'budget',
  grantedSupport: 'support',
  totalCosts: 'costs.total',
  plannedParticipants: 'planned.total',
} as const
type PageField = keyof typeof PAGE_MEASURES
export const PAGE_FIELDS = Object.keys(PAGE_MEASURES) as PageField[]
/** The field of a project's page that a measure stands in; undefined where it stands in none. */
export const pageFieldOf = (measure: string): PageField | undefined =>
  PAGE_FIELDS.find((field) => PAGE_MEASURES[field] === measure)

/** The measure that a field of a project's page tells; null of other fields. */
export function measureOfPage(field: string): string | null {
  const known = PAGE_FIELDS.find((one) => one === field)
  return known ? PAGE_MEASURES[known] : null
}

/** What the project's own page says, as figures. `capturedOn`: the ISO day of the document of a statement. Pure. */
export const figuresOfPage = (
  shown: Readonly<Partial<Record<string, Shown>>>,
  capturedOn: ReadonlyMap<number, string>,
): Figure[] => PAGE_FIELDS.flatMap((field) => figureOfPage(PAGE_MEASURES[field], shown[field], capturedOn))

/** A measure as a field of a page says it; none where the field says no number. `capturedOn`: as above. Pure. */
export function figureOfPage(
  measure: string,
  said: Shown | undefined,
  capturedOn: ReadonlyMap<number, string>,
): Figure[] {
  if (said?.state !== 'value' || typeof said.value !== 'number') return []
  const { value, precision, qualifier, statement } = said
  return [
    {
      measure,
      value,
      precision: precision ?? 1,
      qualifier,
      asOf: capturedOn.get(statement ?? 0) ?? null,
      // Pages of the project bank do not say on whose word.
      basis: null,
      source: { kind: 'page', statement },
      publishedAt: 0,
      derivedFrom: null,
    },
  ]
}
