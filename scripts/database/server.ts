// Whether the server that DATABASE_URL names can hold the registry, and one sentence for each way in which it cannot.

import pg from 'pg'
import { codeOf, Failure, messageOf } from '../failure.ts'

const OLDEST_MAJOR = 15
const EXTENSIONS = ['pg_trgm', 'unaccent']
const TIMEOUT_MS = 10_000

/**
 * Checks that a database can be reached and used.
 * @param text the value of DATABASE_URL; what is thrown never holds its password
 * @throws {Failure}
 */
export async function checkServer(text: string): Promise<void> {
  const url = parseUrl(text)
  const client = new pg.Client({ connectionString: text, connectionTimeoutMillis: TIMEOUT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const problem = problemOf(url.host, await readFacts(client))
    if (problem) throw new Failure(problem)
  } catch (error) {
    throw error instanceof Failure ? error : explain(url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // A second @ is one of the password that should be %40: what follows it would pass for the host, and be shown.
  if (url && /^postgres(ql)?:$/.test(url.protocol) && text.split('@').length <= 2) return url
  throw new Failure(
    'DATABASE_URL is not the address of a PostgreSQL database. It should look like postgresql://user:password@host:5432/name, with special characters of the password as %xx.',
  )
}

export type Facts = {
  version: number
  encoding: string
  database: string
  user: string
  mayCreate: boolean
  mayCreateTables: boolean
  isNew: boolean
  /** Of the extensions we need: those that the server has not got, and those that the database lacks. */
  unknown: string[]
  lacking: string[]
}

async function readFacts(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            current_setting('server_encoding') AS encoding,
            current_database() AS database,
            current_user AS user,
            has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
            coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreateTables",
            to_regclass('_prisma_migrations') IS NULL AS "isNew",
            ARRAY(SELECT unnest($1::text[]) EXCEPT SELECT name::text FROM pg_available_extensions ORDER BY 1) AS unknown,
            ARRAY(SELECT unnest($1::text[]) EXCEPT SELECT extname::text FROM pg_extension ORDER BY 1) AS lacking`,
    [EXTENSIONS],
  )
  return rows[0]
}

/** The first thing that keeps us from using a database, as a sentence. */
export function problemOf(host: string, facts: Facts): string | undefined {
  const { version, encoding, database, user, unknown, lacking } = facts
  const where = `The database "${database}" on ${host}, which DATABASE_URL names,`
  if (version < OLDEST_MAJOR) {
    return `The server at ${host} is PostgreSQL ${version}, and Fondspår needs ${OLDEST_MAJOR} or later.`
  }
  if (encoding !== 'UTF8') return `${where} is encoded as ${encoding}. Make one with ENCODING 'UTF8'.`
  if (unknown.length > 0) {
    return `The server at ${host} has no extension ${unknown.join(' and ')}. Install PostgreSQL's contrib package there.`
  }
  if (lacking.length > 0 && !facts.mayCreate) {
    const commands = lacking.map((name) => `CREATE EXTENSION ${name};`).join(' ')
    return `${where} lacks extensions that user "${user}" may not create. As an administrator, run: ${commands}`
  }
  if (facts.isNew && !facts.mayCreateTables) {
    return `${where} does not let user "${user}" create tables. As an administrator, run: GRANT CREATE ON SCHEMA public TO "${user}";`
  }
  return undefined
}

function explain(url: URL, error: unknown): Failure {
  const code = codeOf(error)
  const name = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username)
  if (code === '3D000') {
    return new Failure(
      `There is no database "${name}" on ${url.host}. Create it there, or name another one in DATABASE_URL.`,
    )
  }
  if (code.startsWith('28') || code === '42501' || /password must be a string/.test(messageOf(error))) {
    return new Failure(
      `The server at ${url.host} does not let user "${decodeURIComponent(url.username)}" in. Check user and password in DATABASE_URL.`,
    )
  }
  const reason = code || messageOf(error)
  return new Failure(
    `No PostgreSQL that can be used answers at ${url.host}, which DATABASE_URL names (${withoutPassword(reason, url)}). Check the address, and that the server runs.`,
  )
}

const withoutPassword = (text: string, { password }: URL): string =>
  password ? text.replaceAll(decodeURIComponent(password), '…').replaceAll(password, '…') : text
