import { added } from './fold.ts'
import { measureOf, partsOf, WHOLE } from './measures.ts'
import type { FigureView } from './view.ts'

type Sum = Pick<FigureView, 'value' | 'precision' | 'qualifier'>
/** What is told of the parts of a whole. */
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
  return toldAmong(partsOf(of), (part) => outcomes[part])
}

/** What is told of parts for a later day than the whole is told for. */
type NewerParts = ToldParts & {
  /** The ISO day that all of them are of; null where they are of several. */
  day: string | null
}

/**
 * Which parts of a measure somebody tells for a later day than the one of the whole that is shown; null where none is, where
 * nobody tells the whole, and for a part. Beside the whole they may come to more than it. A page's whole is no newer than the
 * day on which the page was captured; of one without a day nothing is known to be newer. Pure.
 */
export function newerPartsOf(
  measure: string,
  outcomes: Readonly<Partial<Record<string, FigureView>>>,
): NewerParts | null {
  const of = measureOf(measure)
  const since = outcomes[measure]?.asOf
  if (of?.part !== WHOLE || !since) return null
  const newer = (part: string) => {
    const figure = outcomes[part]
    return figure?.asOf && figure.asOf > since ? figure : undefined
  }
  const told = toldAmong(partsOf(of), newer)
  if (!told) return null
  const [day = null, ...otherDays] = new Set(told.told.map((part) => outcomes[part]?.asOf ?? null))
  return { ...told, day: otherDays.length === 0 ? day : null }
}

function toldAmong(
  parts: readonly string[],
  figureOf: (part: string) => FigureView | undefined,
): ToldParts | null {
  const figures = parts.flatMap((part) => figureOf(part) ?? [])
  if (figures.length === 0) return null
  const sources = new Set(figures.map(({ source, asOf }) => JSON.stringify([source, asOf])))
  return {
    told: parts.filter((part) => figureOf(part)),
    missing: parts.filter((part) => !figureOf(part)),
    sum: sources.size === 1 ? added(figures) : null,
  }
}
