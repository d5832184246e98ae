import type { StoredValue } from '../projects/shown.ts'

/** A statement before it is kept: what a document says of a field, private words covered. */
export type StatementDraft = {
  field: string
  origin: 'FIELD' | 'RIVAL' | 'PROSE'
  state: 'READ' | 'EMPTY' | 'UNREADABLE'
  label: string | null
  raw: string
  value: StoredValue
  /** Kronor. */
  precision: number | null
  qualifier: string | null
  code: string | null
  /** UTF-16 offsets. */
  start: number
  end: number
  before: string
  after: string
}

/** A contact before it is kept. Private. */
export type ContactDraft = { name: string | null; email: string | null; phone: string | null }

export type WarningDraft = {
  code: string
  severity: string
  field: string | null
  sv: string
  en: string
  start: number
  end: number
}

/** What a project page says. */
export type PageDraft = {
  /** Every number that the page gives the project, the first one its address. */
  numbers: string[]
  name: string
  /** The owner's name and number, to find or make the organisation. */
  organisations: OrganisationDraft[]
  statements: StatementDraft[]
  contacts: ContactDraft[]
  warnings: WarningDraft[]
}

/** A name as the source has it, with its number where the source gives one. */
export type OrganisationDraft = { name: string; number: string | null }

export type ItemDraft = {
  key: string
  name: string
  applicants: string[]
  partners: string[]
  rejected: boolean
  statements: StatementDraft[]
  contacts: ContactDraft[]
  warnings: WarningDraft[]
}

export type DecisionDraft = {
  key: string
  slug: string
  heading: string
  publisher: string | null
  partnership: string | null
  region: string | null
  county: string | null
  fund: string | null
  /** ISO dates. */
  decisionDate: string | null
  statedDate: string | null
  statements: StatementDraft[]
  warnings: WarningDraft[]
  items: ItemDraft[]
}

/** What is kept of how a table was read: its sheet, and the headers of the columns that were. */
export type DocumentTable = {
  sheet: string | null
  rows: number
  columns: { number: number; header: string; target: string }[]
}

/** A file that has been read and can be brought into the registry. Everything but `bytes` and `text` may be shown. */
export type DocumentDraft = {
  file: string
  /** Hex. */
  sha256: string
  bytes: Uint8Array
  text: string
  publicText: string
  kind: 'PROJECT_PAGE' | 'DECISION_LIST' | 'OPERATION_LIST'
  layout: string
  mediaType: string
  encoding: string
  title: string
  publisher: string | null
  url: string | null
  /** ISO date. */
  fetchedOn: string | null
  sourceKey: string
  page: PageDraft | null
  decisions: DecisionDraft[]
  warnings: WarningDraft[]
  isSample: boolean
  /** Of a table: what tells how it was read, for its page. */
  table?: DocumentTable
  parserVersion: number
}

/** A document's public address: enough of its hash to be its own. */
export const slugOfHash = (sha256: string): string => sha256.slice(0, 12)
