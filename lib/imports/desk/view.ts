import type { ImportState } from '../../../prisma/generated/enums.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import type { Reason } from '../../matching/reasons.ts'
import type { ImportReport } from '../report.ts'
import type { UndoReport } from '../undo.ts'
import type { Choice, EntryField, EntryKind, EntryWarning, Progress, Verdict } from './state.ts'

/** An import as the list has it. Times are ISO. */
export type ImportRow = {
  id: number
  at: string
  /** Who: the role, and the name of the person, which staff see. */
  by: { actor: string; name: string | null }
  state: ImportState
  kind: string
  title: string
  progress: Progress | null
  problem: Sentence | null
  totals: Partial<ImportReport['totals']>
  files: number
  /** Entries in all, and those that nobody has decided on. */
  entries: number
  undecided: number
}

/** A file of an import. `reason`: why it is refused, where it is already, or which import it became. */
export type ImportFileView = {
  id: number
  name: string
  byteLength: number
  url: string | null
  fetchedOn: string | null
  isPasted: boolean
  outcome: 'waiting' | 'read' | 'refused' | 'here' | 'apart'
  reason: (Sentence & { slug?: string; title?: string; importId?: number }) | null
  entries: number
}

export type ImportView = ImportRow & {
  version: number
  committedAt: string | null
  undone: { at: string; reason: string; by: string | null } | null
  fileViews: ImportFileView[]
  /** How many entries there are of each verdict, and how many of those are undecided. */
  counts: Partial<Record<Verdict, { all: number; undecided: number }>>
  /** How many that nobody has decided on ask for no look. */
  safe: number
  skipped: number
  /** What it changed, once it is done. */
  report: Omit<ImportReport, 'changedTags'> | null
  /** What it took away, once it is taken back. */
  undoReport: UndoReport | null
}

export type EntryRow = {
  id: number
  position: number
  fileId: number
  kind: EntryKind
  name: string
  verdict: Verdict
  isSafe: boolean
  warnings: number
  choice: Choice | null
  hasMoved: boolean
}

/** A project that an entry may be. */
export type CandidateView = {
  id: number
  slug: string
  name: string
  number: string
  owner: string | null
  /** 0 to 1. */
  score: number
  verdict: 'certain' | 'likely' | 'possible'
  reasons: Reason[]
  against: Reason[]
}

/** An entry under review. */
export type EntryView = EntryRow & {
  version: number
  fields: EntryField[]
  warningViews: EntryWarning[]
  candidates: CandidateView[]
  /** The project that it is brought to if nobody says otherwise. */
  project: { id: number; slug: string; name: string; number: string } | null
  chosen: { id: number; slug: string; name: string; number: string } | null
  edits: Record<string, string>
  decided: { by: string | null; at: string } | null
  /** Contacts that it names; for staff. */
  contacts: { name: string | null; email: string | null; phone: string | null }[]
}

/** The source of an entry, with every reading of its file marked. Private words are covered. */
export type SourceView = {
  fileId: number
  title: string
  text: string
  marks: {
    field: string
    state: 'READ' | 'EMPTY' | 'UNREADABLE'
    start: number
    end: number
    entryId: number | null
  }[]
  warnings: { start: number; end: number }[]
}

/** A review's page: entries of a filter, one of them opened. */
export type ReviewView = {
  entries: EntryRow[]
  total: number
  page: number
  pages: number
  open: EntryView | null
  /** Of the opened entry's neighbours in the filter. */
  previous: number | null
  next: number | null
  source: SourceView | null
}
