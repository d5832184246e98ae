import { sumExactly } from './exact.ts'
import type { CostBasis } from './kinds.ts'
import {
  compareMeasures,
  MEASURES,
  type Measure,
  measureKey,
  measureOf,
  partsOf,
  wholeOf,
} from './measures.ts'

/** Where a figure comes from: a follow-up, by its id, or the project's own page. */
type FigureSource = { kind: 'followUp'; id: number } | { kind: 'page'; statement: number | null }

/** One number that something says of a measure. Kronor, people, or an indicator's own unit. */
export type Figure = {
  measure: string
  value: number
  /** Of amounts: the step in kronor; 1 is exact. */
  precision: number
  qualifier: string | null
  /** ISO day that it tells of; null where nobody knows. */
  asOf: string | null
  /** Of costs. */
  basis: CostBasis | null
  source: FigureSource
  /** When it became public, in milliseconds: of two that are alike in all else the later is shown. */
  publishedAt: number
  /** It tells of one event alone, as what was recovered that time, while others tell of all up to their day. */
  isOnce?: boolean
  /**
   * The measures of the same source that it was summed from, where the source does not say it itself; of events its own
   * measure, once for each figure that was added.
   */
  derivedFrom: string[] | null
}

/** The figure that is shown of a measure, with what else is said of it. */
export type Outcome = Figure & {
  /** Of the same day, saying something else. */
  rivals: Figure[]
  /** Of the same day, on another basis: what is reported and what is approved are two things. */
  apart: Figure[]
  /** Of earlier days, newest first. */
  earlier: Figure[]
}

/**
 * The rule that chooses the shown figure of each measure among all that are said of it. In this order:
 *
 * 1. of a later day before an earlier one, a day before none; the day on which a project's page was captured is no day
 *    that its costs tell of, while a budget or a plan on it is the one of that day
 * 2. approved costs before reported ones
 * 3. to date before of one event
 * 4. said before summed
 * 5. exact before rounded or qualified
 * 6. a follow-up before the project's own page
 * 7. published later before earlier
 *
 * Wholes that a source leaves out are summed from its own parts where it has all of them. What events tell of one time each
 * is added up, on top of what is told to date before them. Measures come in the order in which they are listed. Pure.
 */
export function foldOutcomes(said: readonly Figure[]): Map<string, Outcome> {
  const all = [...said, ...wholesOf(said)]
  const byMeasure = Map.groupBy(all, ({ measure }) => measure)
  const sorted = [...byMeasure].sort(([a], [b]) => compareMeasures(a, b))
  return new Map(sorted.map(([measure, figures]) => [measure, outcomeOf(toDate(figures))]))
}

/** The figures of a measure that tell of all up to their day, with the sum of those that tell of one event each. */
function toDate(figures: readonly Figure[]): Figure[] {
  const told = figures.filter(({ isOnce }) => !isOnce)
  const events = distinct(figures.filter(({ isOnce }) => isOnce))
  if (events.length === 0) return told
  const [base] = [...told].sort(byRule)
  const later = events.filter((event) => base && byDay(dayOf(event), dayOf(base)) < 0)
  if (base && later.length > 0) return [...told, sumOf([...later, base])]
  const sum = sumOf(events)
  // Events that come to no more than what is told to date are among it.
  return base && sum.value <= base.value ? told : [...told, sum]
}

/** Each event once: two figures of the same day that agree tell of the same one. */
function distinct(events: readonly Figure[]): Figure[] {
  const sorted = [...events].sort(byRule)
  const isSame = (a: Figure, b: Figure) => dayOf(a) === dayOf(b) && agree(a, b)
  return sorted.filter((event, at) => !sorted.slice(0, at).some((one) => isSame(one, event)))
}

/** Several figures of one measure as one, of the day and the source of the first; one alone is as it is. */
const sumOf = (figures: readonly Figure[]): Figure => {
  const [first] = figures as [Figure]
  if (figures.length === 1) return first
  return { ...first, ...added(figures), isOnce: false, derivedFrom: figures.map(({ measure }) => measure) }
}

type Amount = Pick<Figure, 'value' | 'precision' | 'qualifier'>

/** The sum of figures, as rounded and as rough as the roughest of them. Pure. */
export const added = (figures: readonly Amount[]): Amount => ({
  value: sumExactly(figures.map(({ value }) => value)),
  precision: Math.max(...figures.map(({ precision }) => precision)),
  qualifier: figures.find(({ qualifier }) => qualifier !== null)?.qualifier ?? null,
})

function outcomeOf(figures: readonly Figure[]): Outcome {
  const [shown, ...others] = [...figures].sort(byRule) as [Figure, ...Figure[]]
  const sameDay = others.filter((other) => dayOf(other) === dayOf(shown))
  const alike = sameDay.filter(({ basis }) => basis === shown.basis)
  return {
    ...shown,
    rivals: alike.filter((other) => !agree(shown, other)),
    apart: sameDay.filter(({ basis }) => basis !== shown.basis),
    earlier: others.filter((other) => dayOf(other) !== dayOf(shown)),
  }
}

/** Negative where `a` goes before `b`. */
const byRule = (a: Figure, b: Figure): number =>
  byDay(dayOf(a), dayOf(b)) ||
  first(a.basis === 'approved', b.basis === 'approved') ||
  first(!a.isOnce, !b.isOnce) ||
  first(a.derivedFrom === null, b.derivedFrom === null) ||
  first(isExact(a), isExact(b)) ||
  first(a.source.kind === 'followUp', b.source.kind === 'followUp') ||
  b.publishedAt - a.publishedAt ||
  idOf(b) - idOf(a)

const dayOf = ({ source, asOf, measure }: Figure) =>
  source.kind === 'page' && measureOf(measure)?.name === 'costs' ? null : asOf
const first = (a: boolean, b: boolean) => Number(b) - Number(a)
const byDay = (a: string | null, b: string | null) => (a === b ? 0 : (a ?? '') > (b ?? '') ? -1 : 1)
const isExact = ({ precision, qualifier }: Figure) => precision === 1 && qualifier === null
const idOf = ({ source }: Figure) => (source.kind === 'followUp' ? source.id : 0)

/**
 * A rounded amount agrees with an exact one that it may be rounded from: less than one step lies between them. Whole kronor
 * are such a rounding of an amount with öre. Pure.
 */
export function agree(a: Figure, b: Figure): boolean {
  const step = Math.max(a.precision, b.precision)
  const isRounded = step > 1 || (isMoney(a) && Number.isInteger(a.value) !== Number.isInteger(b.value))
  return a.value === b.value || (isRounded && Math.abs(a.value - b.value) < step)
}

function isMoney({ measure }: Figure): boolean {
  const of = measureOf(measure)
  return of === undefined || MEASURES[of.name].type === 'amount'
}

/** Parts without which no whole is summed: nobody has to count non-binary people. */
const NEEDED: Partial<Record<Measure['name'], string[]>> = {
  costs: ['eu', 'public', 'private'],
  planned: ['women', 'men'],
  reached: ['women', 'men'],
  target: ['women', 'men'],
  actual: ['women', 'men'],
}

/** The wholes that sources leave out and have all parts of, each summed from the parts of one source and day. Pure. */
export function wholesOf(said: readonly Figure[]): Figure[] {
  const bySource = Map.groupBy(said, ({ source, asOf }) => JSON.stringify([source, asOf]))
  return [...bySource.values()].flatMap((figures) => {
    const byKey = new Map(figures.map((figure) => [figure.measure, figure]))
    const wholes = new Set(figures.flatMap(({ measure }) => wholeOf(measure) ?? []))
    return [...wholes].flatMap((key) => (byKey.has(key) ? [] : (summed(key, byKey) ?? [])))
  })
}

function summed(key: string, byKey: ReadonlyMap<string, Figure>): Figure | undefined {
  const whole = measureOf(key)
  const needed = whole && NEEDED[whole.name]
  if (!whole || !needed?.every((part) => byKey.has(measureKey({ ...whole, part })))) return undefined
  const parts = partsOf(whole).flatMap((part) => byKey.get(part) ?? [])
  const [one] = parts
  return (
    one && {
      ...one,
      ...added(parts),
      measure: key,
      derivedFrom: parts.map(({ measure }) => measure),
    }
  )
}
