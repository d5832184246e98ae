import 'server-only'
import { randomBytes } from 'node:crypto'
import { keyedHash } from '../auth/secret.ts'
import type { About } from './about.ts'

/** Milliseconds in which nobody can have read the form and filled it in. */
export const SOONEST = 3000
/** Milliseconds after which what the form showed may be long past. */
const LATEST = 24 * 60 * 60_000

/** Marks a form with when it was made and for what, so that nobody can make one up. */
export function stampFor(about: About, now = Date.now()): string {
  const made = `${now.toString(36)}.${randomBytes(6).toString('base64url')}`
  return `${made}.${signatureOf(made, about)}`
}

/** How a stamp that came back stands: `old` is also one that we did not make, or made for something else. */
export function checkStamp(stamp: string, about: About, now = Date.now()): 'good' | 'early' | 'old' {
  const [time = '', nonce = '', signature = ''] = stamp.split('.')
  if (signature !== signatureOf(`${time}.${nonce}`, about)) return 'old'
  const age = now - Number.parseInt(time, 36)
  if (age > LATEST) return 'old'
  return age < SOONEST ? 'early' : 'good'
}

/** The field is not in it: where none was pointed at, the form lets one be chosen. */
const signatureOf = (made: string, { kind, key }: About): string =>
  keyedHash('report form', `${made} ${kind} ${key}`)
