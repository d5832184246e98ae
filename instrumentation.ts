/** Called by Next when a server starts: makes ready what the first visitor would wait for. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { markRequests } = await import('./lib/auth/mark-requests.ts')
  markRequests()
  const { boundBodies } = await import('./lib/auth/large-bodies.ts')
  const { accountOfCookies } = await import('./lib/auth/session.ts')
  boundBodies(({ headers }) => accountOfCookies(headers.cookie ?? ''))
  const { prepareSearch } = await import('./lib/projects/search/queries.ts')
  // Not waited for: the site answers meanwhile. Without a database the first visitor's own query says so.
  prepareSearch().catch(() => {})
  const { runWorker } = await import('./lib/jobs/worker.ts')
  if (process.env.DATABASE_URL) void runWorker(process.env.DATABASE_URL)
}
