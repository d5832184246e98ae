import 'server-only'
import { driftTrace, refoldDecisions } from '../corrections/refold-own.ts'
import type { Transaction } from '../db.ts'
import { SAMPLE_TAG } from '../registry/tags.ts'
import { nothingTouched, type Touched } from '../registry/touched.ts'
import { type By, leaveTrace } from '../registry/trace.ts'
import type { DocumentDraft } from './drafts.ts'
import type { ImportReport } from './report.ts'
import { type PageTarget, type StoredDocument, storeDocument } from './store.ts'

/** A document to be kept, and the project that its page is brought to. */
export type PlannedDraft = { draft: DocumentDraft; target?: PageTarget }
export type ImportBy = By & { importId: number }

/**
 * Keeps documents and what they say. Shown values, links and the trace follow in `finishImport`. Returns what was touched
 * and, in the order in which they were given, what was kept.
 */
export async function storeAll(
  tx: Transaction,
  planned: readonly PlannedDraft[],
  by: ImportBy,
  report: ImportReport,
): Promise<{ touched: Touched; stored: StoredDocument[] }> {
  const touched = nothingTouched()
  const stored = new Map<PlannedDraft, StoredDocument>()
  // Pages first, whatever order the files came in: entries link to projects that are there.
  const ordered = [...planned].sort((a, b) => Number(b.draft.page !== null) - Number(a.draft.page !== null))
  for (const plan of ordered) {
    const { draft, target } = plan
    const kept = await storeDocument(tx, draft, { importId: by.importId, touched, ...(target && { target }) })
    stored.set(plan, kept)
    report.files.push(kept.report)
  }
  await foldKnownDecisions(tx, touched, by)
  return { touched, stored: planned.flatMap((plan) => stored.get(plan) ?? []) }
}

/** A list says more of a decision that was written by hand, or withdrawn from: what nobody corrects follows the list. */
async function foldKnownDecisions(tx: Transaction, { decisions }: Touched, by: By) {
  const known = [...decisions].filter(([, { isNew }]) => !isNew).map(([id]) => id)
  await leaveTrace(tx, driftTrace(by, await refoldDecisions(tx, known)))
}

/** The tags of pages that became old. */
export const tagsOf = ({ changedTags }: ImportReport, drafts: readonly Pick<DocumentDraft, 'isSample'>[]) => [
  ...changedTags,
  ...(drafts.some(({ isSample }) => isSample) ? [SAMPLE_TAG] : []),
]

/** What lists call an import: its files, the first of them. */
export const titleOf = (files: readonly { file: string }[]): string =>
  files
    .slice(0, NAMED)
    .map(({ file }) => file)
    .join(', ') + (files.length > NAMED ? ' …' : '')
const NAMED = 3
