import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { basisOf } from '../corrections/basis.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { type Page, pageOf } from '../paging.ts'
import { dayOf, kronor } from '../registry/sayings.ts'
import type { DeskFilter } from './filter.ts'
import { likelyProjects, projectsFor } from './likely.ts'
import type { Neighbours, UnlinkedTask, UnlinkedView } from './view.ts'

const PAGE = 50

/** An entry that nobody, and no rule, has linked to a project or found to belong to none. */
const UNLINKED = {
  inForce: true,
  rejected: false,
  projectId: null,
  linkedBy: null,
} satisfies Prisma.DecisionItemWhereInput

const whereOf = ({ region, fund }: DeskFilter): Prisma.DecisionItemWhereInput => ({
  ...UNLINKED,
  ...(region && { decision: { region } }),
  ...(fund && { fund }),
})

/** The entries that no project is linked to. Four queries, whatever the page holds. */
export async function listUnlinked(filter: DeskFilter): Promise<Page<UnlinkedTask>> {
  const where = whereOf(filter)
  return pageOf(await countUnlinked(filter), filter.page, PAGE, async (range) => {
    const rows = await database().decisionItem.findMany({
      where,
      select: forTask,
      orderBy: { id: 'asc' },
      ...range,
    })
    return rows.map(taskOf)
  })
}

/** How many wait. */
export const countUnlinked = (filter: DeskFilter): Promise<number> =>
  database().decisionItem.count({ where: whereOf(filter) })

const forTask = {
  id: true,
  name: true,
  numberKey: true,
  amount: true,
  amountPrecision: true,
  amountKind: true,
  shown: true,
  decision: { select: { slug: true, heading: true, region: true, decisionDate: true } },
  participations: {
    where: { role: 'APPLICANT' },
    orderBy: { position: 'asc' },
    select: { organisation: { select: { slug: true, name: true } } },
  },
} satisfies Prisma.DecisionItemSelect
type Row = Prisma.DecisionItemGetPayload<{ select: typeof forTask }>

function taskOf({ decision: { decisionDate, ...decision }, ...row }: Row): UnlinkedTask {
  const { projectNumber } = row.shown as { projectNumber?: { value: unknown } }
  return {
    id: row.id,
    name: row.name,
    number: typeof projectNumber?.value === 'string' ? projectNumber.value : null,
    applicants: row.participations.map(({ organisation: { slug, name } }) => ({ slug, name })),
    amount: { kronor: kronor(row.amount), precision: row.amountPrecision ?? 1, kind: row.amountKind },
    decision: { ...decision, decidedOn: dayOf(decisionDate) },
  }
}

/**
 * An entry with the projects that it may have led to; with words to find others by, those that they lead to. Null where
 * there is no such entry.
 */
export async function findUnlinked(id: number, typed: string): Promise<UnlinkedView | null> {
  const [row, loaded] = await Promise.all([
    database().decisionItem.findUnique({ where: { id }, select: forPage }),
    loadRecord(database(), { kind: 'item', id }),
  ])
  const link = loaded?.fields.project
  if (!row || !link) return null
  const { rejected, inForce, projectId, linkedBy, description, ...rest } = row
  const task = taskOf(rest)
  const { slug, heading } = task.decision
  const applicantIds = row.participations.map(({ organisation }) => organisation.id)
  const entry = { ...task, ...task.decision, name: task.name, applicantIds }
  return {
    ...task,
    record: { kind: 'item', id, slug, name: task.name, heading },
    basis: basisOf(link.shown),
    isOpen: inForce && !rejected && projectId === null && linkedBy === null,
    rejected,
    description,
    projects: typed ? await projectsFor(entry, typed) : await likelyProjects(entry),
  }
}

const forPage = {
  ...forTask,
  rejected: true,
  inForce: true,
  projectId: true,
  linkedBy: true,
  description: true,
  participations: {
    where: { role: 'APPLICANT' },
    orderBy: { position: 'asc' },
    select: { organisation: { select: { id: true, slug: true, name: true } } },
  },
} satisfies Prisma.DecisionItemSelect

/** The entries before and after one in the queue, whether or not it still waits itself. One query. */
export async function unlinkedNeighbours({ region, fund }: DeskFilter, id: number): Promise<Neighbours> {
  const waiting = Prisma.sql`SELECT i.id FROM decision_item i JOIN decision d ON d.id = i."decisionId"
    WHERE i."inForce" AND NOT i.rejected AND i."projectId" IS NULL AND i."linkedBy" IS NULL
      ${region ? Prisma.sql`AND d.region = ${region}` : Prisma.empty}
      ${fund ? Prisma.sql`AND i.fund = ${fund}` : Prisma.empty}`
  const [row] = await database().$queryRaw<{ previous: number | null; next: number | null }[]>`
    SELECT (SELECT max(id) FROM (${waiting}) AS w WHERE id < ${id}) AS previous,
      (SELECT min(id) FROM (${waiting}) AS w WHERE id > ${id}) AS next`
  return { previous: row?.previous?.toString() ?? null, next: row?.next?.toString() ?? null }
}
