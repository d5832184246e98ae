import 'server-only'
import { driftTrace, refoldDecisions } from '../corrections/refold-own.ts'
import { asOneAct, type Transaction } from '../db.ts'
import { lockRegistry, publishRevision } from '../registry/revision.ts'
import { SAMPLE_TAG } from '../registry/tags.ts'
import { nothingTouched, type Touched } from '../registry/touched.ts'
import { type By, leaveTrace } from '../registry/trace.ts'
import { type DocumentDraft, slugOfHash } from './drafts.ts'
import { finishImport } from './finish.ts'
import { type GivenFile, readFile } from './read.ts'
import { emptyReport, type FileReport, type ImportReport } from './report.ts'
import { storeDocument } from './store.ts'

export type { GivenFile } from './read.ts'
export type { ImportReport } from './report.ts'

/** Thrown to undo a trial. */
class Undo extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('a trial is undone')
    this.report = report
  }
}

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
  const read = files.map(readFile)
  try {
    return await asOneAct(async (tx) => {
      const report = await importRead(tx, read, actor)
      if (dryRun) throw new Undo(report)
      return report
    })
  } catch (error) {
    if (error instanceof Undo) return error.report
    throw error
  }
}

async function importRead(
  tx: Transaction,
  read: ReturnType<typeof readFile>[],
  actor: string,
): Promise<ImportReport> {
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
  if (drafts.length > 0) await importDrafts(tx, drafts, { revision, actor, report })
  return report
}

const alreadyHere = ({ file, title, sha256 }: DocumentDraft): FileReport => ({
  file,
  outcome: 'alreadyHere',
  title,
  slug: slugOfHash(sha256),
})

async function knownHashes(tx: Transaction, read: ReturnType<typeof readFile>[]): Promise<Set<string>> {
  const hashes = read.flatMap((outcome) => (outcome.ok ? outcome.draft.sha256 : []))
  const rows = await tx.sourceDocument.findMany({
    where: { sha256: { in: hashes } },
    select: { sha256: true },
  })
  return new Set(rows.map(({ sha256 }) => sha256))
}

type Act = { revision: number; actor: string; report: ImportReport }

async function importDrafts(
  tx: Transaction,
  drafts: readonly DocumentDraft[],
  { revision, actor, report }: Act,
) {
  const { id: importId } = await tx.import.create({ data: { actor, summary: {} }, select: { id: true } })
  const touched = nothingTouched()
  // Pages first, whatever order the files came in: entries link to projects that are there.
  const ordered = [...drafts].sort((a, b) => Number(b.page !== null) - Number(a.page !== null))
  for (const draft of ordered) report.files.push(await storeDocument(tx, draft, importId, touched))
  await foldKnownDecisions(tx, touched, { actor, revision, importId })
  await finishImport(tx, { importId, actor, revision, touched, report })
  await tx.import.update({ where: { id: importId }, data: { summary: report.totals } })
  const sample = drafts.some(({ isSample }) => isSample) ? [SAMPLE_TAG] : []
  await publishRevision(tx, revision, [...report.changedTags, ...sample])
}

/** A list says more of a decision that was written by hand, or withdrawn from: what nobody corrects follows the list. */
async function foldKnownDecisions(tx: Transaction, { decisions }: Touched, by: By) {
  const known = [...decisions].filter(([, { isNew }]) => !isNew).map(([id]) => id)
  await leaveTrace(tx, driftTrace(by, await refoldDecisions(tx, known)))
}
