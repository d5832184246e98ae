import 'server-only'
import type { Transaction } from '../db.ts'
import { sameJson } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { dayOf } from '../registry/sayings.ts'
import { figuresOfPage } from './figures.ts'
import { type Figure, foldOutcomes } from './fold.ts'
import { captureDays, figuresByProject } from './said.ts'

type Row = { measure: string; value: number; asOf: string | null; followUpId: number | null }

/**
 * Counts anew what came of projects, of all that their published follow-ups and their pages say, and writes it where it is
 * another than it was. Returns the projects whose rows changed. Projects without a follow-up have no rows: sums take their
 * columns. `dryRun` writes nothing.
 */
export async function refreshOutcomes(
  tx: Transaction,
  projectIds: readonly number[],
  { dryRun = false } = {},
): Promise<number[]> {
  const ids = await followedAmong(tx, projectIds)
  if (ids.length === 0) return []
  const [wanted, held] = [await wantedOf(tx, ids), await heldOf(tx, ids)]
  const changed = ids.filter((id) => !sameJson(wanted.get(id) ?? [], held.get(id) ?? []))
  if (!dryRun && changed.length > 0) await write(tx, changed, wanted)
  return changed
}

/** Of many projects those that have or had follow-ups, their own or those of entries that led to them. */
async function followedAmong(tx: Transaction, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM unnest(${[...ids]}::int[]) AS p(id)
    WHERE EXISTS (SELECT FROM follow_up f WHERE f."projectId" = p.id)
      OR EXISTS (SELECT FROM decision_item i JOIN follow_up f ON f."itemId" = i.id WHERE i."projectId" = p.id)
      OR EXISTS (SELECT FROM outcome o WHERE o."projectId" = p.id)`
  return rows.map(({ id }) => id)
}

async function wantedOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, Row[]>> {
  const projects = await tx.project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, shown: true, inForce: true },
  })
  const figures = await figuresByProject(tx, ids)
  const days = await captureDays(
    tx,
    projects.map(({ shown }) => shown as Record<string, Shown>),
  )
  return new Map(
    projects.map(({ id, shown, inForce }) => {
      const own = figures.get(id) ?? []
      const said = [...own, ...figuresOfPage(shown as Record<string, Shown>, days)]
      return [id, own.length > 0 && inForce ? rowsOf(said) : []]
    }),
  )
}

const rowsOf = (said: readonly Figure[]): Row[] =>
  [...foldOutcomes(said).values()]
    .map(({ measure, value, asOf, source }) => ({
      measure,
      value,
      asOf,
      followUpId: source.kind === 'followUp' ? source.id : null,
    }))
    .sort((a, b) => (a.measure < b.measure ? -1 : 1))

async function heldOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, Row[]>> {
  const rows = await tx.outcome.findMany({ where: { projectId: { in: [...ids] } } })
  const plain = rows.map(({ projectId, measure, value, asOf, followUpId }) => ({
    projectId,
    row: { measure, value: value.toNumber(), asOf: dayOf(asOf), followUpId },
  }))
  return new Map(
    [...Map.groupBy(plain, ({ projectId }) => projectId)].map(([id, own]) => [
      id,
      own.map(({ row }) => row).sort((a, b) => (a.measure < b.measure ? -1 : 1)),
    ]),
  )
}

async function write(tx: Transaction, ids: readonly number[], wanted: ReadonlyMap<number, Row[]>) {
  const json = JSON.stringify(
    ids.flatMap((projectId) => (wanted.get(projectId) ?? []).map((row) => ({ projectId, ...row }))),
  )
  await tx.outcome.deleteMany({ where: { projectId: { in: [...ids] } } })
  await tx.$executeRaw`
    INSERT INTO outcome ("projectId", measure, value, "asOf", "followUpId")
    SELECT r."projectId", r.measure, r.value, r."asOf", r."followUpId"
    FROM jsonb_to_recordset(${json}::jsonb)
      AS r("projectId" int, measure text, value numeric, "asOf" date, "followUpId" int)`
}
