import 'server-only'
import { asOneAct, database } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import { leaveEvent, ownWayIn } from './events.ts'
import type { Shown } from './login.ts'

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

/** The OpenID Connect provider, where one is set: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, and OIDC_NAME for people. */
export function oidcSettings(): OidcSettings | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME,
  } = process.env
  if (!issuer || !clientId || !clientSecret) return null
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: OIDC_NAME || new URL(issuer).host,
  }
}

/** What a provider says of somebody, from a token that was checked. */
export type Claims = { issuer: string; subject: string; email: string | null; isEmailVerified: boolean }
export type OidcProblem = { kind: 'oidcUnknown' }

/**
 * Whose account a provider's person is: the one that was linked to them before or, the first time, the one that was made
 * for their e-mail, if the provider has verified it. Accounts are never made here.
 */
export async function accountOf(claims: Claims): Promise<Result<Shown, OidcProblem>> {
  const oidcSubject = `${claims.issuer} ${claims.subject}`
  const linked = await database().user.findUnique({
    where: { oidcSubject },
    select: { id: true, version: true, disabledAt: true },
  })
  if (linked?.disabledAt) return problem({ kind: 'oidcUnknown' })
  if (linked) return ok({ userId: linked.id, version: linked.version, method: 'oidc' })
  return link(claims, oidcSubject)
}

async function link(
  { email, isEmailVerified, issuer }: Claims,
  oidcSubject: string,
): Promise<Result<Shown, OidcProblem>> {
  if (!email || !isEmailVerified) return problem({ kind: 'oidcUnknown' })
  return asOneAct(async (tx) => {
    // The condition stands in the statement: of two at once one links, and nobody is linked anew.
    const [user] = await tx.user.updateManyAndReturn({
      where: { email: email.toLowerCase(), oidcSubject: null, disabledAt: null },
      data: { oidcSubject, version: { increment: 1 } },
      select: { id: true, version: true, role: true },
    })
    if (!user) return problem({ kind: 'oidcUnknown' } as const)
    await leaveEvent(tx, user.id, ownWayIn(user.role), 'oidcLinked', { to: { issuer } })
    return ok({ userId: user.id, version: user.version, method: 'oidc' } as const)
  })
}
