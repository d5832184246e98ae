import type { Description } from './description.ts'
import type { Reading, Sentence } from './reading.ts'
import type { Place, Words } from './source.ts'
import type { Organisation } from './values/organisation.ts'
import type { Warning } from './warnings.ts'

/** What a project page can say, by the keys of the registry, and the type of each value. */
export type ProjectFieldValues = {
  diaryNumber: string
  projectNumber: string
  name: string
  owner: Organisation
  ownerOrganisationNumber: string
  region: string
  /** People; 0 is a value. */
  plannedParticipants: number
  /** ISO dates, both included in the period. */
  startDate: string
  endDate: string
  /** Whole kronor. */
  totalBudget: number
  totalCosts: number
  grantedSupport: number
  contactName: string
  contactEmail: string
  contactPhone: string
  recipientPostalCode: string
  recipientCity: string
  recipientAddress: string
  recipientCountry: string
  programmeArea: string
  specificObjective: string
  /** A fraction: 0.5 is 50 %. */
  unionCofinancingRate: number
  interventionType: string
  country: string
  fund: string
  programmeCci: string
  programmingPeriod: string
  nuts2: string
  childPovertyTheme: boolean
  strategicImportance: boolean
  projectPhase: string
  callNumber: string
  evaluationReports: string
}
export type ProjectFieldKey = keyof ProjectFieldValues

/** The fields of a page; a key that is missing is a field that the page does not have. */
export type ProjectFields = { [Key in ProjectFieldKey]?: Reading<ProjectFieldValues[Key]> }

/** A label that the parser does not know, kept with its value. */
export type UnknownField = { label: string; labelPlace: Place; raw: string; place: Place }

/** A second value of a field on the same page. */
export type Rival = { key: ProjectFieldKey; reading: Reading<unknown> }

export type ProjectPage = {
  kind: 'esf-project-page'
  layout: string
  title: Words | null
  /** The number in the page's heading, whatever the labels say. */
  titleNumber: Words | null
  fields: ProjectFields
  /** Other values that the page gives for fields that it has already. */
  rivals: Rival[]
  unknownFields: UnknownField[]
  description: Description | null
  warnings: Warning[]
  /** Lines of the content that were read as nothing. */
  unread: Place[]
}

export type AmountKind = 'applied' | 'prioritised' | 'awarded' | 'unspecified'

/** Who applies: one organisation with its unit, or several together. */
export type Applicant = Organisation | { organisations: string[] }

/** A sum that stands beside the entry's amount, with the label it has. */
type LabelledAmount = { label: string; reading: Reading<number> }

export type Partners = {
  raw: string
  place: Place
  /** The names, where the text is a list of them. */
  names: string[] | null
  /** "med flera": the source says that there are more. */
  incomplete: boolean
}

/** One project on a decision list. */
export type DecisionItem = {
  name: Reading<string> | null
  applicant: Reading<Applicant> | null
  amount: Reading<number> | null
  amountKind: AmountKind | null
  /** The label that the amount stands by; empty where it stands by none. */
  amountLabel: string
  /** Other sums of the entry: what was applied for beside what was given. */
  otherAmounts: (LabelledAmount & { kind: AmountKind })[]
  /** `rejected` where the source says that the application got nothing. */
  outcome: 'rejected' | null
  /** The fund that the entry itself names, where it does. */
  fund: string | null
  partners: Partners | null
  /** How many partners the text says there are. */
  partnerCount: number | null
  /** Figures from the prose. */
  mentioned: { participants?: number; partnerCount?: number }
  municipalitiesMentioned: number | null
  contactName: Reading<string> | null
  contactEmail: Reading<string> | null
  contactPhone: Reading<string> | null
  coFinancing: LabelledAmount[]
  totalBudget: Reading<number> | null
  priorityAxis: Reading<string> | null
  startDate: Reading<string> | null
  endDate: Reading<string> | null
  projectNumber: Reading<string> | null
  unknownFields: UnknownField[]
  description: Description | null
  warnings: Warning[]
  /** The whole entry. */
  place: Place
}

/** Entries that share a heading: a date, a fund, a county. */
export type DecisionSection = {
  layout: string
  heading: Words | null
  fund: string | null
  county: string | null
  /** ISO; from the heading, or from the sentence that introduces the list. */
  decisionDate: string | null
  decisionDatePlace: Place | null
  /** ISO; the date in the sentence under a heading that has a date of its own. */
  statedGrantDate: string | null
  items: DecisionItem[]
  warnings: Warning[]
}

export type DecisionList = {
  kind: 'decision-list'
  title: Words | null
  publisher: string | null
  partnership: string | null
  sections: DecisionSection[]
  warnings: Warning[]
  unread: Place[]
}

/** Why a document is no source for the registry. */
export type Refusal = {
  kind: 'call-for-proposals' | 'empty' | 'unknown'
  refused: true
  reason: Sentence
}

export type ParsedDocument = ProjectPage | DecisionList | Refusal
