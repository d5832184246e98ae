import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { INDICATORS } from './indicators.ts'
import { GENDERS, type Gender, measureKey, WHOLE } from './measures.ts'
import { measuresOf, outcomeColumns, sayingOf } from './said-of.ts'
import {
  type Grouping,
  type IndicatorSum,
  type OutcomeGroup,
  type OutcomeOverview,
  SUMMED,
  type Summed,
} from './sums.ts'

/**
 * Promise and outcome of all projects, and by region, programme area and objective. `today`: the ISO day by which projects
 * have ended. Two queries.
 */
export async function outcomeOverview(today: string): Promise<OutcomeOverview> {
  const [rows, indicators] = await Promise.all([groupsOf(today), indicatorSums(today)])
  const all = rows.find(({ grouping }) => grouping === 'all')
  const by = (grouping: Grouping) => rows.filter((row) => row.grouping === grouping).map(groupOf)
  return {
    all: groupOf(all ?? NOTHING),
    by: {
      region: by('region'),
      programmeArea: by('programmeArea'),
      specificObjective: by('specificObjective'),
    },
    indicators,
  }
}

/** The same of the projects that an organisation owns, itself or one that is merged into it. One query. */
export async function outcomesOfOwner(organisationId: number, today: string): Promise<OutcomeGroup> {
  const where = Prisma.sql`AND p."ownerId" IN (SELECT id FROM organisation
    WHERE ${organisationId} IN (id, "mergedIntoId"))`
  const [row] = await database().$queryRaw<Row[]>`${followed(where, today)}
    SELECT 'all' AS grouping, NULL AS period, NULL AS code, ${counted} FROM followed`
  return groupOf(row ?? NOTHING)
}

type Row = {
  grouping: Grouping | 'all'
  period: string | null
  code: string | null
  projects: number
  ended: number
  examples: number
} & {
  [Key in `${Summed}_${'promisedOf' | 'promised' | 'reportedOf' | 'reported' | 'comparedOf' | 'comparedPromised' | 'comparedReported'}`]: number
}

/**
 * What projects promised and what came of them, a row each, as their pages show it: what follow-ups say and change, and else
 * what a project's own page says.
 */
const followed = (where: Prisma.Sql, today: string) => Prisma.sql`
  WITH came AS (
    SELECT o."projectId", ${outcomeColumns('promised')}, ${outcomeColumns('reported')}, bool_or(f."isExample") AS "hasExample"
    FROM outcome o JOIN project p ON p.id = o."projectId" LEFT JOIN follow_up f ON f.id = o."followUpId"
    WHERE o.measure = ANY(${[...measuresOf('promised'), ...measuresOf('reported'), ...indicatorMeasures([WHOLE])]})
      AND p."inForce" ${where} GROUP BY 1),
  followed AS (
    SELECT p.region, p.period, p."programmeArea", p."specificObjective", came."hasExample",
      ${hasEnded(today)} AS "hasEnded", ${Prisma.join(
        SUMMED.map(
          (name) => Prisma.sql`${sayingOf(name, 'promised')} AS ${Prisma.raw(`"${name}_p"`)},
      ${sayingOf(name, 'reported')} AS ${Prisma.raw(`"${name}_r"`)}`,
        ),
      )}
    FROM project p LEFT JOIN came ON came."projectId" = p.id WHERE p."inForce" ${where})`

/** By the end that events gave it, else its page's. */
const hasEnded = (today: string) => Prisma.sql`coalesce(p."eventEnd", p."endDate") < ${today}::date`

/** How many projects there are and what they sum to; which of them are compared is the rule of `sumUp`. */
const counted = Prisma.sql`count(*)::int AS projects,
  count(*) FILTER (WHERE "hasEnded")::int AS ended,
  count(*) FILTER (WHERE "hasExample")::int AS examples, ${Prisma.raw(
    SUMMED.flatMap((name) => {
      const [promised, reported] = [`"${name}_p"`, `"${name}_r"`]
      const compared = `FILTER (WHERE "hasEnded" AND ${promised} > 0 AND ${reported} IS NOT NULL)`
      const sum = (what: string, only = '') => `coalesce(sum(${what}) ${only}, 0)::float8`
      return [
        `count(${promised})::int AS "${name}_promisedOf"`,
        `${sum(promised)} AS "${name}_promised"`,
        `count(${reported})::int AS "${name}_reportedOf"`,
        `${sum(reported)} AS "${name}_reported"`,
        `count(*) ${compared}::int AS "${name}_comparedOf"`,
        `${sum(promised, compared)} AS "${name}_comparedPromised"`,
        `${sum(reported, compared)} AS "${name}_comparedReported"`,
      ]
    }).join(', '),
  )}`

const groupsOf = (today: string) => database().$queryRaw<Row[]>`${followed(Prisma.empty, today)}
  SELECT CASE WHEN GROUPING(region) = 0 THEN 'region' WHEN GROUPING("programmeArea") = 0 THEN 'programmeArea'
      WHEN GROUPING("specificObjective") = 0 THEN 'specificObjective' ELSE 'all' END AS grouping,
    period, coalesce(region, "programmeArea", "specificObjective") AS code, ${counted}
  FROM followed
  GROUP BY GROUPING SETS ((), (region), (period, "programmeArea"), (period, "specificObjective"))
  ORDER BY period NULLS LAST, code NULLS LAST`

function groupOf(row: Row | typeof NOTHING): OutcomeGroup {
  const held = row as Row
  const sums = SUMMED.map((name) => [
    name,
    {
      promised: { projects: held[`${name}_promisedOf`] ?? 0, sum: held[`${name}_promised`] ?? 0 },
      reported: { projects: held[`${name}_reportedOf`] ?? 0, sum: held[`${name}_reported`] ?? 0 },
      compared: {
        projects: held[`${name}_comparedOf`] ?? 0,
        promised: held[`${name}_comparedPromised`] ?? 0,
        reported: held[`${name}_comparedReported`] ?? 0,
      },
    },
  ])
  const { period, code, projects, ended, examples } = held
  return { period, code, projects, ended, examples, sums: Object.fromEntries(sums) }
}

const NOTHING = { grouping: 'all', period: null, code: null, projects: 0, ended: 0, examples: 0 } as const

/** The common indicators that some project has, in their order: the projects' own are unlike each other. */
async function indicatorSums(today: string): Promise<IndicatorSum[]> {
  const rows = await database().$queryRaw<
    {
      code: string
      projects: number
      promisedOf: number
      promised: number
      reportedOf: number
      reported: number
      comparedOf: number
      comparedPromised: number
      comparedReported: number
    }[]
  >`
    SELECT code, count(*)::int AS projects, count(target)::int AS "promisedOf", coalesce(sum(target), 0)::float8 AS promised,
      count(actual)::int AS "reportedOf", coalesce(sum(actual), 0)::float8 AS reported,
      count(*) FILTER (WHERE compared)::int AS "comparedOf",
      coalesce(sum(target) FILTER (WHERE compared), 0)::float8 AS "comparedPromised",
      coalesce(sum(actual) FILTER (WHERE compared), 0)::float8 AS "comparedReported"
    FROM (SELECT *, "hasEnded" AND target > 0 AND actual IS NOT NULL AS compared FROM (SELECT "projectId", split_part(measure, '@', 2) AS code,
        max(value) FILTER (WHERE measure LIKE 'target.total@%') AS target,
        max(value) FILTER (WHERE measure LIKE 'actual.total@%') AS actual, bool_or(${hasEnded(today)}) AS "hasEnded"
      FROM outcome o JOIN project p ON p.id = o."projectId"
      WHERE measure = ANY(${indicatorMeasures(GENDERS)}) AND p."inForce" GROUP BY 1, 2) AS o) AS i
    GROUP BY code HAVING count(target) + count(actual) > 0`
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return INDICATORS.flatMap(({ code }) => {
    const row = byCode.get(code)
    if (!row) return []
    return {
      code,
      projects: row.projects,
      sum: {
        promised: { projects: row.promisedOf, sum: row.promised },
        reported: { projects: row.reportedOf, sum: row.reported },
        compared: {
          projects: row.comparedOf,
          promised: row.comparedPromised,
          reported: row.comparedReported,
        },
      },
    }
  })
}

/** Targets and actual values of the common indicators, of these people. */
const indicatorMeasures = (parts: readonly Gender[]): string[] =>
  INDICATORS.flatMap(({ code }) =>
    parts.flatMap((part) => [
      measureKey({ name: 'target', part, row: code }),
      measureKey({ name: 'actual', part, row: code }),
    ]),
  )
