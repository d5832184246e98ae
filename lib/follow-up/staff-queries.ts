import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpState } from '../../prisma/generated/enums.ts'
import { database } from '../db.ts'
import { type FileView, fileFields } from '../files/view.ts'
import { type Page, pageOf } from '../paging.ts'
import { finderText } from '../projects/finder-text.ts'
import type { Shown } from '../projects/shown.ts'
import { dayOf } from '../registry/sayings.ts'
import { backgroundOf } from './background.ts'
import { FollowUpContent } from './content.ts'
import { compareMeasures } from './measures.ts'
import { OVERDUE_MONTHS } from './missing.ts'
import { forPromise, promiseIn } from './said.ts'
import type {
  About,
  Known,
  MissingRow,
  StaffFollowUp,
  StaffListQuery,
  StaffRow,
  Tab,
  ToFollow,
} from './staff-view.ts'

// What the staff reads of follow-ups, drafts too. For signed-in staff: the caller has asked.

const PAGE = 30

type Filter = Pick<StaffListQuery, 'page' | 'region' | 'owner'>

/**
 * Projects that have ended and lack something that their pages miss (lib/follow-up/missing.ts has the rule): the longest
 * since the end first. `today`: an ISO day. Two queries, whatever the page holds.
 */
export async function listMissing(filter: Filter, today: string): Promise<Page<MissingRow>> {
  const where = missingWithin(filter, today)
  const [counted] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM project p WHERE ${where}`
  return pageOf(
    counted?.total ?? 0,
    filter.page,
    PAGE,
    ({ skip, take }) =>
      database().$queryRaw<MissingRow[]>`
        SELECT p.slug, p.number, p.name, o.name AS owner, p.region, ${ENDED_ON}::text AS "endDate",
          ${LACKS_COSTS} AS "lacksCosts", ${LACKS_PARTICIPANTS} AS "lacksParticipants",
          ${LACKS_REPORT} AS "lacksReport",
          (SELECT count(*)::int FROM follow_up f WHERE f."projectId" = p.id AND f.state = 'DRAFT') AS drafts
        FROM project p LEFT JOIN organisation o ON o.id = p."ownerId"
        WHERE ${where} ORDER BY ${ENDED_ON}, p.id LIMIT ${take} OFFSET ${skip}`,
  )
}

// What a project lacks is kept with it where something is attached (outcomes.ts). Else its own page's columns tell: a zero of
// costs there is none, and where nobody was planned nobody is missed.
const LACKS_COSTS = Prisma.sql`coalesce(p.lacks LIKE '%costs%', p."totalCosts" IS NULL)`
const LACKS_PARTICIPANTS = Prisma.sql`coalesce(p.lacks LIKE '%participants%', coalesce(p."plannedParticipants", 0) > 0)`
const LACKS_REPORT = Prisma.sql`coalesce(p.lacks LIKE '%report%', true)`
/** As `endOf` says. */
const ENDED_ON = Prisma.sql`coalesce(p."eventEnd", p."endDate")`
/** Word for word as the index says it. */
const lacking = (today: string) =>
  Prisma.sql`p."inForce" AND p.lacks IS DISTINCT FROM '' AND ${ENDED_ON} < ${today}::date`

const missingWithin = ({ region, owner }: Filter, today: string) => Prisma.sql`${lacking(today)}
  ${region ? Prisma.sql`AND p.region = ${region}` : Prisma.empty}
  ${owner ? Prisma.sql`AND p."ownerId" IN (SELECT id FROM organisation WHERE position(lower(${owner}) IN lower(name)) > 0)` : Prisma.empty}`

/**
 * A query for how many projects lack follow-up as of an ISO day, and of how many of them it is overdue: one row, of `missing`
 * and `overdue`. For the desk, which counts everything that waits at once.
 */
export const missingCounts = (today: string): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS missing,
    (count(*) FILTER (WHERE ${ENDED_ON} + make_interval(months => ${OVERDUE_MONTHS}::int) <= ${today}::date))::int AS overdue
  FROM project p WHERE ${lacking(today)}`

/** Follow-ups of a part of the list, the one that was written last first. */
export async function listFollowUps(tab: Exclude<Tab, 'missing'>, page: number): Promise<Page<StaffRow>> {
  const where = { state: { in: STATES[tab] } }
  return pageOf(await database().followUp.count({ where }), page, PAGE, async (range) => {
    const rows = await database().followUp.findMany({
      where,
      select: forRow,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      ...range,
    })
    return rows.map(rowOf)
  })
}

const STATES: Record<Exclude<Tab, 'missing'>, FollowUpState[]> = {
  drafts: ['DRAFT'],
  published: ['PUBLISHED'],
  // What was taken back is kept beside what never became public.
  discarded: ['DISCARDED', 'WITHDRAWN'],
}

const forAbout = {
  project: { select: { slug: true, number: true, name: true } },
  item: { select: { id: true, name: true, decision: { select: { slug: true, heading: true } } } },
} satisfies Prisma.FollowUpSelect

const forRow = {
  id: true,
  kind: true,
  state: true,
  asOf: true,
  content: true,
  updatedAt: true,
  createdBy: { select: { name: true } },
  updatedBy: { select: { name: true } },
  ...forAbout,
} satisfies Prisma.FollowUpSelect
type Row = Prisma.FollowUpGetPayload<{ select: typeof forRow }>

const rowOf = (row: Row): StaffRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  asOf: dayOf(row.asOf) ?? (FollowUpContent.parse(row.content).fields.asOf?.trim() || null),
  about: aboutOf(row),
  begunBy: row.createdBy?.name ?? null,
  updatedBy: row.updatedBy?.name ?? null,
  updatedAt: row.updatedAt,
})

function aboutOf({ project, item }: Pick<Row, 'project' | 'item'>): About {
  if (project) {
    const { slug, number, name } = project
    return { kind: 'project', slug, number, name }
  }
  // The database holds that a follow-up is of one of the two.
  if (!item) throw new Error('a follow-up is of something')
  const { id, name, decision } = item
  return { kind: 'item', id, name, decision }
}

/** A follow-up as the list has it, to tell what was just done; null where it is not in that state. */
export async function findNotice(id: number, state: FollowUpState): Promise<StaffRow | null> {
  const row = await database().followUp.findUnique({ where: { id, state }, select: forRow })
  return row && rowOf(row)
}

/** The file that is a draft's source. */
export async function findFileOf(id: number): Promise<FileView | null> {
  const row = await database().followUp.findUnique({
    where: { id },
    select: { file: { select: fileFields } },
  })
  return row?.file ?? null
}

/** Figures and follow-ups of a project that its drafts show beside their boxes. */
const MOST_FIGURES = 1000
const MOST_PUBLISHED = 20

const published = {
  where: { state: 'PUBLISHED' },
  select: { id: true, kind: true, asOf: true },
  orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  take: MOST_PUBLISHED,
} satisfies Prisma.Project$followUpsArgs

const forProject = {
  ...forAbout.project.select,
  period: true,
  fund: true,
  ...forPromise,
  owner: { select: { name: true } },
  outcomes: {
    select: { measure: true, value: true, asOf: true, followUpId: true },
    orderBy: { measure: 'asc' },
    take: MOST_FIGURES,
  },
  followUps: published,
} satisfies Prisma.ProjectSelect

const forPage = {
  ...forRow,
  version: true,
  shown: true,
  withdrawnAt: true,
  withdrawnReason: true,
  file: { select: fileFields },
  project: { select: forProject },
  item: {
    select: {
      ...forAbout.item.select,
      fund: true,
      applicant: true,
      followUps: published,
      project: { select: forProject },
    },
  },
} satisfies Prisma.FollowUpSelect
type PageRow = Prisma.FollowUpGetPayload<{ select: typeof forPage }>

/** A follow-up in whatever state, with what is known of what it is about; null where there is none. */
export async function findForStaff(id: number): Promise<StaffFollowUp | null> {
  const row = await database().followUp.findUnique({ where: { id }, select: forPage })
  if (!row) return null
  return {
    ...rowOf(row),
    version: row.version,
    content: FollowUpContent.parse(row.content),
    shown: row.shown as Record<string, Shown>,
    file: row.file,
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
    known: await knownOf(row.state === 'DRAFT' ? asPublished(row) : row),
  }
}

/** A draft of an entry that came to belong to a project is attached to the project when it is published. */
const asPublished = ({ project, item }: PageRow): Followed => ({
  project: project ?? item?.project ?? null,
  item,
})

type KnownFigures = Pick<Known, 'planned' | 'budget' | 'support' | 'startDate' | 'endDate' | 'figures'>
type Followed = Pick<PageRow, 'project' | 'item'>

async function knownOf({ project, item }: Followed): Promise<Known> {
  const followUps = (project ?? item)?.followUps ?? []
  return {
    about: aboutOf({ project, item }),
    owner: project ? (project.owner?.name ?? null) : (item?.applicant ?? null),
    period: project?.period ?? null,
    fund: (project ?? item)?.fund ?? null,
    ...(project ? knownOfProject(project) : await knownOfItem(item)),
    published: followUps.map(({ id, kind, asOf }) => ({ id, kind, asOf: dayOf(asOf) })),
  }
}

function knownOfProject(project: NonNullable<Followed['project']>): KnownFigures {
  const figures = project.outcomes.map(({ measure, value, asOf, followUpId }) => ({
    measure,
    value: value.toNumber(),
    asOf: dayOf(asOf),
    followUpId,
  }))
  figures.sort((a, b) => compareMeasures(a.measure, b.measure))
  return { ...promiseIn(project, new Map(figures.map((figure) => [figure.measure, figure]))), figures }
}

/** What is kept of projects is kept of no entries: it is folded from what they say. */
async function knownOfItem(item: Followed['item']): Promise<KnownFigures> {
  // The database holds that a follow-up is of one of the two.
  if (!item) throw new Error('a follow-up is of something')
  const { known, ...promise } = await backgroundOf(database(), { itemId: item.id })
  const figures = [...known.values()].map(({ measure, value, asOf, source }) => ({
    measure,
    value,
    asOf,
    followUpId: source.kind === 'followUp' ? source.id : null,
  }))
  return {
    ...promise,
    figures: figures.sort((a, b) => compareMeasures(a.measure, b.measure)).slice(0, MOST_FIGURES),
  }
}

/** What somebody wants to follow up: a project by its slug, or an entry by its id; null where there is none. */
export async function findToFollow({
  project,
  item,
}: Pick<StaffListQuery, 'project' | 'item'>): Promise<ToFollow | null> {
  if (project !== null) return projectToFollow(project)
  if (item === null) return null
  const row = await database().decisionItem.findUnique({
    where: { id: item, inForce: true },
    select: { ...forAbout.item.select, project: { select: { slug: true } } },
  })
  if (!row) return null
  // An entry that led to a project is followed up there.
  if (row.project) return projectToFollow(row.project.slug)
  return { about: aboutOf({ project: null, item: row }), finderText: '' }
}

async function projectToFollow(slug: string): Promise<ToFollow | null> {
  const row = await database().project.findUnique({
    where: { slug, inForce: true },
    select: forAbout.project.select,
  })
  return row && { about: { kind: 'project', ...row }, finderText: finderText(row) }
}
