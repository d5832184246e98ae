import 'server-only'
import { database } from '../db.ts'
import type { RegistryFigures } from '../projects/view.ts'

export { newestDecisions } from '../decisions/queries.ts'

/** Sums over the whole registry, all of one moment. Three queries. */
export async function registryFigures(): Promise<RegistryFigures> {
  const [totals, groups, years] = await Promise.all([totalsOf(), groupsOf(), yearsOf()])
  return {
    ...totals,
    byFund: groups.flatMap(({ fund, projects, granted }) => (fund ? { fund, projects, granted } : [])),
    byRegion: groups.flatMap(({ region, projects, granted, participants }) =>
      region ? { region, projects, granted, participants } : [],
    ),
    byYear: years,
  }
}

type Totals = {
  asOf: Date | null
  projects: number
  decisions: number
  documents: number
  organisations: number
  granted: number
  grantedProjects: number
  people: number
  peopleProjects: number
  running: number
  disagreements: number
}

async function totalsOf(): Promise<Omit<RegistryFigures, 'byFund' | 'byRegion' | 'byYear'>> {
  const [row] = await database().$queryRaw<Totals[]>`
    SELECT greatest(max("updatedAt"), (SELECT max("committedAt") FROM import)) AS "asOf", count(*)::int AS projects,
      (SELECT count(*)::int FROM decision WHERE "inForce") AS decisions,
      (SELECT count(*)::int FROM source_document WHERE "undoneAt" IS NULL) AS documents,
      (SELECT count(*)::int FROM organisation WHERE "mergedIntoId" IS NULL AND "inForce") AS organisations,
      coalesce(sum("grantedSupport"), 0)::float8 AS granted, count("grantedSupport")::int AS "grantedProjects",
      coalesce(sum("plannedParticipants"), 0)::float8 AS people,
      count("plannedParticipants")::int AS "peopleProjects",
      count(*) FILTER (WHERE (now() AT TIME ZONE 'Europe/Stockholm')::date
        BETWEEN "startDate" AND coalesce("eventEnd", "endDate"))::int AS running,
      count(*) FILTER (WHERE disagreements + "outcomeDisagreements" > 0)::int AS disagreements
    FROM project WHERE "inForce"`
  const { granted, grantedProjects, people, peopleProjects, asOf, ...counts } = row ?? NOTHING
  return {
    ...counts,
    asOf: (asOf ?? new Date()).toISOString(),
    granted: { kronor: granted, projects: grantedProjects },
    participants: { people, projects: peopleProjects },
  }
}

const NOTHING: Totals = {
  asOf: null,
  projects: 0,
  decisions: 0,
  documents: 0,
  organisations: 0,
  granted: 0,
  grantedProjects: 0,
  people: 0,
  peopleProjects: 0,
  running: 0,
  disagreements: 0,
}

type Group = {
  fund: string | null
  region: string | null
  projects: number
  granted: number
  participants: number
}

const groupsOf = () => database().$queryRaw<Group[]>`
  SELECT fund, region, count(*)::int AS projects, coalesce(sum("grantedSupport"), 0)::float8 AS granted,
    coalesce(sum("plannedParticipants"), 0)::float8 AS participants
  FROM project GROUP BY GROUPING SETS ((fund), (region))
  HAVING fund IS NOT NULL OR region IS NOT NULL ORDER BY region, granted DESC`

/** By the year in which projects begin. */
const yearsOf = () => database().$queryRaw<RegistryFigures['byYear']>`
  SELECT extract(year FROM "startDate")::int AS year, count(*)::int AS projects,
    coalesce(sum("grantedSupport"), 0)::float8 AS granted
  FROM project WHERE "startDate" IS NOT NULL GROUP BY 1 ORDER BY 1`
