import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { networkOf } from '../auth/mark.ts'
import { keyedHash } from '../auth/secret.ts'
import type { Database, Transaction } from '../db.ts'
import type { ReportColumns } from './view.ts'

/** How much may come in. From one network address; that is waiting about one record; and in all, within an hour. */
export const LIMITS = { hour: 5, day: 20, record: 20, all: 300 } as const
/** A report with the same words about the same record is told of once in so many hours. */
const SAME_HOURS = 24

export type Limit = keyof typeof LIMITS

const DAY = 24 * 60 * 60_000

/** Whom a report comes from, for limits alone: a keyed hash that is another on each day. */
export const addressKeyOf = (address: string, at = new Date()): string =>
  keyedHash('report address', `${at.toISOString().slice(0, 10)} ${networkOf(address)}`)

/** The keys that an address may have had within the last day. */
const keysOf = (address: string, now: Date): string[] => [
  addressKeyOf(address, now),
  addressKeyOf(address, new Date(now.getTime() - DAY)),
]

/** Which limit an address has reached, if any. */
export async function addressLimit(db: Database | Transaction, address: string): Promise<Limit | null> {
  const [count] = await db.$queryRaw<{ hour: number; day: number }[]>`
    SELECT count(*) FILTER (WHERE at > now() - interval '1 hour')::int AS hour, count(*)::int AS day
    FROM report WHERE "addressKey" = ANY(${keysOf(address, new Date())}) AND at > now() - interval '1 day'`
  if ((count?.day ?? 0) >= LIMITS.day) return 'day'
  return (count?.hour ?? 0) >= LIMITS.hour ? 'hour' : null
}

/** What a report is about, as its row has it. */
export const aboutRow = (columns: ReportColumns, page: string): Prisma.ReportWhereInput =>
  Object.keys(columns).length > 0
    ? columns
    : { page, projectId: null, decisionId: null, itemId: null, organisationId: null, documentId: null }

/** Whether too much waits about one record, or has come in within the hour. */
export async function otherLimit(tx: Transaction, about: Prisma.ReportWhereInput): Promise<Limit | null> {
  const waiting = await tx.report.count({ where: { ...about, status: { in: ['OPEN', 'ASKED'] } } })
  if (waiting >= LIMITS.record) return 'record'
  const [latest] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT at FROM report ORDER BY id DESC LIMIT ${LIMITS.all}) AS r
    WHERE at > now() - interval '1 hour'`
  return (latest?.count ?? 0) >= LIMITS.all ? 'all' : null
}

/** The report that says the same of the same record, if one came in within the last day. */
export const findSame = (
  tx: Transaction,
  about: Prisma.ReportWhereInput,
  { field, suggestion }: { field: string | null; suggestion: string },
) =>
  tx.report.findFirst({
    where: { ...about, field, suggestion, at: { gt: new Date(Date.now() - SAME_HOURS * 60 * 60_000) } },
    orderBy: { id: 'asc' },
    select: { id: true, addressKey: true, at: true, whereItStands: true, email: true },
  })
