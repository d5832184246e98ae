import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { agree, type Figure, type Outcome, wholesOf } from './fold.ts'
import { COST_BASES } from './kinds.ts'
import { isPromise, type MeasureName, measureOf } from './measures.ts'
import type { Stated } from './stated.ts'

/** What is known of the project that a figure is held against. Kronor, people, ISO days. */
export type Background = {
  planned: number | null
  budget: number | null
  support: number | null
  startDate: string | null
  endDate: string | null
  /** What is said of each measure now. */
  known: ReadonlyMap<string, Outcome>
}

/** Something that is rarely so, and is to be looked at before it becomes public. Never a reason to refuse it. */
export type Flag = {
  code:
    | 'manyMore'
    | 'overBudget'
    | 'overSupport'
    | 'overTarget'
    | 'lessThanBefore'
    /** Another figure of the same day is there already: the day may have been forgotten. */
    | 'sameDay'
    | 'beforeStart'
    | 'longAfterEnd'
    /** A new budget or new support that is far from what it was. */
    | 'jumps'
    | 'endsBeforeStart'
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
  return [
    ...flagsOfDays(kind, stated, background),
    ...flagsOfChanges(stated, background),
    ...flagsOfFigures(stated, background),
  ]
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

/** A decided change is rarely this many times more, or less. */
const JUMP = 3

function flagsOfChanges(stated: Stated, { budget, support, startDate }: Background): Flag[] {
  const flags: Flag[] = []
  for (const [field, against] of [['budget', budget] as const, ['support', support] as const]) {
    const is = stated[field]?.value
    if (typeof is === 'number' && against && (is > against * JUMP || is * JUMP < against))
      flags.push({ code: 'jumps', field, is, against })
  }
  const end = textOf(stated, 'endDate')
  if (end !== null && startDate !== null && end < startDate)
    flags.push({ code: 'endsBeforeStart', field: 'endDate', is: end, against: startDate })
  return flags
}

function flagsOfFigures(stated: Stated, background: Background): Flag[] {
  const figures = figuresStated(stated)
  // What was typed, and the wholes that pages sum from it where it says none: those become public too.
  const all = [...figures, ...wholesOf(figures)]
  const said = new Map(all.map(({ measure, value }) => [measure, value]))
  return all.flatMap((figure) => {
    const { measure: field, value: is, asOf } = figure
    const flags: Flag[] = []
    const over = limitOf(field, said, background)
    if (over && is > over.limit) flags.push({ code: over.code, field, is, against: over.against })
    const before = background.known.get(field)
    const isLater = before?.asOf != null && asOf !== null && before.asOf < asOf
    if (isLater && isGrowing(field) && is < before.value)
      flags.push({ code: 'lessThanBefore', field, is, against: before.value })
    const other = otherOfDay(figure, background)
    // Where a part of a whole is another, that is what is asked about.
    const isTold = figure.derivedFrom?.some((part) =>
      all.some((one) => one.measure === part && otherOfDay(one, background)),
    )
    if (other && !isTold) flags.push({ code: 'sameDay', field, is, against: other.value })
    return flags
  })
}

/** Numbers by measure. */
type Numbers = ReadonlyMap<string, number>

/** All that one follow-up states is of one source and one day. */
function figuresStated(stated: Stated): Figure[] {
  const asOf = textOf(stated, 'asOf')
  const basis = COST_BASES.find((known) => known === stated.basis?.value) ?? null
  return Object.entries(stated).flatMap(([measure, { value, precision, qualifier }]): Figure[] => {
    const name = measureOf(measure)?.name
    if (!(name || isPromise(measure)) || typeof value !== 'number') return []
    return [
      {
        ...{ measure, value, precision: precision ?? 1, qualifier, asOf },
        basis: name === 'costs' ? basis : null,
        source: { kind: 'followUp', id: 0 },
        publishedAt: 0,
        derivedFrom: null,
      },
    ]
  })
}

const isGrowing = (field: string): boolean => {
  const name = measureOf(field)?.name
  return name !== undefined && GROWING.has(name)
}

/** What follow-ups and pages say otherwise of the same measure and day. What is reported and what is approved are two things. */
function otherOfDay(figure: Figure, { known }: Background): Figure | undefined {
  const outcome = known.get(figure.measure)
  if (!outcome || figure.asOf === null) return undefined
  return [outcome, ...outcome.apart, ...outcome.earlier].find(
    (other) => dayTold(other) === figure.asOf && !isApart(figure, other) && !agree(figure, other),
  )
}

/** The day on which a page was captured is no day that its costs tell of. */
const dayTold = ({ source, measure, asOf }: Figure): string | null =>
  source.kind === 'page' && measureOf(measure)?.name === 'costs' ? null : asOf
const isApart = (a: Figure, b: Figure): boolean => a.basis !== null && b.basis !== null && a.basis !== b.basis

type Limit = { code: Flag['code']; limit: number; against: number }

/** What a figure is held against; undefined where nothing is known. */
function limitOf(
  field: string,
  said: Numbers,
  { planned, budget, support, known }: Background,
): Limit | undefined {
  const name = measureOf(field)?.name
  const limit = (code: Flag['code'], against: number | null | undefined, times: number) =>
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

/** What tells one flag from another, for saying that it was looked at. */
export const flagKey = ({ code, field, is }: Flag): string => `${code}:${field}:${is}`
