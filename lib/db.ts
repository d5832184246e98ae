import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../prisma/generated/client.ts'

export type Database = PrismaClient
/** What a command writes through: one transaction. */
export type Transaction = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** Connections a process holds at most; a small server's PostgreSQL allows a hundred in all. */
const CONNECTIONS = 10
/** A public page's query that takes longer is broken, and is ended. Milliseconds. */
const LONGEST_QUERY = 15_000

// Kept on the global object: in development the module is loaded anew with every change.
const kept = globalThis as { fondsparDatabase?: { url: string; client: Database } }

/** The database that DATABASE_URL names; connects at the first query. Throws where the variable is not set. */
export function database(): Database {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start the site with `npm start`, which sets it.')
  if (kept.fondsparDatabase?.url !== url) kept.fondsparDatabase = { url, client: connect(url) }
  return kept.fondsparDatabase.client
}

function connect(url: string): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: CONNECTIONS,
    statement_timeout: LONGEST_QUERY,
    application_name: process.env.FONDSPAR_PROCESS ?? 'fondspar',
  })
  return new PrismaClient({ adapter })
}

/** Longest that a command may take. Milliseconds. */
const LONGEST_COMMAND = 10 * 60_000

/**
 * Runs a command's writes as one act: all or nothing. PostgreSQL's own limits are shorter than Prisma's, because a
 * Prisma transaction that times out by itself is not undone as a whole (measured; see docs/decisions/0006).
 */
export function asOneAct<Value>(
  work: (tx: Transaction) => Promise<Value>,
  { longest = LONGEST_COMMAND } = {},
): Promise<Value> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${Math.trunc(longest * 0.9)}`)
      await tx.$executeRawUnsafe(
        `SET LOCAL idle_in_transaction_session_timeout = ${Math.trunc(longest * 0.95)}`,
      )
      return work(tx)
    },
    { timeout: longest, maxWait: 30_000 },
  )
}

/** Thrown to undo what was only tried. */
class Tried extends Error {
  readonly found: unknown
  constructor(found: unknown) {
    super('what was only tried is undone')
    this.found = found
  }
}

/** Does what `asOneAct` does and undoes all of it: what `work` found stays. */
export async function asTrial<Value>(
  work: (tx: Transaction) => Promise<Value>,
  options?: { longest: number },
): Promise<Value> {
  try {
    return await asOneAct<never>(async (tx) => {
      throw new Tried(await work(tx))
    }, options)
  } catch (error) {
    if (error instanceof Tried) return error.found as Value
    throw error
  }
}
