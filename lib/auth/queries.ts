import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { type Page, pageOf } from '../paging.ts'
import type { AccountAction, Actor } from './account-actions.ts'
import { enrolment } from './second-factor.ts'
import { idleSeconds } from './session-rows.ts'
import type { AccountRow, ManagedAccount, OwnAccount } from './view.ts'

const PAGE = 50

const ofRow = {
  id: true,
  email: true,
  name: true,
  role: true,
  passwordHash: true,
  oidcSubject: true,
  disabledAt: true,
  totpSince: true,
  mustHaveSecondFactor: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} satisfies Prisma.UserSelect

const rowOf = ({
  passwordHash,
  oidcSubject,
  disabledAt,
  totpSince,
  sessions,
  ...user
}: Prisma.UserGetPayload<{ select: typeof ofRow }>): AccountRow => ({
  ...user,
  state: disabledAt ? 'disabled' : passwordHash || oidcSubject ? 'active' : 'invited',
  hasSecondFactor: totpSince !== null,
  lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
})

/** Accounts by name, those that are disabled last. For administrators: their page asks who reads. */
export async function listAccounts(page: number): Promise<Page<AccountRow>> {
  const total = await database().user.count()
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().user.findMany({
      ...range,
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
      select: ofRow,
    })
    return rows.map(rowOf)
  })
}

/** Events that the page of an account shows; all of them stand in the log. */
const EVENTS = 50

/** One account with the newest of what happened to it. For administrators: their page asks who reads. */
export async function findAccount(id: number): Promise<ManagedAccount | null> {
  const [user, events, sessions] = await Promise.all([
    database().user.findUnique({ where: { id }, select: ofRow }),
    database().accountEvent.findMany({
      where: { userId: id },
      orderBy: { id: 'desc' },
      take: EVENTS,
      select: {
        id: true,
        at: true,
        actor: true,
        action: true,
        from: true,
        to: true,
        by: { select: { name: true } },
      },
    }),
    database().session.count({ where: { userId: id, ...standing() } }),
  ])
  if (!user) return null
  return {
    ...rowOf(user),
    sessions,
    events: events.map(({ at, by, actor, action, ...event }) => ({
      ...event,
      at: at.toISOString(),
      by: by?.name ?? null,
      // Only this site writes them, by these names.
      actor: actor as Actor,
      action: action as AccountAction,
    })),
  }
}

const standing = () => ({
  endedAt: null,
  expiresAt: { gt: new Date() },
  lastSeenAt: { gt: new Date(Date.now() - idleSeconds() * 1000) },
})

/** Sessions that the page of one's own account shows. */
const SESSIONS = 50

/** One's own account. Takes who is signed in, as `requirePage` said. */
export async function ownAccount({ id, sessionId }: { id: number; sessionId: number }): Promise<OwnAccount> {
  const [user, sessions, codesLeft] = await Promise.all([
    database().user.findUniqueOrThrow({
      where: { id },
      select: {
        email: true,
        name: true,
        role: true,
        locale: true,
        showsName: true,
        passwordHash: true,
        totpSecret: true,
        totpSince: true,
        mustHaveSecondFactor: true,
      },
    }),
    database().session.findMany({
      where: { userId: id, ...standing() },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: SESSIONS,
      select: { id: true, browser: true, address: true, createdAt: true, lastSeenAt: true },
    }),
    database().recoveryCode.count({ where: { userId: id, usedAt: null } }),
  ])
  const { passwordHash, totpSecret, totpSince, mustHaveSecondFactor, ...shown } = user
  return {
    ...shown,
    hasPassword: passwordHash !== null,
    secondFactor: totpSince ? 'on' : totpSecret ? 'begun' : 'off',
    isRequired: mustHaveSecondFactor,
    codesLeft,
    enrolment: totpSecret && !totpSince ? enrolment(id, shown.email, totpSecret) : null,
    sessions: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      since: createdAt.toISOString(),
      lastSeen: lastSeenAt.toISOString(),
      isThis: session.id === sessionId,
    })),
  }
}
