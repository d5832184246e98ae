import { type Extracted, extract, refusal } from '../documents/extract/index.ts'
import { DEFAULT_LIMITS, type Limits } from '../documents/extract/limits.ts'
import { type ExtractionProblem, problem, tooLarge } from '../documents/extract/problems.ts'
import { type MediaType, sniff } from '../documents/extract/sniff.ts'
import type { ApartLimits } from './process.ts'
import { runApart } from './run.ts'

export const APART_LIMITS: ApartLimits = { milliseconds: 60_000, megabytes: 512 }
/** Texts up to here, in bytes, are read at once: a process of their own would take longer than reading them. */
const SMALL = 512 * 1024

/**
 * Reads a file from outside: small texts and web pages in this process, because our own reader takes time and memory
 * in proportion to their length; everything else, which large libraries read, in a process apart. Never throws; a
 * file that takes too much of anything is refused with a sentence that says of what.
 */
export async function extractApart(
  bytes: Uint8Array,
  limits: Limits & Partial<ApartLimits> = DEFAULT_LIMITS,
): Promise<Extracted | ExtractionProblem> {
  const here = extractHere(bytes, limits)
  if (here) return here
  const apart = await runApart('extract', { bytes, limits }, { ...APART_LIMITS, ...limits })
  return apart.ok ? apart.value : problem(apart.problem)
}

/**
 * What needs no process of its own: a small text or web page, or a file that is refused by what it is. Null for all else.
 */
export function extractHere(
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Extracted | ExtractionProblem | null {
  if (bytes.length === 0) return problem('empty')
  if (bytes.length > limits.bytes) return tooLarge(limits)
  const type = sniff(bytes)
  return refusal(type) ?? (bytes.length <= SMALL && READ_HERE.has(type) ? extract(bytes) : null)
}

const READ_HERE = new Set<MediaType>([
  'text/plain',
  'text/html',
  'application/json',
  'application/octet-stream',
])
