import 'server-only'
import { database } from '../db.ts'
import { nameKey, numberKey } from '../matching/keys.ts'
import { type FoundProject, findProjectsLike } from '../projects/finder.ts'

/** Why a project may be the one that an entry led to. */
type Reason = 'number' | 'name' | 'owner' | 'region' | 'time'
export type LikelyProject = FoundProject & { reasons: Reason[] }

export type Entry = {
  name: string
  number: string | null
  applicantIds: readonly number[]
  region: string | null
  /** ISO. */
  decidedOn: string | null
}

/** How many are offered. */
const OFFERED = 5
/** What each reason weighs: a number says more than a place. */
const WEIGHT: Record<Reason, number> = { number: 8, name: 4, owner: 3, region: 1, time: 1 }

/**
 * Up to five projects that an entry may have led to, the likeliest first, each with what speaks for it: those that the
 * finder gives for its number and name, and those of its applicants around the time of the decision.
 */
export async function likelyProjects(entry: Entry): Promise<LikelyProject[]> {
  const [byNumber, byName, ofApplicants] = await Promise.all([
    entry.number ? findProjectsLike(entry.number, { limit: OFFERED }) : [],
    findProjectsLike(entry.name, { limit: OFFERED }),
    projectsOf(entry),
  ])
  const found = new Map([...byNumber, ...byName, ...ofApplicants].map((project) => [project.id, project]))
  const facts = await factsOf([...found.keys()])
  return [...found.values()]
    .map((project) => ({ ...project, reasons: reasonsFor(entry, project, facts.get(project.id)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => weight(b) - weight(a) || a.id - b.id)
    .slice(0, OFFERED)
}

/** Projects that words or a number lead to, with what speaks for them. */
export async function projectsFor(entry: Entry, typed: string): Promise<LikelyProject[]> {
  const found = await findProjectsLike(typed, { limit: OFFERED })
  const facts = await factsOf(found.map(({ id }) => id))
  return found.map((project) => ({ ...project, reasons: reasonsFor(entry, project, facts.get(project.id)) }))
}

const weight = ({ reasons }: LikelyProject) => reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0)

async function projectsOf({ applicantIds, decidedOn }: Entry): Promise<FoundProject[]> {
  if (applicantIds.length === 0) return []
  const rows = await database().$queryRaw<Row[]>`
    SELECT p.id, p.slug, p.number, p.name, p.region, o.name AS owner,
      extract(year FROM p."startDate")::int AS "from", extract(year FROM p."endDate")::int AS "to"
    FROM project p JOIN organisation o ON o.id = p."ownerId" WHERE p."ownerId" = ANY (${[...applicantIds]}::int[])
    ORDER BY abs(p."startDate" - ${decidedOn}::date) NULLS LAST, p.id LIMIT ${OFFERED}`
  return rows.map(({ from, to, ...row }) => ({ ...row, years: { from, to } }))
}
type Row = Omit<FoundProject, 'years'> & { from: number | null; to: number | null }

type Facts = {
  ownerId: number | null
  nameKey: string
  startDate: Date | null
  identifiers: { key: string }[]
}

async function factsOf(ids: number[]): Promise<Map<number, Facts>> {
  const rows = await database().project.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      ownerId: true,
      nameKey: true,
      startDate: true,
      identifiers: { select: { key: true } },
    },
  })
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** A decision comes at most so long before a project begins, or a little after. Days. */
const [LONG_BEFORE, SHORTLY_AFTER] = [540, 180]
const DAY = 86_400_000

function reasonsFor(entry: Entry, { region }: FoundProject, facts: Facts | undefined): Reason[] {
  if (!facts) return []
  const number = entry.number === null ? null : numberKey(entry.number)
  const [key, own] = [nameKey(entry.name), facts.nameKey]
  const until =
    entry.decidedOn && facts.startDate
      ? (facts.startDate.getTime() - Date.parse(entry.decidedOn)) / DAY
      : null
  const holds: Record<Reason, boolean> = {
    number: facts.identifiers.some((one) => one.key === number),
    name: key !== '' && (own.includes(key) || (own !== '' && key.includes(own))),
    owner: facts.ownerId !== null && entry.applicantIds.includes(facts.ownerId),
    region: region !== null && region === entry.region,
    time: until !== null && until > -SHORTLY_AFTER && until < LONG_BEFORE,
  }
  const reasons = (Object.keys(holds) as Reason[]).filter((reason) => holds[reason])
  // A region or a time alone speaks for half of all projects.
  return reasons.some((reason) => WEIGHT[reason] > 1) ? reasons : []
}
