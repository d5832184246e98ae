import 'server-only'
import type { Transaction } from '../db.ts'
import { sameJson } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { dayOf } from '../registry/sayings.ts'
import { openIn, withRivals } from './differing.ts'
import { figuresIn, figuresOfPage, type Showing } from './figures.ts'
import { foldOutcomes, type Outcome } from './fold.ts'
import { eventEndOf, lacksOf, type Telling } from './missing.ts'
import { captureDays, publishedByProject } from './said.ts'

type Row = {
  measure: string
  value: number
  asOf: string | null
  followUpId: number | null
  isOpen: boolean
}
/**
 * What is kept of a project. `eventEnd`: an ISO day; `lacks`: words with spaces between, null where nothing is attached;
 * `outcomeDisagreements`: how many outcomes have rivals, as its page lists them.
 */
type Kept = { rows: Row[]; eventEnd: string | null; lacks: string | null; outcomeDisagreements: number }
const NOTHING: Kept = { rows: [], eventEnd: null, lacks: null, outcomeDisagreements: 0 }

/**
 * Counts anew what came of projects, of all that their published follow-ups and their pages say, and writes it where it is
 * another than it was: numbers by measure, promises among them, with whether sources disagree and nobody has looked at it, the
 * end that events give, what is lacking, and how many outcomes sources disagree on. Returns the projects of which something
 * changed, noted with the change's `revision`, for search goes by the end that events give, by what is reported and by what
 * sources disagree on. Projects of which no follow-up gives a number have no rows: sums take their columns. `dryRun` writes
 * nothing.
 */
export async function refreshOutcomes(
  tx: Transaction,
  projectIds: readonly number[],
  revision: number,
  { dryRun = false } = {},
): Promise<number[]> {
  const ids = await followedAmong(tx, projectIds)
  if (ids.length === 0) return []
  const [wanted, held] = [await wantedOf(tx, ids), await heldOf(tx, ids)]
  const changed = ids.filter((id) => !sameJson(wanted.get(id) ?? NOTHING, held.get(id) ?? NOTHING))
  if (!dryRun && changed.length > 0) await write(tx, changed, wanted, revision)
  return changed
}

/** Of many projects those that have or had follow-ups, their own or those of entries that led to them. */
async function followedAmong(tx: Transaction, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM unnest(${[...ids]}::int[]) AS p(id)
    WHERE EXISTS (SELECT FROM follow_up f WHERE f."projectId" = p.id)
      OR EXISTS (SELECT FROM decision_item i JOIN follow_up f ON f."itemId" = i.id WHERE i."projectId" = p.id)
      OR EXISTS (SELECT FROM outcome o WHERE o."projectId" = p.id)
      OR EXISTS (SELECT FROM project q WHERE q.id = p.id AND q.lacks IS NOT NULL)`
  return rows.map(({ id }) => id)
}

async function wantedOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, Kept>> {
  const projects = await tx.project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, shown: true, inForce: true },
  })
  const published = await publishedByProject(tx, ids)
  const days = await captureDays(
    tx,
    projects.map(({ shown }) => shown as Record<string, Shown>),
  )
  return new Map(
    projects.map(({ id, shown, inForce }) => {
      const own = published.get(id) ?? []
      if (!inForce || own.length === 0) return [id, NOTHING]
      const figures = own.flatMap(figuresIn)
      const page = figuresOfPage(shown as Record<string, Shown>, days)
      const telling = own.map(tellingIn)
      const outcomes = foldOutcomes([...figures, ...page])
      const planned = outcomes.get('planned.total')?.value ?? null
      const lacks = lacksOf({ measures: [...outcomes.keys()], planned, followUps: telling })
      const open = openIn(outcomes, { followUps: own, page: shown as Record<string, Shown> })
      const rows = figures.length > 0 ? rowsOf(outcomes, open) : []
      const kept = {
        rows,
        eventEnd: eventEndOf(telling)?.on ?? null,
        lacks: lacks.join(' '),
        outcomeDisagreements: withRivals([...outcomes.values()]).length,
      }
      return [id, kept]
    }),
  )
}

const tellingIn = ({ shown, ...row }: Showing & Pick<Telling, 'kind'>): Telling => ({
  ...row,
  text: (field) => {
    const value = shown[field]?.value
    return typeof value === 'string' ? value : null
  },
})

const rowsOf = (outcomes: ReadonlyMap<string, Outcome>, open: ReadonlySet<string>): Row[] =>
  [...outcomes.values()]
    .map(({ measure, value, asOf, source }) => ({
      measure,
      value,
      asOf,
      followUpId: source.kind === 'followUp' ? source.id : null,
      isOpen: open.has(measure),
    }))
    .sort((a, b) => (a.measure < b.measure ? -1 : 1))

async function heldOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, Kept>> {
  const projects = await tx.project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, eventEnd: true, lacks: true, outcomeDisagreements: true },
  })
  const rows = await tx.outcome.findMany({ where: { projectId: { in: [...ids] } } })
  const plain = rows.map(({ projectId, measure, value, asOf, followUpId, isOpen }) => ({
    projectId,
    row: { measure, value: value.toNumber(), asOf: dayOf(asOf), followUpId, isOpen },
  }))
  const byProject = Map.groupBy(plain, ({ projectId }) => projectId)
  return new Map(
    projects.map(({ id, eventEnd, ...counted }) => {
      const own = (byProject.get(id) ?? []).map(({ row }) => row)
      own.sort((a, b) => (a.measure < b.measure ? -1 : 1))
      return [id, { rows: own, eventEnd: dayOf(eventEnd), ...counted }]
    }),
  )
}

async function write(
  tx: Transaction,
  ids: readonly number[],
  wanted: ReadonlyMap<number, Kept>,
  revision: number,
) {
  const kept = ids.map((id) => ({ id, ...(wanted.get(id) ?? NOTHING) }))
  const json = JSON.stringify(kept.flatMap(({ id, rows }) => rows.map((row) => ({ projectId: id, ...row }))))
  const columns = JSON.stringify(kept.map(({ rows: _, ...column }) => column))
  await tx.outcome.deleteMany({ where: { projectId: { in: [...ids] } } })
  await tx.$executeRaw`
    INSERT INTO outcome ("projectId", measure, value, "asOf", "followUpId", "isOpen")
    SELECT r."projectId", r.measure, r.value, r."asOf", r."followUpId", r."isOpen"
    FROM jsonb_to_recordset(${json}::jsonb)
      AS r("projectId" int, measure text, value numeric, "asOf" date, "followUpId" int, "isOpen" boolean)`
  await tx.$executeRaw`
    UPDATE project SET "eventEnd" = r."eventEnd", lacks = r.lacks,
      "outcomeDisagreements" = r."outcomeDisagreements", revision = ${revision}
    FROM jsonb_to_recordset(${columns}::jsonb)
      AS r(id int, "eventEnd" date, lacks text, "outcomeDisagreements" int)
    WHERE project.id = r.id`
}
