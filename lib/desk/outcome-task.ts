import 'server-only'
import { createHash } from 'node:crypto'
import { type Database, database, type Transaction } from '../db.ts'
import { projectSays } from '../follow-up/page-says.ts'
import { followUpsOfProject } from '../follow-up/queries.ts'
import { captureDays } from '../follow-up/said.ts'
import type { FigureView, OutcomeView } from '../follow-up/view.ts'
import { outcomesViewOf } from '../follow-up/view-of.ts'
import { dayInSweden } from '../format.ts'
import type { Shown } from '../projects/shown.ts'
import type { OutcomeTaskKey } from './task-key.ts'
import type { OutcomeDisagreementView } from './view.ts'

/** What sources say differently of what came of a project, with where each stands; null where there is no such project. Four queries. */
export async function findOutcomeDisagreement(
  key: OutcomeTaskKey,
  db: Database | Transaction = database(),
): Promise<OutcomeDisagreementView | null> {
  const project = await db.project.findFirst({
    where: { id: key.id, inForce: true },
    select: {
      id: true,
      slug: true,
      name: true,
      number: true,
      shown: true,
      outcomes: { where: { measure: key.field }, select: { isOpen: true } },
    },
  })
  if (!project) return null
  const followUps = await followUpsOfProject(key.id, db)
  const { shown, outcomes, ...record } = project
  const fields = shown as Record<string, Shown>
  const page = projectSays(fields, await captureDays(db, [fields]))
  const view = outcomesViewOf(followUps, page, dayInSweden(new Date()))
  const outcome = view.outcomes[key.field] ?? null
  return {
    key,
    record: { kind: 'project', ...record },
    outcome,
    view,
    basis: basisOfFigures(outcome),
    isOpen: outcomes.some(({ isOpen }) => isOpen),
  }
}

/** Another as soon as another figure is shown, or stands against it. */
function basisOfFigures(outcome: OutcomeView | null): string {
  if (!outcome) return 'absent'
  const { rivals, ...shown } = outcome
  const figures = [shown, ...rivals].map(({ source, value, asOf, basis }: FigureView) => [
    source,
    value,
    asOf,
    basis,
  ])
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 40)
}
