import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { type MeasureName, measureOf } from './measures.ts'
import type { Stated } from './stated.ts'

/** What is known of the project that a figure is held against. Kronor, people, ISO days. */
export type Background = {
  planned: number | null
  budget: number | null
  support: number | null
  startDate: string | null
  endDate: string | null
  /** What is shown of each measure now. */
  known: ReadonlyMap<string, { value: number; asOf: string | null }>
}

/** Something that is rarely so, and is to be looked at before it becomes public. Never a reason to refuse it. */
export type Flag = {
  code:
    | 'manyMore'
    | 'overBudget'
    | 'overSupport'
    | 'overTarget'
    | 'lessThanBefore'
    | 'beforeStart'
    | 'longAfterEnd'
  /** The field that it is about, and what it is held against. */
  field: string
  is: number | string
  against: number | string
}

/** So many times as many as planned is a slip of a key more often than a success. */
const MANY_TIMES = 3
const TIMES_TARGET = 10
/** Costs go over the budget by a little; by this much they rarely do. */
const OVER = 1.2
/** Years after its end within which a project is reported of; reports and evaluations come later. */
const YEARS_AFTER = 3
/** What only grows. */
const GROWING: ReadonlySet<MeasureName> = new Set<MeasureName>(['costs', 'reached'])

/** What is to be looked at in a follow-up before it is published. Pure. */
export function flagsIn(kind: FollowUpKind, stated: Stated, background: Background): Flag[] {
  return [...flagsOfDays(kind, stated, background), ...flagsOfFigures(stated, background)]
}

function flagsOfDays(kind: FollowUpKind, stated: Stated, { startDate, endDate }: Background): Flag[] {
  const asOf = textOf(stated, 'asOf')
  if (asOf === null) return []
  const flags: Flag[] = []
  if (startDate !== null && asOf < startDate && kind !== 'EVENT' && kind !== 'DOCUMENT')
    flags.push({ code: 'beforeStart', field: 'asOf', is: asOf, against: startDate })
  if (endDate !== null && kind !== 'DOCUMENT' && kind !== 'EVENT' && asOf > yearsAfter(endDate))
    flags.push({ code: 'longAfterEnd', field: 'asOf', is: asOf, against: endDate })
  return flags
}

const yearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + YEARS_AFTER}${day.slice(4)}`
const textOf = (stated: Stated, field: string): string | null => {
  const value = stated[field]?.value
  return typeof value === 'string' ? value : null
}

function flagsOfFigures(stated: Stated, background: Background): Flag[] {
  const asOf = textOf(stated, 'asOf')
  return Object.entries(stated).flatMap(([field, { value }]) => {
    const measure = measureOf(field)
    if (!measure || typeof value !== 'number') return []
    const flags: Flag[] = []
    const over = limitOf(field, measure.name, stated, background)
    if (over && value > over.limit) flags.push({ code: over.code, field, is: value, against: over.against })
    const before = background.known.get(field)
    const isLater = before?.asOf != null && asOf !== null && before.asOf < asOf
    if (isLater && GROWING.has(measure.name) && value < before.value)
      flags.push({ code: 'lessThanBefore', field, is: value, against: before.value })
    return flags
  })
}

type Limit = { code: Flag['code']; limit: number; against: number }

/** What a figure is held against; undefined where nothing is known. */
function limitOf(
  field: string,
  name: MeasureName,
  stated: Stated,
  { planned, budget, support }: Background,
): Limit | undefined {
  const limit = (code: Flag['code'], against: number | null | undefined, times: number) =>
    against ? { code, limit: against * times, against } : undefined
  if (field === 'costs.eu') return limit('overSupport', support, OVER)
  if (name === 'costs') return limit('overBudget', budget, OVER)
  if (name === 'advances' || name === 'recovered') return limit('overSupport', support, OVER)
  if (name === 'reached')
    return limit('manyMore', numberIn(stated, field.replace('reached', 'planned')) ?? planned, MANY_TIMES)
  if (name === 'actual')
    return limit('overTarget', numberIn(stated, field.replace('actual', 'target')), TIMES_TARGET)
  return undefined
}

function numberIn(stated: Stated, field: string): number | undefined {
  const value = stated[field]?.value
  return typeof value === 'number' ? value : undefined
}

/** What tells one flag from another, for saying that it was looked at. */
export const flagKey = ({ code, field, is }: Flag): string => `${code}:${field}:${is}`
