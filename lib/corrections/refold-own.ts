import 'server-only'
import type { Transaction } from '../db.ts'
import { sameJson } from '../projects/fold.ts'
import { jsonOf } from '../registry/trace.ts'
import type { Subject } from './fields.ts'
import {
  decisionColumns,
  decisionFields,
  decisionHeld,
  forDecision,
  forOrganisation,
  organisationFields,
  shownText,
} from './load.ts'

/** A decision or an organisation whose own columns are others than its corrections give. */
export type Drifted = { subject: Subject; slug: string; from: Columns; to: Columns }
type Columns = Readonly<Record<string, string | null>>

/** Folds the own columns of decisions and writes those that are not what the fold gives. `dryRun` writes nothing. */
export async function refoldDecisions(
  tx: Transaction,
  ids: number[],
  { dryRun = false } = {},
): Promise<Drifted[]> {
  const rows = await tx.decision.findMany({ where: { id: { in: ids } }, select: forDecision })
  const drifted: Drifted[] = []
  for (const row of rows) {
    const [from, to] = [decisionHeld(row), decisionColumns(decisionFields(row))]
    if (sameJson(from, to)) continue
    drifted.push({ subject: { kind: 'decision', id: row.id }, slug: row.slug, from, to })
    if (!dryRun) await writeDecision(tx, row.id, to)
  }
  return drifted
}

/** Writes a decision's own columns. Dates are ISO. */
export async function writeDecision(
  tx: Transaction,
  id: number,
  columns: ReturnType<typeof decisionColumns>,
) {
  const day = (date: string | null) => date && new Date(date)
  await tx.decision.update({
    where: { id },
    data: {
      ...columns,
      decisionDate: day(columns.decisionDate),
      statedDate: day(columns.statedDate),
      version: { increment: 1 },
    },
  })
}

/** As `refoldDecisions`, of organisations that were ever corrected: the others hold what sources gave them. */
export async function refoldOrganisations(
  tx: Transaction,
  ids: number[],
  { dryRun = false } = {},
): Promise<Drifted[]> {
  const rows = await tx.organisation.findMany({ where: { id: { in: ids } }, select: forOrganisation })
  const drifted: Drifted[] = []
  for (const row of rows.filter(({ asRead }) => asRead !== null)) {
    const fields = organisationFields(row)
    const from = { name: row.name, number: row.number }
    const to = { name: shownText(fields, 'name') ?? row.name, number: shownText(fields, 'number') }
    if (sameJson(from, to)) continue
    drifted.push({ subject: { kind: 'organisation', id: row.id }, slug: row.slug, from, to })
    if (!dryRun)
      await tx.organisation.update({ where: { id: row.id }, data: { ...to, version: { increment: 1 } } })
  }
  return drifted
}

/** What the trace tells of them: one row a field. */
export const driftTrace = <By extends object>(by: By, drifted: readonly Drifted[]) =>
  drifted.flatMap(({ subject, from, to }) =>
    Object.keys(to)
      .filter((field) => !sameJson(from[field], to[field]))
      .map((field) => ({
        ...by,
        ...(subject.kind === 'decision' ? { decisionId: subject.id } : { organisationId: subject.id }),
        action: 'field',
        field,
        from: jsonOf(tracedText(from[field])),
        to: jsonOf(tracedText(to[field])),
      })),
  )

const tracedText = (value: string | null | undefined) => (value == null ? null : { state: 'value', value })
