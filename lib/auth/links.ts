import 'server-only'
import type { LinkKind } from '../../prisma/generated/enums.ts'
import { database, type Transaction } from '../db.ts'
import { asLocale, pathOf } from '../paths.ts'
import { ok, problem, type Result } from '../result.ts'
import { siteOrigin } from '../site.ts'
import type { Doer } from './events.ts'
import { hashToken, newToken } from './secret.ts'

/** Hours that a link holds. */
export const LINK_HOURS: Record<LinkKind, number> = { INVITATION: 7 * 24, RESET: 1 }

/** A link as it was made: the token is known here and nowhere else. */
export type MadeLink = { kind: LinkKind; token: string; email: string; name: string; locale: string }

/** Where a link leads. The site's own address, never the one that a request was sent to. */
export const linkAddress = ({ token, locale }: Pick<MadeLink, 'token' | 'locale'>): string =>
  siteOrigin() + pathOf(asLocale(locale), { page: 'staff/link', slug: token })

/**
 * Makes a link for an account: an invitation as long as nobody has come in by it, a reset after that.
 * @param replaces whether links made before are worth nothing from now on
 */
export async function makeLink(
  tx: Transaction,
  userId: number,
  doer: Doer,
  { replaces = true } = {},
): Promise<MadeLink> {
  const { passwordHash, oidcSubject, ...user } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, name: true, locale: true, passwordHash: true, oidcSubject: true },
  })
  const kind: LinkKind = passwordHash || oidcSubject ? 'RESET' : 'INVITATION'
  if (replaces) await endLinks(tx, userId)
  const token = newToken()
  const expiresAt = new Date(Date.now() + LINK_HOURS[kind] * 3_600_000)
  await tx.oneTimeLink.create({
    data: { kind, tokenHash: hashToken(token), userId, createdById: doer.byId, expiresAt },
    select: { id: true },
  })
  return { kind, token, ...user }
}

/** Makes the links of an account worth nothing. */
export const endLinks = (tx: Transaction, userId: number) => tx.$executeRaw`
  UPDATE one_time_link SET "expiresAt" = now() WHERE "userId" = ${userId} AND "usedAt" IS NULL AND "expiresAt" > now()`

/** Why a link does not open. */
export type LinkProblem = { kind: 'unknown' | 'used' | 'expired' }
export type OpenLink = { kind: LinkKind; email: string; name: string }

/** What a link is for. Looking at it uses nothing up: mail programs and proxies look before people do. */
export async function findLink(token: string): Promise<Result<OpenLink, LinkProblem>> {
  const link = await database().oneTimeLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      kind: true,
      usedAt: true,
      expiresAt: true,
      user: { select: { email: true, name: true, disabledAt: true } },
    },
  })
  if (!link || link.user.disabledAt) return problem({ kind: 'unknown' })
  if (link.usedAt) return problem({ kind: 'used' })
  if (link.expiresAt.getTime() <= Date.now()) return problem({ kind: 'expired' })
  return ok({ kind: link.kind, email: link.user.email, name: link.user.name })
}
