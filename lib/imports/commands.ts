import 'server-only'
import { asOneAct, asTrial, type Transaction } from '../db.ts'
import { lockRegistry, publishRevision } from '../registry/revision.ts'
import { type DocumentDraft, slugOfHash } from './drafts.ts'
import { finishImport } from './finish.ts'
import type { GivenFile, ReadFile } from './read.ts'
import { readGiven } from './read-given.ts'
import { emptyReport, type FileReport, type ImportReport } from './report.ts'
import { storeAll, tagsOf, titleOf } from './store-all.ts'

export type { GivenFile } from './read.ts'
export type { ImportReport } from './report.ts'

/**
 * Brings documents into the registry, as one act: all of them or none. A file that is here already, or that is no
 * source, changes nothing and is told in the report. With `dryRun` everything is done and then undone, so that the
 * report says what would change.
 *
 * `actor` is who the trace names.
 */
export async function importFiles(
  files: readonly GivenFile[],
  { actor, dryRun = false }: { actor: string; dryRun?: boolean },
): Promise<ImportReport> {
  const read: ReadFile[] = []
  for (const file of files) read.push(await readGiven(file))
  const bringIn = (tx: Transaction) => importRead(tx, read, actor)
  return dryRun ? asTrial(bringIn) : asOneAct(bringIn)
}

async function importRead(tx: Transaction, read: readonly ReadFile[], actor: string): Promise<ImportReport> {
  const revision = await lockRegistry(tx)
  const known = await knownHashes(tx, read)
  const report = emptyReport()
  const drafts: DocumentDraft[] = []
  for (const outcome of read) {
    if (!outcome.ok) report.files.push({ file: outcome.file, outcome: 'refused', reason: outcome.reason })
    else if (known.has(outcome.draft.sha256)) report.files.push(alreadyHere(outcome.draft))
    else {
      known.add(outcome.draft.sha256)
      drafts.push(outcome.draft)
    }
  }
  if (drafts.length === 0) return report
  const { id: importId } = await tx.import.create({
    data: { actor, summary: {}, title: titleOf(drafts), committedAt: new Date() },
    select: { id: true },
  })
  const by = { importId, actor, revision }
  const planned = drafts.map((draft) => ({ draft }))
  const { touched } = await storeAll(tx, planned, by, report)
  await finishImport(tx, { by, touched, report })
  await tx.import.update({ where: { id: importId }, data: { summary: report.totals } })
  await publishRevision(tx, revision, tagsOf(report, drafts))
  return report
}

const alreadyHere = ({ file, title, sha256 }: DocumentDraft): FileReport => ({
  file,
  outcome: 'alreadyHere',
  title,
  slug: slugOfHash(sha256),
})

async function knownHashes(tx: Transaction, read: readonly ReadFile[]): Promise<Set<string>> {
  const hashes = read.flatMap((outcome) => (outcome.ok ? outcome.draft.sha256 : []))
  const rows = await tx.sourceDocument.findMany({
    where: { sha256: { in: hashes }, undoneAt: null },
    select: { sha256: true },
  })
  return new Set(rows.map(({ sha256 }) => sha256))
}
