/** A number that another is worked out from. Kronor or people. */
export type Operand = {
  measure: string
  value: number
  precision: number
  qualifier: string | null
  /** ISO day. */
  asOf: string | null
  /** Sources disagree on it. */
  isDisputed: boolean
}

/** What is worked out, and of what: a dividend by a divisor. */
const RULES = {
  /** Kronor a person, in whole kronor. */
  costPerParticipant: { of: 'costs.total', by: 'reached.total' },
  /** Shares, where 1 is all of it; written in percent with one decimal at most. */
  budgetUsed: { of: 'costs.total', by: 'budget' },
  supportUsed: { of: 'costs.eu', by: 'support' },
  plannedReached: { of: 'reached.total', by: 'planned.total' },
} as const satisfies Record<string, { of: string; by: string }>
type DerivedKind = keyof typeof RULES
export const DERIVED_KINDS = Object.keys(RULES) as DerivedKind[]

/** A number that no source says, and follows from two that some do. */
export type DerivedFigure = {
  kind: DerivedKind
  /** Kronor for `costPerParticipant`, a share for the others; not rounded. */
  value: number
  of: Operand
  by: Operand
  /** Sources disagree on one of the two. */
  isDisputed: boolean
  /** One of the two is rounded, or "about". */
  isRough: boolean
  /** The two tell of different days. */
  hasOtherDays: boolean
}

/**
 * The numbers that follow from what is shown, in a fixed order. None where a side is missing, or where it would be divided by
 * nothing; a zero on top is a number like others. Pure.
 */
export function derivedFigures(shown: (measure: string) => Operand | undefined): DerivedFigure[] {
  return DERIVED_KINDS.flatMap((kind): DerivedFigure[] => {
    const [of, by] = [shown(RULES[kind].of), shown(RULES[kind].by)]
    if (!of || !by || by.value <= 0) return []
    return [
      {
        kind,
        value: of.value / by.value,
        of,
        by,
        isDisputed: of.isDisputed || by.isDisputed,
        isRough: [of, by].some(({ precision, qualifier }) => precision > 1 || qualifier !== null),
        hasOtherDays: isOutcome(by.measure) && of.asOf !== by.asOf,
      },
    ]
  })
}

/** A promise holds for the whole project: its day says when it was read, not what it tells of. */
const isOutcome = (measure: string): boolean => /^(?:costs|reached)\./.test(measure)
