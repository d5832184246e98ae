import type { NextRequest } from 'next/server'
import { staffWho } from '../../../lib/auth/guard.ts'
import { findProjectsLike } from '../../../lib/projects/finder.ts'

const HEADERS = { 'Cache-Control': 'private, no-store' }

/** Projects that somebody of the staff may mean by what is typed so far: `?q=`. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const allowed = await staffWho('desk.read')
  if (!allowed.ok) {
    const status = allowed.problem.kind === 'signedOut' ? 401 : 403
    return Response.json({ problem: allowed.problem.kind }, { status, headers: HEADERS })
  }
  const projects = await findProjectsLike(nextUrl.searchParams.get('q') ?? '')
  return Response.json({ projects }, { headers: HEADERS })
}
