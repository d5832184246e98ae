import 'server-only'
import { ahead } from '../../ahead.ts'
import { database, type Transaction } from '../../db.ts'
import { refreshSums } from '../../organisations/sums.ts'
import { refreshSearchWords } from '../../projects/search/index.ts'
import { type NewName, NOTHING_READ, type Settled, settlePart } from '../../registry/settle.ts'
import { tagOf } from '../../registry/tags.ts'
import { nothingTouched, type Touched, touch } from '../../registry/touched.ts'
import type { CommitAct, Committed } from '../desk/commit-act.ts'
import { applyAll, type Decided } from '../desk/decisions.ts'
import type { EntryField, RowPlace } from '../desk/state.ts'
import { type DocumentDraft, slugOfHash } from '../drafts.ts'
import { emptyReport, type ImportReport } from '../report.ts'
import { type HeldBytes, keepDocument } from '../store.ts'
import { tableDocument } from './document.ts'
import { namedIn, type RowDraft } from './row-draft.ts'
import { type PlannedRow, type StoredRows, storeRows } from './store.ts'

/** Rows that are brought in at once: bounds the memory. */
const BATCH = 1000
/** Changes that the outcome names; the history has all of them. */
const MOST_TOLD = 500

/** Brings the rows of a table in that somebody decided on: its document, and a thousand rows at a time. */
export async function commitTable(tx: Transaction, act: CommitAct): Promise<Committed> {
  const { by, comparedWith, tell } = act
  if (comparedWith !== by.revision - 1 && (await hasMoved(tx, by.importId, comparedWith))) return 'moved'
  const document = { ...(await tableDocument(tx, by.importId)), bytes: await heldBytes(tx, by.importId) }
  const { sha256 } = document
  const older = nothingTouched()
  const { id: documentId } = await keepDocument(tx, document, by.importId, older)
  const report = emptyReport()
  report.files.push(reportOf(document))
  const all: All = {
    tags: new Set([slugOfHash(sha256), ...older.documents].map((slug) => tagOf('document', slug))),
    organisationIds: new Set(),
  }
  const names: NewName[] = []
  const decided: Decided[] = []
  const of = await tx.importEntry.count({ where: wanted(by.importId) })
  let done = 0
  for await (const rows of ahead(rowsToStore(by.importId))) {
    await tell({ step: 'storing', done, of })
    const part = await storePart(tx, { by, documentId, rows, report })
    names.push(...part.names)
    gather(all, part.settled)
    decided.push(...decidedIn(rows, part.stored))
    for (const id of part.stored.projectIds.values()) older.projects.delete(id)
    done += rows.length
  }
  await settleOlder(tx, { by, older, report, all })
  await tell({ step: 'settling', done: 0, of: 1 })
  await refreshSums(tx, [...all.organisationIds])
  for (const tag of await applyAll(tx, { ...act, report }, decided)) all.tags.add(tag)
  await refreshSearchWords(tx)
  report.totals.documents = 1
  const calledAnew = [...new Set(names.map(({ organisationId }) => organisationId))]
  return { report, tags: [...all.tags], hashes: [sha256], calledAnew }
}

async function heldBytes(tx: Transaction, importId: number): Promise<HeldBytes> {
  const where = { importId, position: 0 }
  const select = { id: true, byteLength: true }
  const { id: fileId, byteLength } = await tx.importFile.findFirstOrThrow({ where, select })
  return { fileId, byteLength }
}

type Reported = Pick<DocumentDraft, 'file' | 'title' | 'sha256' | 'kind'>

const reportOf = ({ file, title, sha256, kind }: Reported): ImportReport['files'][number] => ({
  file,
  outcome: 'imported',
  title,
  slug: slugOfHash(sha256),
  kind,
  replaces: null,
  project: null,
  decisions: [],
  statements: 0,
  warnings: [],
})

/** What is gathered of all parts: pages that became old, and organisations whose sums are counted at the end. */
type All = { tags: Set<string>; organisationIds: Set<number> }

function gather(all: All, { tags, organisationIds }: Settled) {
  for (const tag of tags) all.tags.add(tag)
  for (const id of organisationIds) all.organisationIds.add(id)
}

type Older = { by: CommitAct['by']; older: Touched; report: ImportReport; all: All }

/** Projects that only the capture before this one tells of, which is out of force now. */
async function settleOlder(tx: Transaction, { by, older, report, all }: Older) {
  const ids = [...older.projects.keys()]
  for (let at = 0; at < ids.length; at += BATCH) {
    const touched = nothingTouched()
    for (const id of ids.slice(at, at + BATCH)) touch(touched.projects, id, { isNew: false })
    const settled = await settlePart(tx, { by, touched, names: [] }, NOTHING_READ)
    gather(all, settled)
    report.totals.projectsChanged += settled.projects.filter(({ changes }) => changes.length > 0).length
  }
}

const wanted = (importId: number) => ({ importId, choice: { in: ['accept', 'project', 'new'] } })

/**
 * Whether a project that rows are brought to has changed since they were compared, a number that was free is not, or the
 * table itself is here.
 */
async function hasMoved(tx: Transaction, importId: number, comparedWith: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ moved: boolean }[]>`
    SELECT EXISTS (SELECT FROM import_entry e JOIN project p ON p.id = coalesce(e."chosenProjectId", e."projectId")
        WHERE e."importId" = ${importId} AND p.revision > ${comparedWith})
      OR EXISTS (SELECT FROM import_entry e
        CROSS JOIN LATERAL jsonb_array_elements(e.fields) AS f
        JOIN project_identifier i
          ON i.key = upper(regexp_replace(f ->> 'value', '[^[:alnum:]]', '', 'g'))
        JOIN project p ON p.id = i."projectId" AND p."inForce"
        WHERE e."importId" = ${importId} AND e."projectId" IS NULL
          AND f ->> 'field' IN ('projectNumber', 'diaryNumber'))
      OR EXISTS (SELECT FROM import_file f JOIN source_document d ON d.sha256 = f.sha256 AND d."undoneAt" IS NULL
        WHERE f."importId" = ${importId}) AS moved`
  return rows[0]?.moved ?? true
}

type Row = {
  place: RowPlace
  fields: EntryField[]
  choice: 'accept' | 'project' | 'new'
  projectId: number | null
  chosenProjectId: number | null
  edits: Record<string, string>
}

/** Read beside the transaction, which writes meanwhile: nobody changes an import's rows while it is brought in. */
async function* rowsToStore(importId: number): AsyncGenerator<Row[]> {
  for (let after = -1; ; ) {
    const rows = await database().importEntry.findMany({
      where: { ...wanted(importId), position: { gt: after } },
      select: {
        position: true,
        place: true,
        fields: true,
        choice: true,
        projectId: true,
        chosenProjectId: true,
        edits: true,
      },
      orderBy: { position: 'asc' },
      take: BATCH,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows as unknown as Row[]
    after = last.position
  }
}

type Part = { by: CommitAct['by']; documentId: number; rows: readonly Row[]; report: ImportReport }

async function storePart(
  tx: Transaction,
  { by, documentId, rows, report }: Part,
): Promise<{ names: NewName[]; settled: Settled; stored: StoredRows }> {
  const touched = nothingTouched()
  const stored = await storeRows(tx, rows.map(plannedOf), { documentId, touched, revision: by.revision })
  const { names, made, numbersRead } = stored
  const settled = await settlePart(tx, { by, touched, names }, { made, numbersRead })
  const isNew = [...touched.projects.values()].filter((one) => one.isNew).length
  const changed = settled.projects.filter(
    ({ id, changes }) => !touched.projects.get(id)?.isNew && changes.length > 0,
  )
  report.totals.projectsNew += isNew
  report.totals.projectsMatched += touched.projects.size - isNew
  report.totals.projectsChanged += changed.length
  report.totals.linked += settled.links.filter(({ to }) => to !== null).length
  const told = changed.flatMap(({ slug, changes }) => changes.map((change) => ({ project: slug, ...change })))
  report.changes.push(...told.slice(0, Math.max(0, MOST_TOLD - report.changes.length)))
  return { names, settled, stored }
}

const plannedOf = (row: Row): PlannedRow => ({
  draft: draftOf(row),
  projectId: row.choice === 'new' ? 'new' : row.choice === 'project' ? row.chosenProjectId : row.projectId,
})

/** The row as it was read: what was compared holds all of it. */
const draftOf = ({ place, fields }: Row): RowDraft => ({
  ...place,
  ...namedIn(fields),
  statements: fields.map(({ effect: _, now: __, ...said }) => ({ ...said, before: '', after: '' })),
})

const decidedIn = (rows: readonly Row[], { projectIds }: StoredRows): Decided[] =>
  rows.flatMap(({ place, choice, edits }) => {
    const id = projectIds.get(place.row)
    return id === undefined || Object.keys(edits).length === 0
      ? []
      : {
          entry: { choice, chosenProjectId: null, edits },
          subject: { kind: 'project', id },
          name: '',
          number: '',
        }
  })
