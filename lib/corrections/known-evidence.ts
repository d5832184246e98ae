import 'server-only'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { ok, problem, type Result } from '../result.ts'
import { storable } from '../storable.ts'
import { evidenceText, readEvidence } from './evidence.ts'

/** What was given as evidence, as it is stored; null for nothing. A document of ours has to be there. */
export async function knownEvidence(tx: Transaction, text: string): Promise<Result<string | null, Sentence>> {
  const evidence = readEvidence(storable(text))
  if (!evidence.ok || evidence.value === null) return evidence.ok ? ok(null) : evidence
  const { value } = evidence
  if (value.kind === 'web') return ok(evidenceText(value))
  const document = await tx.sourceDocument.findUnique({
    where: { slug: value.slug, undoneAt: null },
    select: { id: true },
  })
  return document ? ok(evidenceText(value)) : problem(NO_DOCUMENT)
}

export const NO_DOCUMENT: Sentence = {
  sv: 'Registret har inget dokument med den adressen.',
  en: 'The registry has no document with that address.',
}
