import { sumExactly } from './exact.ts'

/** What one project promised of something and what came of it; null where nobody says. Zero is said. */
export type Pair = {
  promised: number | null
  reported: number | null
  /** By the day that is asked about. */
  hasEnded: boolean
}

/** How many projects say something, and their sum. */
export type Part = { projects: number; sum: number }

/** Promise and outcome of many projects. What is held against each other is of the same projects. */
export type Sum = {
  promised: Part
  reported: Part
  /** Of the projects whose outcome can be held against their promise. */
  compared: { projects: number; promised: number; reported: number }
}

/** Sums whole kronor, people, or an indicator's unit with its six decimals, exactly. Pure. */
export function sumUp(pairs: readonly Pair[]): Sum {
  const compared = pairs.filter(isComparable)
  return {
    promised: partOf(pairs.map(({ promised }) => promised)),
    reported: partOf(pairs.map(({ reported }) => reported)),
    compared: {
      projects: compared.length,
      promised: partOf(compared.map(({ promised }) => promised)).sum,
      reported: partOf(compared.map(({ reported }) => reported)).sum,
    },
  }
}

/**
 * An outcome is held against its promise where something was promised and the time for it is over: of a running project the
 * outcome is so far and the promise for all of its time, and people whom nobody planned are no share of any plan.
 */
const isComparable = ({ promised, reported, hasEnded }: Pair): boolean =>
  hasEnded && promised !== null && promised > 0 && reported !== null

function partOf(values: readonly (number | null)[]): Part {
  const said = values.filter((value) => value !== null)
  return { projects: said.length, sum: sumExactly(said) }
}

/** The share of what was promised that came, among those that are compared; null where there is none. Pure. */
export const shareOf = ({ compared }: Sum): number | null =>
  compared.projects > 0 ? compared.reported / compared.promised : null

/** What is summed of every group of projects: pairs of a promise and an outcome. */
export const SUMMED = ['budget', 'support', 'people', 'women', 'men', 'nonBinary'] as const
export type Summed = (typeof SUMMED)[number]

/** What projects are grouped by. */
export const GROUPINGS = ['region', 'programmeArea', 'specificObjective'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A group of projects with its sums. */
export type OutcomeGroup = {
  /** Codes mean what they mean in a period; null for regions, which have the same in all. */
  period: string | null
  /** Null for projects that do not say. */
  code: string | null
  projects: number
  /** Those that have ended by the day that is asked about. */
  ended: number
  /** Those of which figures that are summed come from examples: they are told of, so that nobody takes them for real. */
  examples: number
  sums: Record<Summed, Sum>
}

/** A common indicator over all projects that have it: targets and actual values of everybody. */
export type IndicatorSum = {
  code: string
  /** Those that say something of it: a target or an actual value, if only of women. */
  projects: number
  sum: Sum
}

export type OutcomeOverview = {
  all: OutcomeGroup
  by: Record<Grouping, OutcomeGroup[]>
  indicators: IndicatorSum[]
}
