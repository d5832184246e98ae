import 'server-only'
import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import NextAuth, { type AuthOptions } from 'next-auth'
import type { CredentialsConfig } from 'next-auth/providers/credentials'
import { pathOf } from '../paths.ts'
import { siteOrigin } from '../site.ts'
import { AnswerCollector, type SetCookie } from './answer-collector.ts'
import { cookieOptions, nextAuthCookies, sessionCookie } from './cookies.ts'
import {
  awaitCode,
  checkCode,
  checkPassword,
  closeSession,
  LoginOutdated,
  type LoginProblem,
  needsCode,
  openSession,
  type Shown,
} from './login.ts'
import { accountOf, type Claims, type OidcProblem } from './oidc.ts'
import { oidcProvider } from './oidc-provider.ts'
import { isOwnOrigin } from './origin.ts'
import { cookieSecret, newToken } from './secret.ts'
import { sessionSecretOf } from './session.ts'
import { lifeSeconds } from './session-rows.ts'

// next-auth runs the protocol and makes the cookies; who somebody is, is decided in login.ts and oidc.ts, and what a
// session is worth in session.ts. Its own pages are never shown, and it is asked in process: by our forms' actions, and
// by the one address that a provider sends people back to (app/api/auth).

/** What became of a login: in, a second factor awaited, or why not. */
export type LoginAnswer =
  | { kind: 'in' }
  | { kind: 'code' }
  | { kind: 'foreign' | 'oidcFailed' }
  | LoginProblem
  | OidcProblem

/** Logs in by e-mail and password, or by the code that is awaited. Sets the cookies. */
export async function logIn(by: 'password' | 'code', typed: Record<string, string>): Promise<LoginAnswer> {
  if (!(await isOwnOrigin())) return { kind: 'foreign' }
  try {
    return await taken(await ask({ method: 'POST', action: 'callback', provider: by, body: typed }))
  } catch (error) {
    if (error instanceof LoginOutdated) return { kind: 'wrong' }
    throw error
  }
}

/** Begins a login at the OpenID Connect provider: where to send the browser, or null where the provider does not answer. */
export async function beginOidc(wayBack: string): Promise<string | null> {
  const body = { callbackUrl: origin() + wayBack }
  const answer = await ask({ method: 'POST', action: 'signin', provider: 'oidc', body })
  if (answer.redirect.startsWith(origin())) return null
  await carry(answer)
  return answer.redirect
}

/** What a provider answers with (OpenID Connect Core 3.1.2.5 and 3.1.2.6, RFC 9207). The rest of an address is anybody's. */
const PROTOCOL = ['code', 'state', 'iss', 'session_state', 'error', 'error_description', 'error_uri']

/** Ends it, with what the provider sent the browser back with. */
export async function finishOidc(
  query: Record<string, string>,
): Promise<{ answer: LoginAnswer; wayBack: string | null }> {
  const names = nextAuthCookies()
  const target = (await cookies()).get(names.callbackUrl.name)?.value
  const wayBack = target?.startsWith(`${origin()}/`) ? target.slice(origin().length) : null
  const told = Object.fromEntries(Object.entries(query).filter(([key]) => PROTOCOL.includes(key)))
  const answer = await ask({ method: 'GET', action: 'callback', provider: 'oidc', query: told })
  return { answer: await taken(answer), wayBack }
}

/** Ends the session of this browser, and takes its cookie. Throws where it could not be ended: then nobody is told so. */
export async function logOut(): Promise<void> {
  const secret = await sessionSecretOf((await cookies()).get(sessionCookie())?.value)
  if (secret) await closeSession(secret)
  await carry(await ask({ method: 'POST', action: 'signout' }))
}

type Asked = {
  method: 'GET' | 'POST'
  action: 'callback' | 'signin' | 'signout'
  provider?: 'password' | 'code' | 'oidc'
  body?: Record<string, string>
  query?: Record<string, string>
}
type Answer = { redirect: string; cookies: SetCookie[] }

/** Asks next-auth as one of our own pages would; whoever calls this has seen to it that one did. */
async function ask({ method, action, provider, body = {}, query = {} }: Asked): Promise<Answer> {
  process.env.NEXTAUTH_URL = `${origin()}/api/auth`
  const made = newToken()
  const csrf = `${made}|${createHash('sha256')
    .update(made + cookieSecret())
    .digest('hex')}`
  const sent = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  const request = {
    method,
    headers: {},
    query: { ...query, nextauth: provider ? [action, provider] : [action] },
    body: { ...body, csrfToken: made },
    cookies: { ...sent, [nextAuthCookies().csrfToken.name]: csrf },
  }
  const response = new AnswerCollector()
  await NextAuth(request as never, response as never, options())
  return response.answer()
}

const origin = (): string => new URL(siteOrigin()).origin

async function taken(answer: Answer): Promise<LoginAnswer> {
  const target = new URL(answer.redirect, origin())
  if (target.pathname === CODE_AWAITED) return { kind: 'code' }
  if (target.pathname === UNKNOWN_PERSON) return { kind: 'oidcUnknown' }
  const error = target.searchParams.get('error')
  if (error !== null) return problemIn(error)
  await carry(answer)
  return { kind: 'in' }
}

/** Where next-auth leads when a second factor is awaited, or nobody here is known by the provider. Nobody goes there. */
const CODE_AWAITED = '/code-awaited'
const UNKNOWN_PERSON = '/unknown-person'

/** The words in which next-auth tells that something went wrong at the provider. */
const AT_PROVIDER = ['OAuthSignin', 'OAuthCallback', 'Callback', 'Configuration']

function problemIn(error: string): LoginAnswer {
  if (error.startsWith('{')) return JSON.parse(error) as LoginProblem
  if (AT_PROVIDER.includes(error)) return { kind: 'oidcFailed' }
  throw new Error(`the login broke: ${error}`)
}

/** Hands the cookies of an answer on. next-auth's token against forgery is not needed: Origin is asked for instead. */
async function carry({ cookies: made }: Answer) {
  const jar = await cookies()
  const { csrfToken } = nextAuthCookies()
  for (const { name, value, expires } of made)
    if (name !== csrfToken.name) jar.set(name, value, { ...cookieOptions(), ...(expires && { expires }) })
}

/** A `User` of next-auth that carries what was shown from one of these callbacks to the next. It is stored nowhere. */
type Carrier = { id: string; shown?: Shown }

const options = (): AuthOptions => ({
  secret: cookieSecret(),
  session: { strategy: 'jwt', maxAge: lifeSeconds() },
  cookies: nextAuthCookies(),
  useSecureCookies: origin().startsWith('https:'),
  pages: { signIn: pathOf('sv', { page: 'staff/login' }), error: pathOf('sv', { page: 'staff/login' }) },
  providers: [
    credentials('password', ({ email = '', password = '' }) => checkPassword(email, password)),
    credentials('code', ({ code = '' }) => checkCode(code)),
    ...oidcProvider(),
  ],
  callbacks: {
    signIn: ({ user, account, profile }) => mayGoOn(user, account?.provider, profile as unknown as Claims),
    // The cookie holds a secret that names a row, and nothing else. It is made at the login, anew each time.
    async jwt({ token, user, trigger }) {
      const { shown } = (user ?? {}) as Partial<Carrier>
      return trigger === 'signIn' && shown ? { s: await openSession(shown) } : { s: token.s }
    },
  },
  logger: { error: tellOperator, warn: () => {}, debug: () => {} },
})

async function mayGoOn(
  carrier: Carrier,
  provider: string | undefined,
  claims: Claims,
): Promise<boolean | string> {
  if (provider === 'oidc') {
    const found = await accountOf(claims)
    if (!found.ok) return UNKNOWN_PERSON
    carrier.shown = found.value
  }
  if (!carrier.shown) return false
  if (provider === 'code' || !(await needsCode(carrier.shown))) return true
  await awaitCode(carrier.shown)
  return CODE_AWAITED
}

type Check = (typed: Partial<Record<string, string>>) => ReturnType<typeof checkPassword>

const credentials = (id: 'password' | 'code', check: Check): CredentialsConfig => ({
  id,
  name: id,
  type: 'credentials',
  credentials: {},
  // next-auth hands on no more of a problem than an error's message.
  async authorize(typed) {
    const checked = await check(typed ?? {})
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem))
    return { id: String(checked.value.userId), shown: checked.value }
  },
})

/** What a provider or its settings got wrong, in a line. The details may hold tokens, and stay out of logs. */
function tellOperator(code: string, details: unknown) {
  const held = details && typeof details === 'object' && 'error' in details ? details.error : details
  const reason =
    held instanceof Error
      ? (held.message.split('\n')[0] ?? '').replace(/\p{C}+/gu, ' ').slice(0, 200)
      : 'no reason given'
  process.stderr.write(`Login: ${code}: ${reason}\n`)
}
