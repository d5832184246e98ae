import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { typeOfFollowUpField } from '../follow-up/fields.ts'
import type { Figure } from '../follow-up/fold.ts'
import { loadProjects } from '../follow-up/table/known.ts'
import type { DeskFilter } from './filter.ts'
import type { FieldTask, Said } from './view.ts'

/**
 * What came of projects that sources say different things of and nobody has looked at, as rows of the queue of fields
 * (lib/desk/field-tasks.ts): the measure is the field, and its figures are folded when they are listed.
 */
export const openOutcomes = ({ region, fund, field }: Omit<DeskFilter, 'page'>) => Prisma.sql`
  SELECT 2 AS kind, p.id, o.measure AS field, NULL::jsonb AS shown, p.slug, p.name, p.number AS about, p.period
  FROM outcome o JOIN project p ON p.id = o."projectId"
  WHERE o."isOpen"
    ${field ? Prisma.sql`AND o.measure = ${field}` : Prisma.empty}
    ${region ? Prisma.sql`AND p.region = ${region}` : Prisma.empty}
    ${fund ? Prisma.sql`AND p.fund = ${fund}` : Prisma.empty}`

type Row = { id: number; field: string }

/** The same with the figures: what is shown, and what others say. No query where there are none. */
export async function outcomeTasks(rows: readonly Row[]): Promise<FieldTask[]> {
  const ids = [...new Set(rows.map(({ id }) => id))]
  const projects = new Map((await loadProjects(database(), ids)).map((project) => [project.id, project]))
  return rows.flatMap(({ id, field }): FieldTask[] => {
    const project = projects.get(id)
    const outcome = project?.outcomes.get(field)
    if (!project || !outcome) return []
    const { slug, number, name } = project
    return [
      {
        key: { kind: 'outcome', id, field },
        record: { kind: 'project', id, slug, number, name },
        type: typeOfFollowUpField(field) ?? 'number',
        period: null,
        shown: saidIn(outcome),
        others: outcome.rivals.map(saidIn),
      },
    ]
  })
}

const saidIn = ({ value, precision, qualifier }: Figure): Said => ({
  ...{ value, precision, qualifier },
  code: null,
  words: null,
})
