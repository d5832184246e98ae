import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { AccountAction, Actor } from '../auth/account-actions.ts'
import { database } from '../db.ts'
import { numberKey } from '../matching/keys.ts'
import type { AuditQuery } from './audit-query.ts'
import { changeViews } from './rows.ts'
import type { AccountLogRow, AccountLogView, AuditView, Colleague } from './view.ts'
import { endOfDay, startOfDay } from './when.ts'

/** Rows on one page. */
const PAGE = 50

/** The trace of the registry as staff see it: everything, with names. Their page asks who reads. */
export async function auditOf(query: AuditQuery): Promise<AuditView> {
  const record = query.record === '' ? {} : await recordIn(query.record)
  if (!record) return { changes: [], older: null, isRecordMissing: true }
  const rows = await database().change.findMany({
    where: {
      AND: [
        record,
        {
          ...inTime(query),
          ...(query.action && { action: query.action }),
          ...(query.who === 'operator' && { userId: null }),
          ...(typeof query.who === 'number' && { userId: query.who }),
        },
      ],
    },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const groups = rows.slice(0, PAGE).map(({ id }) => ({ id, count: 1, ids: [id] }))
  return { changes: await changeViews(groups, 'staff'), older: olderThan(rows), isRecordMissing: false }
}

function inTime({ since, until, before }: AuditQuery) {
  return {
    ...(before !== null && { id: { lt: before } }),
    ...((since !== null || until !== null) && {
      at: {
        ...(since !== null && { gte: startOfDay(since) }),
        ...(until !== null && { lt: endOfDay(until) }),
      },
    }),
  }
}

/** Where the next page begins, if there is one. */
const olderThan = (rows: readonly { id: number }[]): number | null =>
  rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null

/** The rows of a record that is named by the last part of its address, or by a project's number; or null. */
async function recordIn(text: string): Promise<Prisma.ChangeWhereInput | null> {
  const slug = text.split('/').filter(Boolean).at(-1) ?? ''
  const db = database()
  const [project, decision, organisation] = await Promise.all([
    db.project.findFirst({
      where: { OR: [{ slug }, { identifiers: { some: { key: numberKey(text) } } }] },
      select: { id: true },
    }),
    db.decision.findUnique({ where: { slug }, select: { id: true, items: { select: { id: true } } } }),
    db.organisation.findUnique({ where: { slug }, select: { id: true } }),
  ])
  const rows: Prisma.ChangeWhereInput[] = [
    ...(project ? [{ projectId: project.id }] : []),
    ...(decision
      ? [{ decisionId: decision.id }, { itemId: { in: decision.items.map(({ id }) => id) } }]
      : []),
    ...(organisation ? [{ organisationId: organisation.id }] : []),
  ]
  return rows.length > 0 ? { OR: rows } : null
}

/** The trace of accounts. For administrators: their page asks who reads. */
export async function logOfAccounts(query: AuditQuery): Promise<AccountLogView> {
  const rows = await database().accountEvent.findMany({
    where: {
      ...inTime(query),
      ...(query.who === 'operator' && { byId: null, actor: { in: ['operator', 'site'] } }),
      ...(typeof query.who === 'number' && { OR: [{ userId: query.who }, { byId: query.who }] }),
    },
    select: forLog,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  return { events: rows.slice(0, PAGE).map(rowOf), older: olderThan(rows) }
}

const forLog = {
  id: true,
  at: true,
  actor: true,
  action: true,
  from: true,
  to: true,
  user: { select: { name: true, email: true } },
  by: { select: { name: true } },
} satisfies Prisma.AccountEventSelect

const rowOf = ({
  at,
  actor,
  action,
  user,
  by,
  ...row
}: Prisma.AccountEventGetPayload<{ select: typeof forLog }>): AccountLogRow => ({
  ...row,
  at: at.toISOString(),
  actor: actor as Actor,
  action: action as AccountAction,
  by: by?.name ?? null,
  account: user,
})

/** How many of the staff can be chosen among. */
const COLLEAGUES = 500

/** Everybody who has or had an account, by name. */
export const colleagues = (): Promise<Colleague[]> =>
  database().user.findMany({
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: COLLEAGUES,
  })
