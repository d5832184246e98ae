import 'server-only'
import { headers } from 'next/headers'
import { siteOrigin } from '../site.ts'

/**
 * Whether this request was sent by one of our own pages: every browser names the origin of what is sent with POST, and
 * what names none, or another, is refused. Next lets a missing one pass.
 */
export async function isOwnOrigin(): Promise<boolean> {
  const sent = await headers()
  const origin = sent.get('origin')
  if (!origin) return false
  // Without SITE_URL the site does not know its name: then the request's own has to do.
  if (process.env.SITE_URL) return origin === new URL(siteOrigin()).origin
  const host = sent.get('x-forwarded-host') ?? sent.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}
