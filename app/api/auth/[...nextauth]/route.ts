import type { NextRequest } from 'next/server'
import { beginOidc, finishOidc, logOut } from '../../../../lib/auth/next-auth.ts'
import { oidcSettings } from '../../../../lib/auth/oidc.ts'
import { isOwnOrigin } from '../../../../lib/auth/origin.ts'
import { localeOfPath, loginPath, safeWayBack } from '../../../../lib/auth/way-back.ts'
import { asLocale } from '../../../../lib/paths.ts'

// The only addresses of the login beside our own pages: the way to an OpenID Connect provider, the way back, and out.
// Everything else of next-auth is asked in process (lib/auth/next-auth.ts) and answers to nobody here.

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ nextauth: string[] }> }

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const asked = (await params).nextauth.join('/')
  if (asked === 'signin/oidc' && oidcSettings()) return toProvider(request)
  if (asked === 'callback/oidc' && oidcSettings()) return fromProvider(request)
  return missing()
}

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  if (!(await isOwnOrigin()))
    return new Response('This request did not come from a page of ours.', { status: 403 })
  if ((await params).nextauth.join('/') !== 'signout') return missing()
  // Whatever a body holds, it is not read: anybody can send one, of any size.
  const locale = asLocale(request.nextUrl.searchParams.get('locale'))
  await logOut()
  return seeOther(loginPath(locale, null, { done: 'out' }))
}

async function toProvider(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams
  const locale = asLocale(query.get('locale'))
  const wayBack = safeWayBack(query.get('wayBack'), locale)
  // Logging in begins on our own login page: another site can send a browser there, and no further.
  const from = request.headers.get('sec-fetch-site')
  if (from && from !== 'same-origin') return seeOther(loginPath(locale, wayBack))
  const address = await beginOidc(wayBack)
  return seeOther(address ?? loginPath(locale, wayBack, { problem: 'oidcFailed' }))
}

async function fromProvider(request: NextRequest): Promise<Response> {
  const { answer, wayBack } = await finishOidc(Object.fromEntries(request.nextUrl.searchParams))
  const locale = localeOfPath(wayBack)
  if (answer.kind === 'in') return seeOther(safeWayBack(wayBack, locale))
  if (answer.kind === 'code') return seeOther(loginPath(locale, wayBack, { code: '1' }))
  return seeOther(loginPath(locale, wayBack, { problem: answer.kind }))
}

/** Always a GET next, and an address of this site stays as it is written: whatever name the browser reached it by. */
const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
const missing = () => new Response('There is nothing here.', { status: 404 })
