import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { asOneAct, asTrial, database, type Transaction } from '../../db.ts'
import type { Candidate } from '../../matching/match.ts'
import { subjectOfEntry, subjectOfPage } from '../../matching/subject-of-draft.ts'
import { ITEM_FIELDS, isProjectField } from '../../projects/fields.ts'
import { type ShownFields, sameJson } from '../../projects/fold.ts'
import { lockRegistry } from '../../registry/revision.ts'
import type { Touched } from '../../registry/touched.ts'
import { findCandidates } from '../candidates.ts'
import type { StatementDraft } from '../drafts.ts'
import { finishImport } from '../finish.ts'
import { emptyReport } from '../report.ts'
import { itemPlace, type StoredDocument } from '../store.ts'
import { storeAll } from '../store-all.ts'
import { type DraftEntry, entriesIn } from './entries.ts'
import { entryField } from './entry-field.ts'
import { noteReviewed } from './moves.ts'
import type { KeptDraft } from './reading.ts'
import type { EntryField, EntryKind, EntryPlace, EntryWarning, Verdict } from './state.ts'
import { isSafe, verdictOf } from './verdicts.ts'

/** An entry as a comparison finds it. */
type Compared = {
  fileId: number
  position: number
  kind: EntryKind
  place: EntryPlace
  name: string
  verdict: Verdict
  isSafe: boolean
  warnings: number
  fields: EntryField[]
  candidates: Candidate[]
  projectId: number | null
}

/**
 * Compares what an import would bring with the registry as it is, by bringing it in and undoing that: what the review shows
 * is what would happen. Decisions that somebody has made stand, but for those about entries that would do something else
 * now: these wait to be decided again. Leaves the import in review. Returns whether anything moved.
 */
export async function compareImport(id: number): Promise<boolean> {
  const files = await database().importFile.findMany({
    where: { importId: id, outcome: 'read' },
    select: { id: true, draft: true },
    orderBy: { position: 'asc' },
  })
  const drafts = files.map((file) => ({ fileId: file.id, draft: file.draft as unknown as KeptDraft }))
  const { entries, revision } = await tryOut(id, drafts)
  return asOneAct((tx) => keep(tx, id, entries, revision))
}

type Draft = { fileId: number; draft: KeptDraft }

const tryOut = (importId: number, drafts: readonly Draft[]) =>
  asTrial(async (tx) => {
    const revision = await lockRegistry(tx)
    return { entries: await compareAll(tx, importId, drafts, revision), revision: revision - 1 }
  })

const NO_BYTES = new Uint8Array()

async function compareAll(tx: Transaction, importId: number, drafts: readonly Draft[], revision: number) {
  const all = drafts.flatMap(({ draft, ...file }, at) =>
    [...entriesIn(draft)].map((entry) => ({ ...file, at, entry, warnings: warningsOf(entry) })),
  )
  const candidates = await findCandidates(
    tx,
    all.map(({ entry }) =>
      entry.kind === 'page' ? subjectOfPage(entry.page) : subjectOfEntry(entry.decision, entry.item),
    ),
  )
  const by = { importId, actor: 'administrator', revision }
  const report = emptyReport()
  const planned = drafts.map(({ draft }) => ({ draft: { ...draft, bytes: NO_BYTES } }))
  const { touched, stored } = await storeAll(tx, planned, by, report)
  const before = await shownOf(tx, touched)
  await finishImport(tx, { by, touched, report, isTrial: true })
  const after = await shownOf(tx, touched)
  const known = (id: number | null) => (id !== null && touched.projects.get(id)?.isNew ? null : id)
  return all.map(({ fileId, at, entry, warnings }, position): Compared => {
    const subject = subjectOf(entry, stored[at])
    const sides = { before: before(subject), after: after(subject) }
    const fields = statementsOf(entry).map((statement) => fieldOf(statement, entry.kind, sides))
    const isNew = subject?.isNew ?? true
    const linked = sides.after?.projectId ?? null
    const own = candidates.get(position) ?? []
    const verdict = verdictOf({ isNew, isLinked: linked !== null, fields })
    const hasLikely = own.some((candidate) => candidate.verdict !== 'possible' && candidate.id !== linked)
    const disagrees = fields.some(({ effect }) => effect === 'disagrees')
    return {
      fileId,
      position,
      kind: entry.kind,
      place: entry.place,
      name: entry.kind === 'page' ? entry.page.name : entry.item.name,
      verdict,
      isSafe: isSafe(verdict, warnings, { hasLikely, disagrees }),
      warnings: warnings.length,
      fields,
      candidates: own,
      // A project that only the trial made is gone when it is undone.
      projectId: entry.kind === 'page' ? (isNew ? null : (subject?.id ?? null)) : known(linked),
    }
  })
}

const statementsOf = (entry: DraftEntry): StatementDraft[] =>
  entry.kind === 'page' ? entry.page.statements : entry.item.statements

/** The warnings of an entry; those of its decision and its document are the document's. */
const warningsOf = (entry: DraftEntry): EntryWarning[] =>
  entry.kind === 'page' ? entry.page.warnings : entry.item.warnings

type Subject = { kind: 'project' | 'item'; id: number; isNew: boolean } | null

function subjectOf(entry: DraftEntry, stored: StoredDocument | undefined): Subject {
  if (!stored) return null
  if (entry.kind === 'page')
    return stored.projectId === null
      ? null
      : { kind: 'project', id: stored.projectId, isNew: stored.report.project?.isNew ?? true }
  const item = stored.items.get(itemPlace(entry.decision, entry.item))
  return item ? { kind: 'item', ...item } : null
}

type Side = { shown: ShownFields<string>; projectId: number | null } | undefined

/** What the touched records show, as they stand now. */
async function shownOf(tx: Transaction, { projects, items }: Touched): Promise<(subject: Subject) => Side> {
  const select = { id: true, shown: true } as const
  const own = await tx.project.findMany({ where: { id: { in: [...projects.keys()] } }, select })
  const entries = await tx.decisionItem.findMany({
    where: { id: { in: [...items.keys()] } },
    select: { ...select, projectId: true },
  })
  const asShown = (shown: Prisma.JsonValue) => shown as unknown as ShownFields<string>
  const byProject = new Map(own.map(({ id, shown }) => [id, { shown: asShown(shown), projectId: null }]))
  const byItem = new Map(
    entries.map(({ id, shown, projectId }) => [id, { shown: asShown(shown), projectId }]),
  )
  return (subject) => (subject?.kind === 'project' ? byProject : byItem).get(subject?.id ?? -1)
}

const fieldOf = (
  statement: StatementDraft,
  kind: EntryKind,
  { before, after }: { before: Side; after: Side },
): EntryField =>
  entryField(
    statement,
    kind === 'entry' ? Object.hasOwn(ITEM_FIELDS, statement.field) : isProjectField(statement.field),
    {
      before: before?.shown[statement.field],
      after: after?.shown[statement.field],
    },
  )

/** Writes what a comparison found, where a person decides or work goes on. */
async function keep(
  tx: Transaction,
  importId: number,
  entries: readonly Compared[],
  revision: number,
): Promise<boolean> {
  const held = await tx.importEntry.findMany({
    where: { importId },
    select: { position: true, verdict: true, fields: true, choice: true, projectId: true },
  })
  const moved = entries.filter((entry) => {
    const before = held.find(({ position }) => position === entry.position)
    return before?.choice != null && before.choice !== 'skip' && !isSame(before, entry)
  })
  const isMoved = new Set(moved.map(({ position }) => position))
  for (const entry of entries) {
    const { fileId, position, ...found } = entry
    const data = {
      ...found,
      fields: found.fields as unknown as Prisma.InputJsonArray,
      candidates: found.candidates as unknown as Prisma.InputJsonArray,
      ...(isMoved.has(position) && { hasMoved: true, choice: null, chosenProjectId: null }),
    }
    await tx.importEntry.upsert({
      where: { importId_position: { importId, position } },
      create: { ...data, importId, fileId, position },
      update: { ...data, version: { increment: 1 } },
      select: { id: true },
    })
  }
  await noteReviewed(importId, { revision, moved: moved.length > 0 }, tx)
  return moved.length > 0
}

type Held = { verdict: string; fields: Prisma.JsonValue; projectId: number | null }

/** Whether an entry would do what it would have done when somebody decided. */
function isSame(before: Held, after: Compared): boolean {
  const effects = (fields: readonly EntryField[]) =>
    fields.map(({ field, effect, now }) => [field, effect, now])
  return (
    before.verdict === after.verdict &&
    before.projectId === after.projectId &&
    sameJson(effects(before.fields as unknown as EntryField[]), effects(after.fields))
  )
}
