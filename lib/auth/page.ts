import 'server-only'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { pathOf } from '../paths.ts'
import { requestedPath } from './address.ts'
import { staffWho } from './guard.ts'
import type { Act } from './policy.ts'
import type { Staff } from './session.ts'
import { loginPath } from './way-back.ts'

/**
 * Who reads a page of the staff. Whoever is not signed in goes to the login and comes back; who may not is told so; who
 * has to set up a second factor is led there. A page asks after `pageLocale(params)`, and before it reads anything.
 */
export async function requirePage(act: Act): Promise<Staff> {
  const allowed = await staffWho(act)
  if (allowed.ok) return allowed.value
  const locale = await getLocale()
  const { kind } = allowed.problem
  if (kind === 'secondFactor') redirect(`${pathOf(locale, { page: 'staff/account' })}#${SECOND_FACTOR}`)
  redirect(loginPath(locale, await requestedPath(), kind === 'forbidden' ? { [REFUSED]: '1' } : {}))
}

/** Where on the page of one's own account the second factor is. */
export const SECOND_FACTOR = 'second-factor'
/** In the login page's address: somebody is signed in, and may not. */
export const REFUSED = 'refused'
