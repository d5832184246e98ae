import 'server-only'
import type { Transaction } from '../db.ts'
import { asOneAct, database } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import { networkOf } from './mark.ts'
import { keyedHash } from './secret.ts'

/**
 * How often somebody may try and fail. Nobody can lock another out from elsewhere: what is counted for an account is
 * counted for each address apart. Many failures from many addresses leave every address fewer tries, never none; and an
 * address from which the account's owner has come in lately keeps all of its own.
 */
type Limit = {
  /** Failures of one account from one address, within so many minutes. */
  pair: { most: number; minutes: number }
  /** Failures from one address whatever the account; known pairs are let through. */
  address: { most: number; minutes: number }
  /** Once an account has seen `from` failures from unknown addresses within `minutes`, each of them has only `most`. */
  siege?: { from: number; minutes: number; most: number }
}

const LIMITS = {
  password: {
    pair: { most: 10, minutes: 15 },
    address: { most: 50, minutes: 15 },
    siege: { from: 30, minutes: 60, most: 3 },
  },
  // Six digits can be guessed by whoever has the password and enough addresses: then none from unknown ones, and the
  // owner comes in by a recovery code, which cannot be guessed.
  code: {
    pair: { most: 10, minutes: 15 },
    address: { most: 50, minutes: 15 },
    siege: { from: 60, minutes: 24 * 60, most: 0 },
  },
  recovery: { pair: { most: 10, minutes: 15 }, address: { most: 50, minutes: 15 } },
  confirmation: { pair: { most: 10, minutes: 15 }, address: { most: 50, minutes: 15 } },
  link: { pair: { most: 20, minutes: 15 }, address: { most: 20, minutes: 15 } },
  // Of asking for a reset every time counts, for it is never said to have succeeded.
  reset: { pair: { most: 3, minutes: 60 }, address: { most: 10, minutes: 60 } },
} as const satisfies Record<string, Limit>

export type Kind = keyof typeof LIMITS
export type Limited = { kind: 'limited'; minutes: number }
export type Attempt = { id: number }

/**
 * Counts a try before it is made, as failed, so that many at once are counted too; `succeeded` takes that back.
 * @param account what is tried: an e-mail as typed, or an account's id
 */
export async function countAttempt(
  kind: Kind,
  account: string,
  address: string,
): Promise<Result<Attempt, Limited>> {
  const accountKey = keyedHash(`${kind} account`, account)
  const addressKey = keyedHash(`${kind} address`, networkOf(address))
  return asOneAct(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${addressKey}, 0))`
      const limit = reached(LIMITS[kind], await countsOf(tx, LIMITS[kind], accountKey, addressKey))
      if (limit) return problem({ kind: 'limited', minutes: limit } as const)
      const { id } = await tx.loginAttempt.create({
        data: { accountKey, addressKey, succeeded: false },
        select: { id: true },
      })
      await forgetOld(tx)
      return ok({ id })
    },
    { longest: 10_000 },
  )
}

/** The try was right: it counts as a success, and the failures of this account from this address before it no more. */
export const succeeded = async ({ id }: Attempt): Promise<void> => {
  await database().loginAttempt.update({ where: { id }, data: { succeeded: true }, select: { id: true } })
}

/** The try was not made after all: it counts as nothing. */
export const takenBack = async ({ id }: Attempt): Promise<void> => {
  await database().loginAttempt.deleteMany({ where: { id } })
}

type Counts = { pair: number; address: number; siege: number; ofUnknown: number; isKnown: boolean }

/** Days that an address is known after its owner came in from it. */
const KNOWN_DAYS = 30

async function countsOf(
  tx: Transaction,
  limit: Limit,
  accountKey: string,
  addressKey: string,
): Promise<Counts> {
  const { pair, address, siege = { minutes: 0 } } = limit
  const [counts] = await tx.$queryRaw<Counts[]>`
    WITH own AS (
      SELECT at, succeeded FROM login_attempt
      WHERE "accountKey" = ${accountKey} AND "addressKey" = ${addressKey}
        AND at > now() - make_interval(days => ${KNOWN_DAYS})
    ), last AS (SELECT max(at) AS at FROM own WHERE succeeded),
    known AS (
      SELECT DISTINCT "addressKey" FROM login_attempt
      WHERE "accountKey" = ${accountKey} AND succeeded AND at > now() - make_interval(days => ${KNOWN_DAYS})
    ), failed AS (
      SELECT at FROM own WHERE NOT succeeded AND at > coalesce((SELECT at FROM last), '-infinity')
    )
    SELECT (SELECT at FROM last) IS NOT NULL AS "isKnown",
      (SELECT count(*)::int FROM failed WHERE at > now() - make_interval(mins => ${pair.minutes})) AS pair,
      (SELECT count(*)::int FROM failed WHERE at > now() - make_interval(mins => ${siege.minutes})) AS "ofUnknown",
      (SELECT count(*)::int FROM login_attempt WHERE "addressKey" = ${addressKey} AND NOT succeeded
        AND at > now() - make_interval(mins => ${address.minutes})) AS address,
      (SELECT count(*)::int FROM login_attempt a WHERE "accountKey" = ${accountKey} AND NOT succeeded
        AND at > now() - make_interval(mins => ${siege.minutes})
        AND NOT EXISTS (SELECT FROM known k WHERE k."addressKey" = a."addressKey")) AS siege`
  return counts ?? { pair: 0, address: 0, siege: 0, ofUnknown: 0, isKnown: false }
}

/** The minutes that a reached limit counts over, or null. Pure. */
function reached({ pair, address, siege }: Limit, counts: Counts): number | null {
  if (counts.pair >= pair.most) return pair.minutes
  if (counts.isKnown) return null
  if (counts.address >= address.most) return address.minutes
  if (siege && counts.siege >= siege.from && counts.ofUnknown >= siege.most) return siege.minutes
  return null
}

/** Old tries are deleted on the way, a few at a time. */
const forgetOld = (tx: Transaction) => tx.$executeRaw`
  DELETE FROM login_attempt WHERE id IN (
    SELECT id FROM login_attempt WHERE at < now() - make_interval(days => ${KNOWN_DAYS + 1}) ORDER BY at LIMIT 100
    FOR UPDATE SKIP LOCKED)`
