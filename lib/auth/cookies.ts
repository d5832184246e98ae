import 'server-only'
import { siteOrigin } from '../site.ts'

/** Whether the site is reached by TLS: then its cookies go nowhere else, and no other host of the domain can write them. */
const isSecure = (): boolean => siteOrigin().startsWith('https:')
const named = (name: string): string => `${isSecure() ? '__Host-' : ''}fondspar-${name}`

export const sessionCookie = (): string => named('session')
export const pendingCookie = (): string => named('login')

/** Lax, not Strict: the way back from an OpenID Connect provider has to find the session that it made. */
export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

/** The cookies of next-auth, all named and kept as ours are. `login` ones live for minutes. */
export function nextAuthCookies() {
  const options = cookieOptions()
  const login = { ...options, maxAge: 15 * 60 }
  return {
    sessionToken: { name: sessionCookie(), options },
    callbackUrl: { name: named('callback'), options: login },
    csrfToken: { name: named('csrf'), options },
    pkceCodeVerifier: { name: named('pkce'), options: login },
    state: { name: named('state'), options: login },
    nonce: { name: named('nonce'), options: login },
  }
}
