import 'server-only'
import { APART_LIMITS, extractHere } from '../apart/extract.ts'
import { runApart } from '../apart/run.ts'
import { problem } from '../documents/extract/problems.ts'
import { type GivenFile, type ReadFile, readExtracted } from './read.ts'

/**
 * Reads one file into what the registry would keep of it, or says why it is no source. What is large, or what large
 * libraries read, is read in a process apart. Never throws.
 */
export async function readGiven(given: GivenFile): Promise<ReadFile> {
  const { name: file, bytes } = given
  const here = extractHere(bytes)
  if (here) return here.ok ? readExtracted(given, here) : { ok: false, file, reason: here.reason }
  const apart = await runApart('read', { given }, APART_LIMITS)
  if (!apart.ok) return { ok: false, file, reason: problem(apart.problem).reason }
  return apart.value.ok ? { ok: true, draft: { ...apart.value.draft, bytes } } : apart.value
}
