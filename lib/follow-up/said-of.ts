import { Prisma } from '../../prisma/generated/client.ts'
import { pageFieldOf } from './figures.ts'
import type { Summed } from './sums.ts'

// What a project promised and reported of each thing that is summed, in SQL: sums and the search read the same.

type Side = 'promised' | 'reported'

const MEASURES: Record<Summed, Record<Side, string>> = {
  budget: { promised: 'budget', reported: 'costs.total' },
  support: { promised: 'support', reported: 'costs.eu' },
  people: { promised: 'planned.total', reported: 'reached.total' },
  women: { promised: 'planned.women', reported: 'reached.women' },
  men: { promised: 'planned.men', reported: 'reached.men' },
  nonBinary: { promised: 'planned.nonBinary', reported: 'reached.nonBinary' },
}

/** The measures of a side, as outcomes are kept by them. */
export const measuresOf = (side: Side): string[] => Object.values(MEASURES).map((of) => of[side])

/**
 * What outcomes say of a side, a column a measure: part of a query that groups rows of `outcome` by project. The query that
 * takes from it calls it `came`.
 */
export const outcomeColumns = (side: Side): Prisma.Sql =>
  Prisma.join(
    Object.entries(MEASURES).map(
      ([name, of]) =>
        Prisma.sql`max(value) FILTER (WHERE measure = ${of[side]}) AS ${Prisma.raw(columnOf(name, side))}`,
    ),
  )

/**
 * What is said of a side of one thing, null where nobody says: what follow-ups say (`came`), and else what the page of the
 * project (`p`) does, as its own page shows it.
 */
export function sayingOf(name: Summed, side: Side): Prisma.Sql {
  const page = pageFieldOf(MEASURES[name][side])
  const came = `came.${columnOf(name, side)}`
  return Prisma.raw(page ? `coalesce(${came}, p."${page}")` : came)
}

const columnOf = (name: string, side: Side): string => `"${name}_${side}"`
