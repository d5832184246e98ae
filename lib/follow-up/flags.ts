import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { agree, type Figure, type Outcome, wholesOf } from './fold.ts'
import { COST_BASES } from './kinds.ts'
import { type LimitCode, limitOf, numbersOf, type PartsCode, partsOver } from './limits.ts'
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
    | LimitCode
    /** What is told of parts comes to that much by itself, where somebody has left one out. */
    | PartsCode
    | 'lessThanBefore'
    /** Another figure of the same day is there already: the day may have been forgotten. */
    | 'sameDay'
    | 'beforeStart'
    | 'longAfterEnd'
    /** A promise that is far from what it was: a budget or support, who is planned, a target. */
    | 'jumps'
    /** A plan or a target of an earlier day than the other one that is shown now: it will stand behind it. */
    | 'older'
    | 'endsBeforeStart'
  /** The field that it is about, and what it is held against. */
  field: string
  is: number | string
  against: number | string
}

/** Years after its end within which a project is reported of; reports and evaluations come later. */
const YEARS_AFTER = 3
/** What only grows. */
const GROWING: ReadonlySet<MeasureName> = new Set<MeasureName>(['costs', 'reached'])

/** What is to be looked at in a follow-up before it is published. Pure. */
export function flagsIn(kind: FollowUpKind, stated: Stated, background: Background): Flag[] {
  const figures = figuresStated(stated)
  // What was typed, and the wholes that pages sum from it where it says none: those become public too.
  const all = [...figures, ...wholesOf(figures)]
  return [
    ...flagsOfDays(kind, stated, background),
    ...flagsOfChanges(stated, background),
    ...flagsOfFigures(all, background),
    ...partsOver(all, background),
    ...flagsOfPlans(all, background),
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

/** A promise rarely becomes this many times more, or less. */
const JUMP = 3
const isJump = (is: number, against: number): boolean => is > against * JUMP || is * JUMP < against

function flagsOfChanges(stated: Stated, { budget, support, startDate }: Background): Flag[] {
  const flags: Flag[] = []
  for (const [field, against] of [['budget', budget] as const, ['support', support] as const]) {
    const is = stated[field]?.value
    if (typeof is === 'number' && against && isJump(is, against))
      flags.push({ code: 'jumps', field, is, against })
  }
  const end = textOf(stated, 'endDate')
  if (end !== null && startDate !== null && end < startDate)
    flags.push({ code: 'endsBeforeStart', field: 'endDate', is: end, against: startDate })
  return flags
}

function flagsOfFigures(all: readonly Figure[], background: Background): Flag[] {
  const said = numbersOf(all)
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

/**
 * A plan or a target that will stand behind the one that is shown now, or is far from it; a sum only where none of its parts
 * is. What is reached or spent grows, and is asked about by its limits alone: an older report entered later is usual.
 */
function flagsOfPlans(all: readonly Figure[], background: Background): Flag[] {
  const flags = all.flatMap((figure): Flag[] => {
    const { measure: field, value: is } = figure
    const against = planKnown(field, background)
    const shown = background.known.get(field)
    if (against !== undefined && shown && isOlder(figure, shown))
      return agree(figure, shown) ? [] : [{ code: 'older', field, is, against: shown.value }]
    return against && isJump(is, against) ? [{ code: 'jumps', field, is, against }] : []
  })
  const fields = new Set(flags.map(({ field }) => field))
  const sums = new Map(all.map(({ measure, derivedFrom }) => [measure, derivedFrom ?? []]))
  return flags.filter(({ field }) => !sums.get(field)?.some((part) => fields.has(part)))
}

const isOlder = ({ asOf }: Figure, shown: Outcome): boolean =>
  asOf !== null && shown.asOf !== null && asOf < shown.asOf

/** What is said now of how many are planned, or of a target; undefined of anything else. */
function planKnown(field: string, { known, planned }: Background): number | null | undefined {
  const name = measureOf(field)?.name
  if (name !== 'planned' && name !== 'target') return undefined
  return known.get(field)?.value ?? (field === 'planned.total' ? planned : undefined)
}

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

/** What tells one flag from another, for saying that it was looked at. */
export const flagKey = ({ code, field, is }: Flag): string => `${code}:${field}:${is}`
