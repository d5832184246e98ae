import { sumExactly } from './exact.ts'

/** What one project promised of something and what came of it; null where nobody says. Zero is said. */
export type Pair = { promised: number | null; reported: number | null }

/** How many projects say something, and their sum. */
export type Part = { projects: number; sum: number }

/** Promise and outcome of many projects. What is held against each other is of the same projects. */
export type Sum = {
  promised: Part
  reported: Part
  /** Of the projects that say both. */
  both: { projects: number; promised: number; reported: number }
}

/** Sums whole kronor, people, or an indicator's unit with its six decimals, exactly. Pure. */
export function sumUp(pairs: readonly Pair[]): Sum {
  const both = pairs.filter(({ promised, reported }) => promised !== null && reported !== null)
  return {
    promised: partOf(pairs.map(({ promised }) => promised)),
    reported: partOf(pairs.map(({ reported }) => reported)),
    both: {
      projects: both.length,
      promised: partOf(both.map(({ promised }) => promised)).sum,
      reported: partOf(both.map(({ reported }) => reported)).sum,
    },
  }
}

function partOf(values: readonly (number | null)[]): Part {
  const said = values.filter((value) => value !== null)
  return { projects: said.length, sum: sumExactly(said) }
}

/** The share of what was promised that came, among those that say both; null where there is none to take it of. Pure. */
export const shareOf = ({ both }: Sum): number | null =>
  both.projects > 0 && both.promised > 0 ? both.reported / both.promised : null

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

/** A common indicator over all projects that have it: targets and actual values. */
export type IndicatorSum = { code: string; sum: Sum }

export type OutcomeOverview = {
  all: OutcomeGroup
  by: Record<Grouping, OutcomeGroup[]>
  indicators: IndicatorSum[]
}
