import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Database, Transaction } from '../db.ts'
import type { Shown } from '../projects/shown.ts'
import { daysOfCapture } from '../registry/captured.ts'
import { dayOf, kronor } from '../registry/sayings.ts'
import { figuresIn, PAGE_FIELDS, type Showing } from './figures.ts'
import type { Background } from './flags.ts'
import type { Figure } from './fold.ts'

type Reader = Transaction | Database

/** Attached to projects, or to entries in force that led to them. */
const ofProjects = (ids: readonly number[]): Prisma.FollowUpWhereInput[] => [
  { projectId: { in: [...ids] } },
  { item: { projectId: { in: [...ids] }, inForce: true } },
]

type Published = Showing & { kind: FollowUpKind }

/** What projects' published follow-ups show, by project. One query. */
export async function publishedByProject(
  db: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Published[]>> {
  const followUps = await db.followUp.findMany({
    where: { state: 'PUBLISHED', OR: ofProjects(ids) },
    select: { ...forShowing, kind: true, projectId: true, item: { select: { projectId: true } } },
    orderBy: { id: 'asc' },
  })
  const grouped = Map.groupBy(followUps, ({ projectId, item }) => projectId ?? item?.projectId ?? 0)
  return new Map(
    [...grouped].map(([id, own]) => [id, own.map((row) => ({ ...showingOf(row), kind: row.kind }))]),
  )
}

const forShowing = {
  id: true,
  shown: true,
  asOf: true,
  publishedAt: true,
} as const satisfies Prisma.FollowUpSelect

const showingOf = (row: Prisma.FollowUpGetPayload<{ select: typeof forShowing }>): Showing => ({
  id: row.id,
  shown: row.shown as Record<string, Shown>,
  asOf: dayOf(row.asOf),
  publishedAt: row.publishedAt?.getTime() ?? 0,
})

/** The figures that the published follow-ups of an entry show. One query. */
export async function figuresOfItem(db: Reader, itemId: number): Promise<Figure[]> {
  const followUps = await db.followUp.findMany({
    where: { itemId, state: 'PUBLISHED' },
    select: forShowing,
    orderBy: { id: 'asc' },
  })
  return followUps.map(showingOf).flatMap(figuresIn)
}

/** The figures that projects' published follow-ups show, by project. One query. */
export async function figuresByProject(
  db: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Figure[]>> {
  const published = await publishedByProject(db, ids)
  return new Map([...published].map(([id, own]) => [id, own.flatMap(figuresIn)]))
}

/** The ISO days on which the pages or lists were captured whose shown fields are figures, by statement. One query. */
export async function captureDays(
  db: Reader,
  pages: readonly Readonly<Record<string, Shown | null>>[],
): Promise<ReadonlyMap<number, string>> {
  const fields = [...PAGE_FIELDS, 'amount']
  const ids = pages.flatMap((shown) => fields.flatMap((field) => shown[field]?.statement || []))
  const statements = await db.statement.findMany({
    where: { id: { in: ids } },
    select: { id: true, document: { select: { fetchedAt: true, importedAt: true } } },
  })
  return daysOfCapture(statements)
}

/** What is selected of a project for `promiseIn`. */
export const forPromise = {
  plannedParticipants: true,
  totalBudget: true,
  grantedSupport: true,
  startDate: true,
  endDate: true,
  eventEnd: true,
} as const satisfies Prisma.ProjectSelect

/**
 * What a project promised, which figures are held against before they become public: what its page shows, where an event
 * changed it too. `shown`: what is shown of each measure; empty for a project without follow-ups. Pure.
 */
export const promiseIn = (
  project: Prisma.ProjectGetPayload<{ select: typeof forPromise }>,
  shown: ReadonlyMap<string, { value: number }>,
): Omit<Background, 'known'> => ({
  planned: shown.get('planned.total')?.value ?? project.plannedParticipants,
  budget: shown.get('budget')?.value ?? kronor(project.totalBudget),
  support: shown.get('support')?.value ?? kronor(project.grantedSupport),
  startDate: dayOf(project.startDate),
  endDate: dayOf(project.eventEnd ?? project.endDate),
})
