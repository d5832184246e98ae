import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

// The floor does what the page does, plainly: the same question in SQL, the answer in a string template, every time anew.

type Row = Record<string, unknown>
type Answer = (pool: pg.Pool, url: URL) => Promise<string>

const escaped = (value: unknown) =>
  String(value ?? '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const rows = async (pool: pg.Pool, sql: string, values: unknown[] = []) =>
  (await pool.query<Row>(sql, values)).rows
const list = (found: Row[]) =>
  `<ul>${found.map((row) => `<li>${Object.values(row).map(escaped).join(' · ')}</li>`).join('')}</ul>`

const LISTED = `p.slug, p.number, p.name, o.name AS owner, p.region, p.fund, p.period, p."startDate"::text, p."endDate"::text,
  p."grantedSupport", p."totalBudget", p."plannedParticipants", p.disagreements + p."outcomeDisagreements" AS disagreements`
const NEWEST = 'ORDER BY p."startDate" DESC NULLS LAST, p.id LIMIT 25'

const start: Answer = async (pool) => {
  const totals = await rows(
    pool,
    `SELECT count(*), sum("grantedSupport"), count("grantedSupport"), sum("plannedParticipants"),
      count(*) FILTER (WHERE disagreements + "outcomeDisagreements" > 0) FROM project`,
  )
  const groups = await rows(
    pool,
    `SELECT fund, region, count(*), sum("grantedSupport") FROM project GROUP BY GROUPING SETS ((fund), (region))`,
  )
  const years = await rows(
    pool,
    `SELECT extract(year FROM "startDate") AS year, count(*) FROM project GROUP BY 1 ORDER BY 1`,
  )
  return list(totals) + list(groups) + list(years)
}

const FACETS = ['fund', 'period', 'region', 'programmeArea', 'specificObjective', 'ownerId']

/** The list with its exact total and the counts of each filter, the other filters applied. */
const projects: Answer = async (pool, { searchParams }) => {
  const [fund, region, q] = ['fond', 'region', 'q'].map((name) => searchParams.get(name))
  const conditions = {
    fund: fund && 'p.fund = $1',
    region: region && 'p.region = $2',
    q:
      q &&
      `(s."nameVector" @@ plainto_tsquery('swedish', $3) OR s."organisationVector" @@ plainto_tsquery('swedish', $3)
      OR s."textVector" @@ plainto_tsquery('swedish', $3))`,
  }
  const values = [fund?.toUpperCase() ?? null, region, q]
  const where = (without?: string) =>
    `WHERE $1::text IS NOT DISTINCT FROM $1::text AND $2::text IS NOT DISTINCT FROM $2::text AND $3::text IS NOT DISTINCT FROM $3::text
     ${Object.entries(conditions)
       .flatMap(([name, sql]) => (sql && name !== without ? `AND ${sql}` : []))
       .join(' ')}`
  const from = `FROM project p ${q ? 'JOIN project_search s ON s."projectId" = p.id' : ''}`
  const rank = q
    ? `ORDER BY ts_rank(s."nameVector" || s."textVector", plainto_tsquery('swedish', $3)) DESC LIMIT 25`
    : NEWEST
  const found = await rows(
    pool,
    `SELECT ${LISTED} ${from} LEFT JOIN organisation o ON o.id = p."ownerId" ${where()} ${rank}`,
    values,
  )
  const total = await rows(pool, `SELECT count(*) ${from} ${where()}`, values)
  const counts = []
  for (const facet of FACETS)
    counts.push(
      await rows(
        pool,
        `SELECT p."${facet}", count(*) ${from} ${where(facet)} GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
        values,
      ),
    )
  return list(total) + list(found) + counts.map(list).join('')
}

const project: Answer = async (pool, { pathname }) => {
  const slug = pathname.split('/').at(-1)
  const found = await rows(pool, 'SELECT * FROM project WHERE slug = $1', [slug])
  const said = await rows(
    pool,
    `SELECT s.field, s.raw, s.value, s.before, s.after, d.slug, d.title, d.url FROM statement s
      JOIN source_document d ON d.id = s."documentId" WHERE s."projectId" = $1`,
    [found[0]?.id],
  )
  return list(found) + list(said)
}

/** Starts the floor on a free port. */
export async function startFloor(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://floor')
    const answer = url.pathname === '/' ? start : url.pathname === '/projekt' ? projects : project
    answer(pool, url).then(
      (body) =>
        response.setHeader('content-type', 'text/html').end(`<!doctype html><title>floor</title>${body}`),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await pool.end()
  }
  /** Questions of a load that has ended may still keep the database busy. */
  const untilIdle = async () => {
    for (;;) {
      const busy = await rows(
        pool,
        "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
      )
      if (busy.length === 0) return
      await sleep(100)
    }
  }
  const [any] = await rows(
    pool,
    'SELECT slug FROM project WHERE id >= (SELECT max(id) / 2 FROM project) LIMIT 1',
  )
  return { url: `http://127.0.0.1:${port}`, someProject: String(any?.slug), untilIdle, stop }
}
