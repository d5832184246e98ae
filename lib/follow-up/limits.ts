import { sumExactly } from './exact.ts'
import type { Background } from './flags.ts'
import type { Figure } from './fold.ts'
import { type MeasureName, measureOf, partsOf, wholeOf } from './measures.ts'

/** What figures are held against before they become public. */
export type LimitCode = 'manyMore' | 'overBudget' | 'overSupport' | 'overTarget'
/** `limit`: the most that nobody asks about. Kronor, people, or an indicator's own unit. */
type Limit = { code: LimitCode; limit: number; against: number }

/** So many times as many as planned is a slip of a key more often than a success. */
const MANY_TIMES = 3
const TIMES_TARGET = 10
/** Costs go over the budget by a little; by this much they rarely do. */
const OVER = 1.2

/** Numbers by measure. */
type Numbers = ReadonlyMap<string, number>
export const numbersOf = (all: readonly Figure[]): Numbers =>
  new Map(all.map(({ measure, value }) => [measure, value]))

/** What a figure is held against; undefined where nothing is known. `said`: what the same follow-up says. Pure. */
export function limitOf(
  field: string,
  said: Numbers,
  { planned, budget, support, known }: Background,
): Limit | undefined {
  const name = measureOf(field)?.name
  const limit = (code: LimitCode, against: number | null | undefined, times: number) =>
    against ? { code, limit: against * times, against } : undefined
  const promised = (of: MeasureName) => {
    const key = field.replace(/^[a-z]+/, of)
    return said.get(key) ?? known.get(key)?.value
  }
  if (field === 'costs.eu') return limit('overSupport', support, OVER)
  if (name === 'costs') return limit('overBudget', budget, OVER)
  if (name === 'advances' || name === 'recovered') return limit('overSupport', support, OVER)
  if (name === 'reached') return limit('manyMore', promised('planned') ?? planned, MANY_TIMES)
  if (name === 'actual') return limit('overTarget', promised('target'), TIMES_TARGET)
  return undefined
}

/** What is held against a whole, said of its parts together. */
const OF_PARTS = {
  manyMore: 'partsManyMore',
  overBudget: 'partsOverBudget',
  overTarget: 'partsOverTarget',
} as const satisfies Partial<Record<LimitCode, string>>
export type PartsCode = (typeof OF_PARTS)[keyof typeof OF_PARTS]
type PartsFlag = { code: PartsCode; field: string; is: number; against: number }

/**
 * Parts of which no whole is made, as one is left out, and which by themselves are over what the whole is held against. Where
 * one of them alone is over the same, that is what is asked about. Pure.
 */
export function partsOver(all: readonly Figure[], background: Background): PartsFlag[] {
  const said = numbersOf(all)
  return wholesLeftOut(all).flatMap((field): PartsFlag[] => {
    const over = limitOf(field, said, background)
    const parts = all.filter(({ measure }) => isPartOf(measure, field))
    const is = sumExactly(parts.map(({ value }) => value))
    const code = over && codeOfParts(over.code)
    if (!code || is <= over.limit) return []
    const isTold = parts.some(({ measure, value }) => {
      const own = limitOf(measure, said, background)
      return own?.code === over.code && value > own.limit
    })
    return isTold ? [] : [{ code, field, is, against: over.against }]
  })
}

const codeOfParts = (code: LimitCode): PartsCode | undefined =>
  code === 'overSupport' ? undefined : OF_PARTS[code]

/** The wholes of which only parts are told, and too few to sum them. */
function wholesLeftOut(all: readonly Figure[]): string[] {
  const told = new Set(all.map(({ measure }) => measure))
  const wholes = all.flatMap(({ measure }) => wholeOf(measure) ?? [])
  return [...new Set(wholes)].filter((whole) => !told.has(whole))
}

function isPartOf(measure: string, whole: string): boolean {
  const of = measureOf(whole)
  return of !== undefined && partsOf(of).includes(measure)
}
