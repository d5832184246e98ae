import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { type Page, pageOf } from '../paging.ts'
import { PILES, type Pile, type ReportsQuery, STATUSES } from './params.ts'
import { recordOf, recordsOfReport } from './record.ts'
import { showRecord } from './subject.ts'
import { tidyReports } from './tidy.ts'
import { hashToken, looksLikeToken } from './token.ts'
import type { FollowedReport, Message, ReportCounts, ReportRow, ReportView } from './view.ts'

const PAGE = 30
/** Messages that are shown of one report: each question of an editor brings two. */
const MESSAGES = 100

/** One of the three lists of reports, with how many each has: those that wait longest first, closed ones newest first. */
export async function listReports({
  pile,
  page,
}: ReportsQuery): Promise<Page<ReportRow> & { counts: ReportCounts }> {
  await tidyReports(database())
  const counts = await countReports()
  const found = await pageOf(counts[pile], page, PAGE, async (range) => {
    const rows = await database().report.findMany({
      where: { status: { in: STATUSES[pile] } },
      select: forList,
      orderBy: { id: pile === 'closed' ? 'desc' : 'asc' },
      ...range,
    })
    return rows.map(rowOf)
  })
  return { ...found, counts }
}

/** How many reports there are of each kind. */
export async function countReports(): Promise<ReportCounts> {
  const rows = await database().report.groupBy({ by: 'status', _count: true })
  const ofPile = (pile: Pile) =>
    rows.filter(({ status }) => STATUSES[pile].includes(status)).reduce((sum, { _count }) => sum + _count, 0)
  return Object.fromEntries(PILES.map((pile) => [pile, ofPile(pile)])) as ReportCounts
}

const forList = {
  id: true,
  status: true,
  at: true,
  handledAt: true,
  page: true,
  field: true,
  suggestion: true,
  ...recordsOfReport,
} satisfies Prisma.ReportSelect

function rowOf(row: Prisma.ReportGetPayload<{ select: typeof forList }>): ReportRow {
  const { id, status, at, handledAt, page, field, suggestion } = row
  return { id, status, at, handledAt, page, field, suggestion, record: recordOf(row) }
}

/** One report with what it is about, or null. */
export async function findReport(id: number): Promise<ReportView | null> {
  const row = await database().report.findUnique({ where: { id }, select: forView })
  if (!row) return null
  const record = recordOf(row)
  const [correction] = row.corrections
  return {
    ...rowOf(row),
    version: row.version,
    shown: row.shown,
    whereItStands: row.whereItStands,
    hasEmail: row.email !== null,
    handledBy: row.handledBy?.name ?? null,
    messages: row.messages.map(messageOf),
    subject: record && (await showRecord(row.field, record)),
    corrected: correction ? recordOf({ ...correction, document: null }) : null,
    next: await nextAfter(id),
  }
}

/** The report that has waited longest after this one, or longest of all. */
async function nextAfter(id: number): Promise<number | null> {
  const [next] = await database().$queryRaw<{ id: number }[]>`
    SELECT id FROM report WHERE status = 'OPEN' AND id <> ${id} ORDER BY id < ${id}, id LIMIT 1`
  return next?.id ?? null
}

/** A correction is of a record, never of a document. */
const { document: _document, ...recordsOfCorrection } = recordsOfReport

const messagesOfReport = {
  select: { id: true, text: true, at: true, userId: true, user: { select: { name: true } } },
  orderBy: { id: 'asc' },
  take: MESSAGES,
} satisfies Prisma.Report$messagesArgs

const forView = {
  ...forList,
  version: true,
  shown: true,
  whereItStands: true,
  email: true,
  handledBy: { select: { name: true } },
  messages: messagesOfReport,
  corrections: { select: recordsOfCorrection, orderBy: { id: 'asc' }, take: 1 },
} satisfies Prisma.ReportSelect

type MessageRow = Prisma.ReportMessageGetPayload<typeof messagesOfReport>

const messageOf = ({ id, text, at, userId, user }: MessageRow): Message => ({
  id,
  text,
  at,
  isStaff: userId !== null,
  by: user?.name ?? null,
})

/** The report that a reporter's link leads to, or null. */
export async function followReport(token: string): Promise<FollowedReport | null> {
  if (!looksLikeToken(token)) return null
  const row = await database().report.findUnique({
    where: { tokenHash: hashToken(token) },
    select: forFollowing,
  })
  if (!row) return null
  const { corrections, email, messages, ...columns } = row
  const { status, at, handledAt, page, field, shown, suggestion, whereItStands } = columns
  return {
    ...{ status, at, handledAt, page, field, shown, suggestion, whereItStands },
    record: recordOf(columns),
    hasEmail: email !== null,
    messages: messages.map(({ userId, ...message }) => ({ ...message, isStaff: userId !== null })),
    corrected: corrections[0] ? recordOf({ ...corrections[0], document: null }) : null,
  }
}

const forFollowing = {
  status: true,
  at: true,
  handledAt: true,
  page: true,
  field: true,
  shown: true,
  suggestion: true,
  whereItStands: true,
  email: true,
  messages: {
    select: { id: true, text: true, at: true, userId: true },
    orderBy: { id: 'asc' },
    take: MESSAGES,
  },
  corrections: { select: recordsOfCorrection, orderBy: { id: 'asc' }, take: 1 },
  ...recordsOfReport,
} satisfies Prisma.ReportSelect

/** What a form that corrects a record needs of the report that it follows; null where it is closed, or is none. */
export async function reportForCorrection(
  id: number,
): Promise<{ id: number; field: string | null; suggestion: string; whereItStands: string | null } | null> {
  return database().report.findFirst({
    where: { id, status: { in: ['OPEN', 'ASKED'] } },
    select: { id: true, field: true, suggestion: true, whereItStands: true },
  })
}
