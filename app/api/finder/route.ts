import type { NextRequest } from 'next/server'
import { staffWho } from '../../../lib/auth/guard.ts'
import { findProjectsLike } from '../../../lib/projects/finder.ts'
import { statusOf } from '../_forms/kept-out.ts'

const HEADERS = { 'Cache-Control': 'private, no-store' }

/** Projects that somebody of the staff may mean by what is typed so far: `?q=`. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const allowed = await staffWho('desk.read')
  if (!allowed.ok) {
    const { problem } = allowed
    return Response.json({ problem: problem.kind }, { status: statusOf(problem), headers: HEADERS })
  }
  const projects = await findProjectsLike(nextUrl.searchParams.get('q') ?? '')
  return Response.json({ projects }, { headers: HEADERS })
}
