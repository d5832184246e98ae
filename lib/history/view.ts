import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { AccountEventRow } from '../auth/view.ts'
import type { SubjectKind } from '../corrections/fields.ts'
import type { TracedValue } from '../projects/fold.ts'
import type { Actor, FieldAction } from './actions.ts'

/** A record that has a history. An entry's is its decision's. */
const HISTORIES = ['projects', 'decisions', 'organisations'] as const
export type HistoryOf = (typeof HISTORIES)[number]
export const isHistoryOf = (name: string): name is HistoryOf =>
  (HISTORIES as readonly string[]).includes(name)

/**
 * What a change is about. `slug` is of the page; an entry's is its decision's, and `of` its decision's heading. A follow-up's
 * is its project's or its entry's decision's, as `page` says.
 */
export type SubjectView = {
  kind: SubjectKind
  slug: string
  name: string
  of: string | null
  /** Of a follow-up: its kind, the day that it tells of (ISO), and which page it stands on. */
  followUp?: { id: number; kind: FollowUpKind; asOf: string | null; page: 'projects' | 'decisions' }
}
/** A record that a change names besides the one that it is about. */
export type NamedRecord = { slug: string; name: string }

/** A value as the trace keeps it; of a link, the project that it leads to instead of its id. */
export type TracedView = TracedValue | null

export type EventView =
  | { action: 'created' | 'published' | 'attached'; fields: { field: string; value: TracedValue }[] }
  | { action: 'detached' }
  | { action: FieldAction; field: string; from: TracedView; to: TracedView }
  | { action: 'linked'; project: NamedRecord | null; why: string | null }
  | { action: 'unlinked'; project: NamedRecord | null }
  /** A person's word on an entry's project, or on its place on the list. */
  | {
      action: 'linkCorrected'
      how: 'corrected' | 'notStated' | 'withdrawn'
      from: NamedRecord | null
      to: NamedRecord | null
    }
  | { action: 'membership'; how: 'field' | 'notStated' | 'withdrawn'; inForce: boolean }
  | { action: 'named'; name: string }
  /** The one that became part of the other, or was parted from it. */
  | { action: 'merged' | 'split' | 'distinct'; part: NamedRecord | null; whole: NamedRecord | null }
  | { action: 'lookedAt' | 'lookAgain'; warning: { sv: string; en: string } | null }
  | { action: 'reportAccepted' | 'reportDeclined' | 'reportAsked' | 'reportAnswered' }
  | { action: 'takenBack' }
  /** Many alike that were made in one go. */
  | {
      action: 'many'
      of: 'created' | 'linked' | 'named' | 'lookedAt' | 'lookAgain' | 'takenBack' | 'attached' | 'detached'
      count: number
      names: string[]
    }
  /** An import with all that it brought, where single records would be too many. */
  | { action: 'imported'; totals: ImportTotals }
  | { action: 'other' }

export type ImportTotals = {
  documents: number
  projectsNew: number
  projectsChanged: number
  decisionsNew: number
  itemsNew: number
}

/** One change, with everything that the public is told of it. */
export type ChangeView = {
  /** Tells changes apart, in addresses of parts of pages and in feeds. */
  id: string
  /** ISO. */
  at: string
  revision: number
  /** `name` where the person agrees to be named. */
  who: { actor: Actor | 'other'; name: string | null }
  subject: SubjectView | null
  event: EventView
  reason: string | null
  evidence: string | null
  /** It followed when documents were brought in. */
  byImport: boolean
  /** Those that tell of the subject; `moreDocuments` is how many there are beyond them. */
  documents: NamedRecord[]
  moreDocuments: number
  /** A visitor had reported it. */
  isReported: boolean
  /** There is a state of the subject's record as it was after this change. */
  hasState: boolean
}

/** The changes of a record, newest first. */
export type HistoryView = {
  of: HistoryOf
  record: NamedRecord
  changes: ChangeView[]
  total: number
  page: number
  pages: number
}

/** The newest changes of the whole registry. */
export type RecentView = { changes: ChangeView[]; page: number; hasMore: boolean }

/** A record as it was after some change. */
export type EarlierView = {
  of: HistoryOf
  record: NamedRecord
  revision: number
  /** ISO. */
  at: string
  /** The revisions of the changes before and after it. */
  before: number | null
  next: number | null
  /** Of the codes in `fields`. */
  period: string | null
  fields: ComparedField[]
  /** A decision's entries that were there, and the names of those that came later. */
  entries: EarlierEntry[]
  later: string[]
  /** An organisation's: the one that it was merged into. */
  mergedInto: NamedRecord | null
}
export type EarlierEntry = {
  name: string
  fields: ComparedField[]
  project: { was: NamedRecord | null; is: NamedRecord | null }
  /** Whether it was on a list, and is. */
  inForce: { was: boolean; is: boolean }
}
export type ComparedField = { field: string; was: TracedView; is: TracedView }

/** A page of the log; `older` is where the next begins. */
export type AuditView = {
  changes: ChangeView[]
  older: number | null
  /** There is no such record as was asked for. */
  isRecordMissing: boolean
}

/** A page of the log of accounts. */
export type AccountLogView = { events: AccountLogRow[]; older: number | null }
export type AccountLogRow = AccountEventRow & { account: { name: string; email: string } }

/** Somebody of the staff, to choose among. */
export type Colleague = { id: number; name: string }
