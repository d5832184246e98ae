import 'server-only'
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalPassword } from './password-rules.ts'

const derive = promisify(argon2)

/**
 * What a hash costs: more than OWASP's least (19 MiB, two passes). `memory` in KiB. Raised here, hashes with other costs
 * are made anew when their owner logs in.
 */
const COST = { memory: 32_768, passes: 3, parallelism: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

/** How many are reckoned at once, and how many may wait: logins cannot take all memory, nor all threads. */
const AT_ONCE = 2
const MOST_WAITING = 50

/** Too many passwords are being checked: try again in a moment. */
export class TooBusy extends Error {}

type Cost = { memory: number; passes: number; parallelism: number }

/** The Argon2id hash of a password, as a PHC string: it tells how it was made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return phcOf(COST, salt, await hashOf(password, salt, COST, HASH_BYTES))
}

/** The same, or null where too many passwords are being hashed: a form says so, and is sent again. */
export async function hashUnlessBusy(password: string): Promise<string | null> {
  try {
    return await hashPassword(password)
  } catch (error) {
    if (error instanceof TooBusy) return null
    throw error
  }
}

/**
 * Whether a password is the one that a PHC string was made of. Without one (no such account, or one without a password)
 * it answers no after the same time.
 */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const known = phc === null ? null : readPhc(phc)
  const { cost, salt, hash } = known ?? (await decoy())
  const made = await hashOf(password, salt, cost, hash.length)
  return timingSafeEqual(made, hash) && known !== null
}

/** Whether a hash was made with other costs than today's. */
export function isOutdated(phc: string): boolean {
  const known = readPhc(phc)
  return (
    !known ||
    known.hash.length !== HASH_BYTES ||
    (['memory', 'passes', 'parallelism'] as const).some((key) => known.cost[key] !== COST[key])
  )
}

let decoyMade: ReturnType<typeof makeDecoy> | undefined
const decoy = () => (decoyMade ??= makeDecoy())
const makeDecoy = async () => ({ cost: COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) })

const hashOf = (password: string, salt: Buffer, cost: Cost, length: number): Promise<Buffer> =>
  inTurn(() =>
    derive('argon2id', { message: normalPassword(password), nonce: salt, tagLength: length, ...cost }),
  )

let running = 0
const waiting: (() => void)[] = []

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new TooBusy('too many passwords are being checked')
    // Whoever is done passes its place on, so that nobody who comes later takes it.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const phcOf = ({ memory, passes, parallelism }: Cost, salt: Buffer, hash: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function readPhc(phc: string) {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc) ?? []
  if (!salt || !hash) return null
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}
