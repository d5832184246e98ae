import type { ParticipationRole } from '../../prisma/generated/enums.ts'
import type { OutcomeGroup } from '../follow-up/sums.ts'
import type { OutcomesView } from '../follow-up/view.ts'
import type { Derived } from './derived.ts'
import type { FieldType, ProjectField } from './fields.ts'
import type { StoredBlock, StoredValue } from './shown.ts'

/** A document as far as a reader needs it beside a value. */
export type DocumentReference = {
  /** Its address: /dokument/<slug>. */
  slug: string
  title: string
  kind: 'PROJECT_PAGE' | 'DECISION_LIST' | 'OPERATION_LIST'
  publisher: string | null
  url: string | null
  /** ISO dates; `fetchedOn` where it is known. */
  fetchedOn: string | null
  importedOn: string
  /** The newer capture of the same source. */
  replacedBy: string | null
}

/** What one document says of a field: the words, with some before and after them. Private words are covered. */
export type Saying = {
  id: number
  state: 'READ' | 'EMPTY' | 'UNREADABLE'
  origin: 'FIELD' | 'RIVAL' | 'PROSE'
  /** The label in the source where it is not the field's usual one. */
  label: string | null
  value: StoredValue
  /** Kronor; 1 is exact. */
  precision: number | null
  qualifier: string | null
  before: string
  words: string
  after: string
  /** UTF-16 offset in the document's text, or in its row's: lib/documents/place.ts has the address. */
  start: number
  /** The row of a table. */
  row: number | null
  document: DocumentReference
}

/** `corrected`, `reviewed`: a person has. `unreported`: the source's 0 means that nothing was reported. */
export type FieldState =
  | 'read'
  | 'corrected'
  | 'reviewed'
  | 'unreported'
  | 'empty'
  | 'unreadable'
  | 'notStated'
  | 'absent'

/** Whose field it is: a project's or a decision's slug, an entry's id. */
export type FieldOwner = { kind: 'project' | 'decision' | 'item'; key: string }

/** A field as a page shows it: one value, what says so, and what says otherwise. */
export type FieldView = {
  key: string
  type: FieldType
  state: FieldState
  value: StoredValue
  /** A standard code of the value: a region's NUTS 2 code. */
  code: string | null
  precision: number | null
  qualifier: string | null
  shown: Saying | null
  rivals: Saying[]
  agreeing: Saying[]
  /** Amounts of another kind. */
  apart: Saying[]
  older: Saying[]
  correction: {
    reason: string
    evidence: string | null
    by: string
    on: string
    sourceChanged: boolean
  } | null
  /** For telling that it is wrong; without one there is no way to: a state of the past. */
  owner?: FieldOwner | undefined
}

/** Who said something that no document says: why, and where it stands. */
export type ByHand = {
  reason: string
  /** A web address, or the path of a document of the registry. */
  evidence: string | null
  /** A role: "editor", "administrator". */
  by: string
  /** ISO. */
  on: string
}

export type OrganisationReference = { slug: string; name: string }
/** As a source names it; without a slug where nobody, or more than one, goes by the name. */
export type NamedOrganisation = OrganisationReference | { slug: null; name: string }

/** An amount of an entry, with what kind it is: what was applied for is no grant. */
export type ItemAmount = {
  kronor: number | null
  /** Kronor: the step to which it is rounded; 1 is exact. */
  precision: number
  kind: 'APPLIED' | 'PRIORITISED' | 'AWARDED' | 'UNSPECIFIED' | null
}

/** An entry on a decision list, as lists and the project's page show it. */
export type ItemView = {
  id: number
  name: string
  applicants: NamedOrganisation[]
  applicantUnit: string | null
  amount: ItemAmount
  rejected: boolean
  /** A newer version of its list does not have it, or an editor found that it is on no list. */
  isWithdrawn: boolean
  /** The editor's reason that it is on no list. */
  removed: ByHand | null
  /** No list has it: an editor added it. */
  byHand: ByHand | null
  partners: NamedOrganisation[]
  /** "med flera": the source says that there are more. */
  partnersOpen: boolean
  /** The partners as prose, where the source gives no list. */
  partnersText: string | null
  project: { slug: string; name: string; number: string } | null
  /** Why it is linked. */
  linkedBy: string | null
  description: StoredBlock[]
  fields: FieldView[]
  warnings: WarningView[]
}

export type WarningView = {
  code: string
  severity: 'error' | 'warning' | 'info'
  field: string | null
  sv: string
  en: string
  document: { slug: string; start: number }
  /** When an editor looked at it, an ISO day, and what there was to say. */
  lookedAt: { on: string; note: string | null } | null
}

export type DecisionReference = {
  slug: string
  heading: string
  fund: string | null
  region: string | null
  county: string | null
  partnership: string | null
  /** ISO. */
  decidedOn: string | null
}

export type ProjectView = {
  slug: string
  number: string
  /** Every number it goes by. */
  numbers: string[]
  name: string
  owner: OrganisationReference | null
  ownerUnit: string | null
  fields: Record<ProjectField, FieldView>
  derived: Derived
  description: StoredBlock[]
  /** What the sources say beside the fields, by labels that the registry does not know. */
  otherFields: Saying[]
  /** Entries on decision lists that led here. */
  items: (ItemView & { decision: DecisionReference })[]
  warnings: WarningView[]
  documents: DocumentReference[]
  similar: ProjectReference[]
  /** What was promised and what came of it. */
  followUp: OutcomesView
  /** ISO time of the last change. */
  updatedAt: string
}

/** A project in a list. */
export type ProjectReference = {
  slug: string
  number: string
  name: string
  owner: OrganisationReference | null
  region: string | null
  fund: string | null
  period: string | null
  startDate: string | null
  /** The end that its events give, else its page's: ISO. */
  endDate: string | null
  grantedSupport: number | null
}

export type DecisionView = DecisionReference & {
  publisher: string | null
  /** An editor added it, before any list told of it. */
  byHand: ByHand | null
  /** The date in the sentence under the heading, where it is another. */
  statedOn: string | null
  items: ItemView[]
  /** What came of entries that no project belongs to, by the entry's id. */
  followUps: Readonly<Record<number, OutcomesView>>
  documents: DocumentReference[]
  fields: FieldView[]
  warnings: WarningView[]
}

/** A decision in the list of decisions; sums only of one kind of amount at a time. */
export type DecisionRow = DecisionReference & {
  items: number
  linked: number
  sums: { kind: NonNullable<ItemAmount['kind']>; kronor: number; items: number; rounded: boolean }[]
}

export type OrganisationRow = OrganisationReference & {
  number: string | null
  /** Projects that it owns, and the support granted to them in kronor. */
  owned: number
  granted: number
  /** Entries on decision lists that it applied for, and was a partner in. */
  applied: number
  partner: number
}

/** An organisation that a person found to be the same as another. */
export type OrganisationAlias = OrganisationReference & {
  number: string | null
  /** ISO time. */
  since: string
  reason: string
  evidence: string | null
}

export type OrganisationView = OrganisationRow & {
  /** The slug of the one that it is merged into: everything else is told there. */
  movedTo: string | null
  /** Its own, and those of its aliases. `document`: where it was first read; null for one that an editor gave. */
  names: { name: string; document: { slug: string; title: string } | null }[]
  aliases: OrganisationAlias[]
  units: string[]
  projects: ProjectReference[]
  items: { role: Exclude<ParticipationRole, 'OWNER'>; item: ItemView; decision: DecisionReference }[]
  /** What the projects that it owns promised, and what came of them. */
  outcomes: OutcomeGroup
}

/** A document with what tells that it is the same. */
export type DocumentFile = DocumentReference & {
  /** Hex. */
  sha256: string
  byteLength: number
  mediaType: string
  parserVersion: number
  replaces: string | null
}

export type DocumentView = DocumentFile & {
  /** The whole text, private words covered. */
  text: string
  /** What was read, in the order of the text; they may lie within one another. */
  marks: {
    start: number
    end: number
    field: string
    state: Saying['state']
    /** Where the value is shown; null for a decision's own fields. */
    subject: { kind: 'project' | 'decision'; slug: string; name: string } | null
  }[]
  warnings: (WarningView & { start: number; end: number })[]
  /** The projects and decisions that it tells of. */
  projects: { slug: string; name: string }[]
  decisions: DecisionReference[]
}

/** Figures for the start page, all as of a moment. */
export type RegistryFigures = {
  /** ISO time of the last change. */
  asOf: string
  projects: number
  decisions: number
  documents: number
  organisations: number
  /** Kronor, and how many projects the sum is of. */
  granted: { kronor: number; projects: number }
  participants: { people: number; projects: number }
  byFund: { fund: string; projects: number; granted: number }[]
  byRegion: { region: string; projects: number; granted: number; participants: number }[]
  byYear: { year: number; projects: number; granted: number }[]
  running: number
  disagreements: number
}
