import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import type { Database, Transaction } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'

/** Why a file is left out: the registry has it, as the document at `slug`. */
export type Here = Sentence & { slug: string; title: string }

/** Of some bytes, by their SHA-256, where the registry has them already. */
export async function foundHere(
  db: Database | Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Here>> {
  const rows = await db.sourceDocument.findMany({
    where: { sha256: { in: [...hashes] }, undoneAt: null },
    select: { sha256: true, slug: true, title: true },
  })
  return new Map(rows.map(({ sha256, ...document }) => [sha256, { ...ALREADY, ...document }]))
}

const ALREADY: Sentence = {
  sv: 'Filen finns redan i registret, tecken för tecken densamma.',
  en: 'The file is in the registry already, the same to the letter.',
}

type File = { id: number; sha256: string; outcome: string }

/**
 * Notes of files that were read which of them the registry has got meanwhile, or has no longer. What is here has nothing to
 * decide on. Returns whether that changed for any: what was decided then is not what would happen.
 */
export async function noteHere(
  tx: Transaction,
  files: readonly File[],
  here: ReadonlyMap<string, Here>,
): Promise<boolean> {
  const changed = files.filter(({ sha256, outcome }) => outcome !== outcomeOf(sha256, here))
  for (const { id, sha256 } of changed) {
    const data = { outcome: outcomeOf(sha256, here), reason: here.get(sha256) ?? Prisma.DbNull }
    await tx.importFile.update({ where: { id }, data, select: { id: true } })
    if (here.has(sha256)) await tx.importEntry.deleteMany({ where: { fileId: id } })
  }
  return changed.length > 0
}

const outcomeOf = (sha256: string, here: ReadonlyMap<string, Here>) => (here.has(sha256) ? 'here' : 'read')
