import { added } from './fold.ts'
import { measureOf, partsOf, WHOLE } from './measures.ts'
import type { FigureView } from './view.ts'

type Sum = Pick<FigureView, 'value' | 'precision' | 'qualifier'>
/** What is told of a whole that nobody tells. */
export type ToldParts = {
  /** Keys of the measures, in their order. */
  told: string[]
  missing: string[]
  /** What those that are told come to; null where they are not of one source and day, and no sum says anything. */
  sum: Sum | null
}

/**
 * Which parts of a measure somebody tells where nobody tells the whole and none can be summed; null where the whole is told,
 * where no part is, and for a part. What they come to is no figure of the measure: no sum, share or bar takes it. Pure.
 */
export function toldPartsOf(
  measure: string,
  outcomes: Readonly<Partial<Record<string, FigureView>>>,
): ToldParts | null {
  const of = measureOf(measure)
  if (of?.part !== WHOLE || outcomes[measure]) return null
  const parts = partsOf(of)
  const figures = parts.flatMap((part) => outcomes[part] ?? [])
  if (figures.length === 0) return null
  const sources = new Set(figures.map(({ source, asOf }) => JSON.stringify([source, asOf])))
  return {
    told: parts.filter((part) => outcomes[part]),
    missing: parts.filter((part) => !outcomes[part]),
    sum: sources.size === 1 ? added(figures) : null,
  }
}
