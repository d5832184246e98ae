import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { decisionOf, decisionReference, itemForView, itemOf } from '../decisions/items.ts'
import { projectSays } from '../follow-up/page-says.ts'
import { followUpsOfProject, type Published } from '../follow-up/queries.ts'
import { outcomesViewOf } from '../follow-up/view-of.ts'
import { dayInSweden } from '../format.ts'
import { daysOfCapture } from '../registry/captured.ts'
import { documentReference, KEPT, saying, sayingsIn, warning, warningOf } from '../registry/sayings.ts'
import { blocksIn, derivedFrom } from './columns.ts'
import { type CorrectionNote, fieldViews } from './field-view.ts'
import { PROJECT_FIELDS, type ProjectField } from './fields.ts'
import type { ShownFields } from './fold.ts'
import { projectReference, projectReferenceOf } from './reference.ts'
import type { ProjectReference, ProjectView } from './view.ts'

/** A project with everything that its page shows, or null. The number of queries does not depend on the project. */
export async function findProject(slug: string): Promise<ProjectView | null> {
  const project = await database().project.findUnique({ where: { slug }, select: forPage })
  if (!project?.inForce) return null
  const [said, similar, followUps] = await Promise.all([
    saidOf(project.id),
    similarTo(project),
    followUpsOfProject(project.id),
  ])
  return viewOf(project, { said, similar, followUps })
}

const forPage = {
  id: true,
  inForce: true,
  slug: true,
  number: true,
  name: true,
  ownerId: true,
  ownerUnit: true,
  region: true,
  specificObjective: true,
  startDate: true,
  shown: true,
  updatedAt: true,
  owner: { select: { slug: true, name: true } },
  identifiers: { select: { value: true }, orderBy: { key: 'asc' } },
  corrections: { where: { withdrawnAt: null } },
  warnings: { where: KEPT, select: warning, orderBy: { start: 'asc' } },
  items: {
    where: { inForce: true },
    select: { ...itemForView, fund: true, decision: { select: decisionReference } },
    orderBy: { decision: { decisionDate: 'asc' } },
  },
} satisfies Prisma.ProjectSelect
type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof forPage }>

/** Everything that documents say of a project and of the entries that led to it. */
const saidOf = (projectId: number) =>
  database().statement.findMany({
    where: { OR: [{ projectId }, { item: { projectId } }] },
    select: { ...saying, document: { select: documentReference } },
    orderBy: { id: 'asc' },
  })

type Around = {
  said: Awaited<ReturnType<typeof saidOf>>
  similar: ProjectReference[]
  followUps: Published[]
}

function viewOf(project: ProjectRow, { said, similar, followUps }: Around): ProjectView {
  const { documents, sayings } = sayingsIn(said)
  const unknown = said.filter(({ field, itemId }) => field === 'unknown' && itemId === null)
  const shown = project.shown as ShownFields<ProjectField>
  const notes = new Map<number, CorrectionNote>(project.corrections.map((note) => [note.id, note]))
  const fields = fieldViews(PROJECT_FIELDS, shown, sayings, notes, { kind: 'project', key: project.slug })
  return {
    slug: project.slug,
    number: project.number,
    numbers: project.identifiers.map(({ value }) => value),
    name: project.name,
    owner: project.owner,
    ownerUnit: project.ownerUnit,
    fields,
    derived: derivedFrom(shown, {
      numbers: project.identifiers.map(({ value }) => value),
      // In the order in which the shown columns were folded.
      items: [...project.items].sort((a, b) => a.id - b.id),
    }),
    description: blocksIn(shown.description?.value ?? null),
    otherFields: unknown.flatMap(({ id }) => sayings.get(id) ?? []),
    items: project.items.map((item) => ({ ...itemOf(item, sayings), decision: decisionOf(item.decision) })),
    warnings: project.warnings.map(warningOf),
    documents,
    similar,
    followUp: outcomesViewOf(followUps, projectSays(shown, daysOfCapture(said)), dayInSweden(new Date())),
    updatedAt: project.updatedAt.toISOString(),
  }
}

/** How many similar projects a page names. */
const SIMILAR = 5

/** Projects of the same owner, then ones with the same objective in the same region, nearest in time. */
async function similarTo({
  id,
  ownerId,
  region,
  specificObjective,
  startDate,
}: ProjectRow): Promise<ProjectReference[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT id FROM (
      (SELECT id, 0 AS distance, "startDate" FROM project WHERE "ownerId" = ${ownerId} AND id <> ${id}
        ORDER BY abs("startDate" - ${startDate}::date) LIMIT ${SIMILAR})
      UNION ALL
      (SELECT id, 1, "startDate" FROM project
        WHERE "specificObjective" = ${specificObjective} AND region = ${region} AND id <> ${id}
          AND "ownerId" IS DISTINCT FROM ${ownerId}
          AND "startDate" BETWEEN ${startDate}::date - 400 AND ${startDate}::date + 400 LIMIT ${SIMILAR})
    ) AS near ORDER BY distance, abs("startDate" - ${startDate}::date), id LIMIT ${SIMILAR}`
  const ids = rows.map((row) => row.id)
  const projects = await database().project.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...projectReference },
  })
  return projects.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(projectReferenceOf)
}
