import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { database } from '../../db.ts'
import type { Candidate } from '../../matching/match.ts'
import { type Page, pageOf } from '../../paging.ts'
import { dayOf } from '../../registry/sayings.ts'
import { Problems } from '../../tables/problems.ts'
import { entriesIn, placeKey } from './entries.ts'
import type { KeptDraft } from './reading.ts'
import {
  type Choice,
  type EntryField,
  type EntryKind,
  type EntryPlace,
  type EntryWarning,
  isChoice,
  type Progress,
  type RowPlace,
  type Verdict,
} from './state.ts'
import type {
  CandidateView,
  EntryRow,
  EntryView,
  ImportFileView,
  ImportRow,
  ImportView,
  ReviewView,
  SourceView,
} from './view.ts'

// For administrators: the caller has asked. Nothing here is public.

const PAGE = 30
const ENTRIES = 50

/** Imports, the newest first: those of the desk and those of the command line. Three queries. */
export async function listImports(page: number): Promise<Page<ImportRow>> {
  const total = await database().import.count()
  return pageOf(total, page, PAGE, async (range) => {
    const rows = await database().import.findMany({ select: forList, orderBy: { id: 'desc' }, ...range })
    const undecided = await undecidedOf(rows.map(({ id }) => id))
    return rows.map((row) => rowOf(row, undecided))
  })
}

const forList = {
  id: true,
  at: true,
  actor: true,
  state: true,
  kind: true,
  title: true,
  progress: true,
  problem: true,
  summary: true,
  user: { select: { name: true } },
  _count: { select: { files: true, entries: true } },
} satisfies Prisma.ImportSelect
type ListedImport = Prisma.ImportGetPayload<{ select: typeof forList }>

async function undecidedOf(ids: number[]): Promise<Map<number, number>> {
  const rows = await database().importEntry.groupBy({
    by: 'importId',
    where: { importId: { in: ids }, choice: null },
    _count: true,
  })
  return new Map(rows.map(({ importId, _count }) => [importId, _count]))
}

function rowOf(row: ListedImport, undecided: ReadonlyMap<number, number>): ImportRow {
  const { id, at, actor, state, kind, title, progress, problem, summary, user, _count } = row
  return {
    id,
    at: at.toISOString(),
    by: { actor, name: user?.name ?? null },
    state,
    kind,
    title,
    progress: asProgress(progress),
    problem: problem as ImportRow['problem'],
    totals: (summary ?? {}) as ImportRow['totals'],
    files: _count.files,
    entries: _count.entries,
    undecided: undecided.get(id) ?? 0,
  }
}

function asProgress(json: Prisma.JsonValue): Progress | null {
  const progress = json as Partial<Progress> | null
  return progress && typeof progress.step === 'string' ? (progress as Progress) : null
}

/** One import with its files and what there is to decide, or null. */
export async function findImport(id: number): Promise<ImportView | null> {
  const row = await database().import.findUnique({ where: { id }, select: forPage })
  if (!row) return null
  const [groups, undecided] = await Promise.all([groupsOf(id), undecidedOf([id])])
  const { version, committedAt, undoneAt, undoneReason, undoneBy, files, report, state, ...listed } = row
  const sumOf = (some: typeof groups) => some.reduce((sum, { _count }) => sum + _count, 0)
  const counts: ImportView['counts'] = {}
  for (const { verdict, choice, _count } of groups) {
    const count = counts[verdict as Verdict] ?? { all: 0, undecided: 0 }
    counts[verdict as Verdict] = {
      all: count.all + _count,
      undecided: count.undecided + (choice === null ? _count : 0),
    }
  }
  return {
    ...rowOf({ ...listed, state }, undecided),
    version,
    committedAt: committedAt?.toISOString() ?? null,
    undone:
      undoneAt === null
        ? null
        : { at: undoneAt.toISOString(), reason: undoneReason ?? '', by: undoneBy?.name ?? null },
    fileViews: files.map(fileOf),
    counts,
    safe: sumOf(groups.filter(({ choice, isSafe }) => choice === null && isSafe)),
    skipped: sumOf(groups.filter(({ choice }) => choice === 'skip')),
    report: state === 'UNDONE' ? null : (report as ImportView['report']),
    undoReport: state === 'UNDONE' ? (report as unknown as ImportView['undoReport']) : null,
  }
}

const forPage = {
  ...forList,
  version: true,
  committedAt: true,
  undoneAt: true,
  undoneReason: true,
  undoneBy: { select: { name: true } },
  report: true,
  files: {
    select: {
      id: true,
      name: true,
      byteLength: true,
      url: true,
      fetchedOn: true,
      isPasted: true,
      outcome: true,
      reason: true,
      _count: { select: { entries: true } },
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.ImportSelect

const groupsOf = (importId: number) =>
  database().importEntry.groupBy({ by: ['verdict', 'choice', 'isSafe'], where: { importId }, _count: true })

type FileRow = Prisma.ImportGetPayload<{ select: typeof forPage }>['files'][number]

const fileOf = ({ fetchedOn, outcome, reason, _count, ...file }: FileRow): ImportFileView => ({
  ...file,
  fetchedOn: dayOf(fetchedOn),
  outcome: outcome as ImportFileView['outcome'],
  reason: reason as ImportFileView['reason'],
  entries: _count.entries,
})

export type ReviewFilter = {
  page: number
  verdict?: Verdict | undefined
  /** Only what nobody has decided on. */
  isUndecided?: boolean | undefined
  /** The entry to be opened; else the first of the page. */
  entryId?: number | undefined
}

/** The entries of an import in review: those that ask for a look first, and one of them opened beside its source. */
export async function findReview(importId: number, filter: ReviewFilter): Promise<ReviewView> {
  const where = {
    importId,
    ...(filter.verdict && { verdict: filter.verdict }),
    ...(filter.isUndecided && { choice: null }),
  }
  const orderBy = [{ isSafe: 'asc' }, { position: 'asc' }] as const
  const total = await database().importEntry.count({ where })
  const found = await pageOf(total, filter.page, ENTRIES, async (range) => {
    const rows = await database().importEntry.findMany({
      where,
      select: forRow,
      orderBy: [...orderBy],
      ...range,
    })
    return rows.map(entryRowOf)
  })
  const at = Math.max(
    0,
    found.rows.findIndex(({ id }) => id === filter.entryId),
  )
  const openId = filter.entryId ?? found.rows[at]?.id
  const open = openId === undefined ? null : await findEntry(importId, openId)
  const isListed = found.rows.some(({ id }) => id === open?.entry.id)
  return {
    entries: found.rows,
    total: found.total,
    page: found.page,
    pages: found.pages,
    open: open?.entry ?? null,
    previous: isListed ? (found.rows[at - 1]?.id ?? null) : null,
    next: isListed ? (found.rows[at + 1]?.id ?? null) : (found.rows[0]?.id ?? null),
    source: open && ('row' in open.place ? rowSource(open.place, open.entry) : await sourceOf(open)),
  }
}

const forRow = {
  id: true,
  position: true,
  fileId: true,
  kind: true,
  name: true,
  verdict: true,
  isSafe: true,
  warnings: true,
  choice: true,
  hasMoved: true,
} satisfies Prisma.ImportEntrySelect

const entryRowOf = ({
  kind,
  verdict,
  choice,
  ...row
}: Prisma.ImportEntryGetPayload<{ select: typeof forRow }>): EntryRow => ({
  ...row,
  kind: kind as EntryKind,
  verdict: verdict as Verdict,
  choice: choice !== null && isChoice(choice) ? (choice as Choice) : null,
})

const forEntry = {
  ...forRow,
  version: true,
  place: true,
  fields: true,
  candidates: true,
  projectId: true,
  chosenProjectId: true,
  edits: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
  file: { select: { draft: true } },
} satisfies Prisma.ImportEntrySelect

type OpenEntry = { entry: EntryView; draft: KeptDraft | null; place: EntryPlace }

async function findEntry(importId: number, id: number): Promise<OpenEntry | null> {
  const row = await database().importEntry.findFirst({ where: { id, importId }, select: forEntry })
  if (!row) return null
  const candidates = row.candidates as unknown as Candidate[]
  const { projectId, chosenProjectId } = row
  const projects = await projectsBy([
    ...candidates.map((one) => one.id),
    projectId ?? 0,
    chosenProjectId ?? 0,
  ])
  const draft = row.file.draft as unknown as KeptDraft | null
  const place = row.place as unknown as EntryPlace
  const fields = row.fields as unknown as EntryField[]
  const own = draft && [...entriesIn(draft)].find((entry) => placeKey(entry.place) === placeKey(place))
  const said = own && (own.kind === 'page' ? own.page : own.item)
  const warnings: EntryWarning[] = 'row' in place ? rowWarnings(place, fields) : said ? said.warnings : []
  const entry: EntryView = {
    ...entryRowOf(row),
    version: row.version,
    fields,
    warningViews: warnings,
    candidates: candidates.flatMap((candidate): CandidateView[] => {
      const project = projects.get(candidate.id)
      return project ? [{ ...candidate, ...project }] : []
    }),
    project: projects.get(projectId ?? 0) ?? null,
    chosen: projects.get(chosenProjectId ?? 0) ?? null,
    edits: row.edits as Record<string, string>,
    decided: row.decidedAt && { by: row.decidedBy?.name ?? null, at: row.decidedAt.toISOString() },
    contacts: said ? said.contacts : [],
  }
  return { entry, draft, place }
}

async function projectsBy(ids: number[]) {
  const rows = await database().project.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true, number: true, owner: { select: { name: true } } },
  })
  return new Map(rows.map(({ owner, ...row }) => [row.id, { ...row, owner: owner?.name ?? null }]))
}

/** What is wrong with a row, as warnings; those of a cell lead to it. */
function rowWarnings({ problems }: RowPlace, fields: readonly EntryField[]): EntryWarning[] {
  const groups = new Problems()
  groups.add(problems)
  return groups.list().map(({ kind, severity, message, header }) => ({
    code: kind,
    severity,
    field: null,
    ...message,
    start: fields.find(({ label }) => label !== null && label === header)?.start ?? 0,
  }))
}

/** A row of a table as its source: a cell a line, which leaves every place where it is. */
const rowSource = ({ row, text }: RowPlace, { id, fileId, fields }: EntryView): SourceView => ({
  fileId,
  title: String(row),
  text: text.replaceAll('\t', '\n'),
  marks: fields.map((field) => ({ ...markOf(field), entryId: id })),
  warnings: [],
})

/** The whole source of an entry, with what was read from it marked, and the entry that each reading is of. */
async function sourceOf({ draft, entry: { fileId } }: OpenEntry): Promise<SourceView | null> {
  if (!draft) return null
  const rows = await database().importEntry.findMany({ where: { fileId }, select: { id: true, place: true } })
  const idOf = new Map(rows.map(({ id, place }) => [placeKey(place as unknown as EntryPlace), id]))
  const entries = [...entriesIn(draft)]
  return {
    fileId,
    title: draft.title,
    text: draft.publicText,
    marks: [
      ...draft.decisions.flatMap(({ statements }) =>
        statements.map((one) => ({ ...markOf(one), entryId: null })),
      ),
      ...entries.flatMap((entry) =>
        (entry.kind === 'page' ? entry.page : entry.item).statements.map((statement) => ({
          ...markOf(statement),
          entryId: idOf.get(placeKey(entry.place)) ?? null,
        })),
      ),
    ],
    warnings: [
      ...draft.warnings,
      ...draft.decisions.flatMap(({ warnings }) => warnings),
      ...entries.flatMap((entry) => (entry.kind === 'page' ? entry.page : entry.item).warnings),
    ].map(({ start, end }) => ({ start, end })),
  }
}

const markOf = ({
  field,
  state,
  start,
  end,
}: {
  field: string
  state: 'READ' | 'EMPTY' | 'UNREADABLE'
  start: number
  end: number
}) => ({
  field,
  state,
  start,
  end,
})

/** The entry to decide on after another, in the order of a review: after the last one the first that was passed by. */
export async function nextUndecided(
  importId: number,
  entryId: number,
  verdict?: Verdict,
): Promise<number | null> {
  const here = await database().importEntry.findFirst({
    where: { id: entryId, importId },
    select: { isSafe: true, position: true },
  })
  const where = { importId, choice: null, id: { not: entryId }, ...(verdict && { verdict }) }
  const select = { id: true }
  const orderBy: Prisma.ImportEntryOrderByWithRelationInput[] = [{ isSafe: 'asc' }, { position: 'asc' }]
  const after = here && [
    { isSafe: here.isSafe, position: { gt: here.position } },
    ...(here.isSafe ? [] : [{ isSafe: true }]),
  ]
  const next =
    (after &&
      (await database().importEntry.findFirst({ where: { ...where, OR: after }, select, orderBy }))) ??
    (await database().importEntry.findFirst({ where, select, orderBy }))
  return next?.id ?? null
}
