import type { ReportStatus } from '../../prisma/generated/enums.ts'
import type { Subject } from '../corrections/fields.ts'
import type { Address } from '../paths.ts'
import type { FieldView } from '../projects/view.ts'
import type { About, AboutKind } from './about.ts'
import type { Pile } from './params.ts'

/** The columns of a report that name its record. */
export type ReportColumns = {
  projectId?: number
  decisionId?: number
  itemId?: number
  organisationId?: number
  documentId?: number
}

/** A record as a report names it. */
export type ReportedRecord = {
  kind: Exclude<AboutKind, 'page'>
  key: string
  name: string
  /** A project's, as people cite it. */
  number: string | null
  columns: ReportColumns
  /** For corrections; a document has none. */
  subject: Subject | null
  /** Its public page. */
  address: Address
  /** Where an editor corrects it. */
  editing: Address | null
  /** Whose codes its values are written in. */
  period: string | null
}

/** What a report is about, with what the registry shows of it now. */
export type ReportSubject = {
  about: About
  /** Null for a page that shows none. */
  record: ReportedRecord | null
  /** The fields that can be told of, as they stand now; without the words of sources, but for `field`. */
  fields: FieldView[]
  /** The one that is pointed at, with all that sources say of it. */
  field: FieldView | null
}

/** A report in a list. */
export type ReportRow = {
  id: number
  status: ReportStatus
  at: Date
  handledAt: Date | null
  record: ReportedRecord | null
  /** A path of the site; empty for the site as a whole. */
  page: string
  field: string | null
  suggestion: string
}
export type ReportCounts = Record<Pile, number>

/** What was said of a report. `by` is a name that the staff alone may see. */
export type Message = { id: number; by: string | null; isStaff: boolean; text: string; at: Date }

/** A report as the staff reads it. */
export type ReportView = ReportRow & {
  version: number
  /** What the page showed when the report was sent. */
  shown: string | null
  whereItStands: string | null
  /** Whether there is an e-mail to tell: the address itself is nobody's business. */
  hasEmail: boolean
  handledBy: string | null
  messages: Message[]
  /** The record as it stands now; null for a page that shows none, or a record that is gone. */
  subject: ReportSubject | null
  /** What was corrected after it; null where nothing was. */
  corrected: ReportedRecord | null
  /** The next one that waits. */
  next: number | null
}

/** A report as its reporter follows it: nobody of the staff has a name here. */
export type FollowedReport = Omit<ReportRow, 'id'> & {
  shown: string | null
  whereItStands: string | null
  hasEmail: boolean
  messages: Omit<Message, 'by'>[]
  corrected: ReportedRecord | null
}
