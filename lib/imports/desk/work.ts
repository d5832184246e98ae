import 'server-only'
import pg from 'pg'
import type { ImportState } from '../../../prisma/generated/enums.ts'
import { database } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { commitImport } from './commit.ts'
import { readImport } from './reading.ts'
import { WORKING } from './state.ts'
import { undoImport } from './undo.ts'

/** How often work may be begun that ends without an answer, for the process or the database went away. */
const MOST_TRIES = 3

type Working = (typeof WORKING)[number]

const STEPS: Record<Working, (id: number) => Promise<void>> = {
  WAITING: readImport,
  READING: readImport,
  COMMITTING: commitImport,
  UNDOING: undoImport,
}

/**
 * Does what an import waits for, by the state that its row is in, until a person is asked or it is done. One worker at a
 * time: others leave at once. May end at any moment: what is half done is undone by the database, and done again by the
 * next who looks.
 */
export const workOnImport = (id: number): Promise<void> =>
  alone(id, async () => {
    for (let last: ImportState | null = null; ; ) {
      const state = await take(id)
      // What a step leaves as it was would be done for ever.
      if (state === null || state === last) return
      last = state
      await tryStep(id, state)
    }
  })

/** The state that asks for work, or null. Who begins too often without an end is failed. */
async function take(id: number): Promise<Working | null> {
  const where = { id, state: { in: [...WORKING] } }
  const [taken] = await database().import.updateManyAndReturn({
    where,
    data: { attempt: { increment: 1 } },
    select: { state: true, attempt: true },
  })
  if (!taken) return null
  if (taken.attempt <= MOST_TRIES) return taken.state as Working
  await fail(id, taken.state as Working, INTERRUPTED)
  return null
}

async function tryStep(id: number, state: Working) {
  try {
    await STEPS[state](id)
  } catch (error) {
    process.stderr.write(`Import ${id} stopped while ${state}: ${nameOf(error)}\n`)
    if (isPassing(error)) throw error
    await fail(id, state, UNEXPECTED)
  }
}

/** An error without its message, which may hold a document's words. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${(error as { code?: unknown }).code ?? ''}` : 'unknown'

/** Errors after which the same may go well: the database went away, two stood in each other's way. */
const PASSING = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
  '40P01',
  '40001',
  '08006',
]

function isPassing(error: unknown): boolean {
  const { code, message = '', cause } = error as { code?: string; message?: string; cause?: unknown }
  return (
    PASSING.includes(code ?? '') ||
    PASSING.some((one) => message.includes(one)) ||
    /terminat|closed|connection/i.test(message) ||
    (cause !== undefined && cause !== error && isPassing(cause))
  )
}

/** What could not be done is told; what was done before it stands. */
async function fail(id: number, state: Working, why: Sentence) {
  const after = state === 'UNDOING' ? 'DONE' : 'FAILED'
  await database().import.updateMany({
    where: { id, state },
    data: {
      state: after,
      problem: why,
      progress: {},
      attempt: 0,
      changedAt: new Date(),
      version: { increment: 1 },
    },
  })
}

const INTERRUPTED: Sentence = {
  sv: 'Arbetet avbröts flera gånger innan det var klart, och har slutats. Ingenting av importen har kommit in i registret.',
  en: 'The work was interrupted several times before it was done, and was given up. Nothing of the import has reached the registry.',
}
const UNEXPECTED: Sentence = {
  sv: 'Något gick fel på vår sida. Ingenting av importen har kommit in i registret. Försök igen, och hör av dig om det händer på nytt.',
  en: 'Something went wrong on our side. Nothing of the import has reached the registry. Try again, and tell us if it happens anew.',
}

/** The first of the two numbers of an import's lock: the second is its own. */
const LOCKS = 7301

/**
 * Runs work while no other process works on the same import. The lock is a connection's own: with the process it ends, and
 * another may go on at once.
 */
async function alone(id: number, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'fondspar import',
  })
  // A connection that breaks is told by the next query.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS held', [
      LOCKS,
      id,
    ])
    if (rows[0]?.held) await work()
  } finally {
    await client.end().catch(() => {})
  }
}
