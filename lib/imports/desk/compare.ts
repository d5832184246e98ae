import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { asOneAct, asTrial, database, type Transaction } from '../../db.ts'
import type { Candidate } from '../../matching/match.ts'
import { subjectOfEntry, subjectOfPage } from '../../matching/subject-of-draft.ts'
import { ITEM_FIELDS, isProjectField } from '../../projects/fields.ts'
import { type ShownFields, sameJson } from '../../projects/fold.ts'
import { lockRegistry } from '../../registry/revision.ts'
import type { Touched } from '../../registry/touched.ts'
import { findCandidates } from '../candidates.ts'
import type { StatementDraft } from '../drafts.ts'
import { tryImport } from '../finish.ts'
import { emptyReport } from '../report.ts'
import { itemPlace, type StoredDocument } from '../store.ts'
import { storeAll } from '../store-all.ts'
import { type DraftEntry, entriesIn } from './entries.ts'
import { entryField } from './entry-field.ts'
import { foundHere, type Here, noteHere } from './here.ts'
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
 * now: these wait to be decided again, and so does everything where the registry has got one of the files meanwhile.
 * Leaves the import in review. Returns whether anything moved.
 */
export async function compareImport(id: number): Promise<boolean> {
  const files = await database().importFile.findMany({
    where: { importId: id, draft: { not: Prisma.DbNull } },
    select: { id: true, sha256: true, outcome: true, draft: true },
    orderBy: { position: 'asc' },
  })
  const drafts = files.map(({ draft, ...file }) => ({ file, draft: draft as unknown as KeptDraft }))
  const found = await tryOut(id, drafts)
  return asOneAct((tx) => keep(tx, id, { ...found, files }))
}

type Draft = { file: { id: number; sha256: string; outcome: string }; draft: KeptDraft }

const tryOut = (importId: number, drafts: readonly Draft[]) =>
  asTrial(async (tx) => {
    const revision = await lockRegistry(tx)
    const here = await foundHere(
      tx,
      drafts.map(({ file }) => file.sha256),
    )
    const entries = await compareAll(tx, importId, { drafts, here, revision })
    return { entries, here, revision: revision - 1 }
  })

const NO_BYTES = new Uint8Array()

type Comparison = { drafts: readonly Draft[]; here: ReadonlyMap<string, Here>; revision: number }

async function compareAll(tx: Transaction, importId: number, { drafts, here, revision }: Comparison) {
  const fresh = drafts.filter(({ file }) => !here.has(file.sha256))
  // Entries are numbered through all files: one that is here meanwhile changes no other's number.
  const all = drafts
    .flatMap((own) => [...entriesIn(own.draft)].map((entry) => ({ own, entry, warnings: warningsOf(entry) })))
    .map((one, position) => ({ ...one, position }))
    .filter(({ own }) => fresh.includes(own))
  const candidates = await findCandidates(
    tx,
    all.map(({ entry }) =>
      entry.kind === 'page' ? subjectOfPage(entry.page) : subjectOfEntry(entry.decision, entry.item),
    ),
  )
  const by = { importId, actor: 'administrator', revision }
  const report = emptyReport()
  const planned = fresh.map(({ draft }) => ({ draft: { ...draft, bytes: NO_BYTES } }))
  const { touched, stored } = await storeAll(tx, planned, by, report)
  const before = await shownOf(tx, touched)
  await tryImport(tx, { by, touched })
  const after = await shownOf(tx, touched)
  const known = (id: number | null) => (id !== null && touched.projects.get(id)?.isNew ? null : id)
  return all.map(({ own: { file, draft }, entry, warnings, position }, at): Compared => {
    const subject = subjectOf(entry, stored[fresh.findIndex((one) => one.draft === draft)])
    const sides = { before: before(subject), after: after(subject) }
    const fields = statementsOf(entry).map((statement) => fieldOf(statement, entry.kind, sides))
    const isNew = subject?.isNew ?? true
    const linked = sides.after?.projectId ?? null
    const likely = candidates.get(at) ?? []
    const verdict = verdictOf({ isNew, isLinked: linked !== null, fields })
    const hasLikely = likely.some((candidate) => candidate.verdict !== 'possible' && candidate.id !== linked)
    const disagrees = fields.some(({ effect }) => effect === 'disagrees')
    return {
      fileId: file.id,
      position,
      kind: entry.kind,
      place: entry.place,
      name: entry.kind === 'page' ? entry.page.name : entry.item.name,
      verdict,
      isSafe: isSafe(verdict, warnings, { hasLikely, disagrees }),
      warnings: warnings.length,
      fields,
      candidates: likely,
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

type Found = {
  entries: readonly Compared[]
  files: readonly Draft['file'][]
  here: ReadonlyMap<string, Here>
  revision: number
}

/** Writes what a comparison found, where a person decides or work goes on. */
async function keep(
  tx: Transaction,
  importId: number,
  { entries, files, here, revision }: Found,
): Promise<boolean> {
  const hasFileMoved = await noteHere(tx, files, here)
  const held = await tx.importEntry.findMany({
    where: { importId },
    select: {
      position: true,
      verdict: true,
      fields: true,
      choice: true,
      projectId: true,
      chosenProjectId: true,
    },
  })
  const isThere = await projectsInForce(tx, held)
  const moved = entries.filter((entry) => {
    const before = held.find(({ position }) => position === entry.position)
    if (before?.choice == null || before.choice === 'skip') return false
    return !isSame(before, entry) || (before.choice === 'project' && !isThere(before))
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
  const hasMoved = hasFileMoved || moved.length > 0
  await noteReviewed(importId, { revision, moved: hasMoved }, tx)
  return hasMoved
}

/** Tells whether the project that somebody named is still there: it goes when what brought it is taken back. */
async function projectsInForce(tx: Transaction, held: readonly { chosenProjectId: number | null }[]) {
  const ids = held.flatMap(({ chosenProjectId }) => chosenProjectId ?? [])
  const rows = await tx.project.findMany({ where: { id: { in: ids }, inForce: true }, select: { id: true } })
  const there = new Set<number | null>(rows.map(({ id }) => id))
  return ({ chosenProjectId }: { chosenProjectId: number | null }) => there.has(chosenProjectId)
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
