import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { FileView } from '../files/view.ts'
import type { FieldType } from '../projects/fields.ts'
import type { StoredValue } from '../projects/shown.ts'
import type { DecisionReference } from '../projects/view.ts'
import type { CostBasis } from './kinds.ts'
import type { Missing } from './missing.ts'

/** Where what a follow-up says stands. */
export type FollowUpSource = {
  /** A web address, or the path of a document of the registry (lib/corrections/evidence-path.ts makes a link of it). */
  url: string | null
  /** The title of the registry's document, where the source is one. */
  title: string | null
  /** Where in the source: a page, a heading. */
  page: string | null
  /** The source's own words. */
  words: string | null
  file: FileView | null
}

/** Why a field says something else than what was published first. `by`: a role. `on`: an ISO day. */
export type FieldCorrection = { reason: string; evidence: string | null; by: string; on: string }

/** What a follow-up says of one field: kronor, people, an indicator's own unit, words, a code, an ISO day. */
export type Said = {
  value: StoredValue
  /** Kronor; 1 or null is exact. */
  precision: number | null
  qualifier: string | null
}

/** A field of a follow-up as pages show it; one without a value was found to be in no source. */
export type FollowUpField = Said & {
  /** lib/follow-up/fields.ts: `costs.eu`, `reached.women@unga`, `achieved`. */
  key: string
  type: FieldType
  /** Null where it shows what was published first. */
  correction: FieldCorrection | null
  /** What was published first, where a correction says something else. */
  stated: Said | null
}

/** A published follow-up. */
export type FollowUpView = {
  id: number
  kind: FollowUpKind
  /** ISO day. */
  asOf: string | null
  /** Invented, and to be called so. */
  isExample: boolean
  source: FollowUpSource
  comment: string | null
  /** In the order of its form; source, comment and day are not among them. */
  fields: FollowUpField[]
  /** Every correction that stands, of whatever field. */
  corrections: (FieldCorrection & { field: string })[]
}

/** One number that something says of a measure. Kronor, people, or an indicator's own unit. */
export type FigureView = {
  /** lib/follow-up/measures.ts; `budget` and `support` are what was promised. */
  measure: string
  value: number
  precision: number
  qualifier: string | null
  /** ISO day that it tells of; of a page, the day on which it was fetched. */
  asOf: string | null
  basis: CostBasis | null
  /** A follow-up, or a field of the project's (or the entry's) own page. */
  source: { kind: 'followUp'; id: number } | { kind: 'page'; field: string }
  correction: FieldCorrection | null
  /** What was published first, where a correction says something else. */
  stated: Said | null
  /** The measures that it was summed from, where its source does not say it itself: lib/follow-up/fold.ts. */
  derivedFrom: string[] | null
}

/** The number that is shown of a measure, with what else is said of it: lib/follow-up/fold.ts has the rule. */
export type OutcomeView = FigureView & {
  /** Of the same day, saying something else. */
  rivals: FigureView[]
  /** Of the same day, on another basis: reported beside approved. */
  apart: FigureView[]
  /** Of earlier days, newest first. */
  earlier: FigureView[]
  /** Sources disagree on it, or on what it was summed from. */
  isDisputed: boolean
}

/** A group of people or an indicator that figures are of. */
export type OutcomeRow = {
  /** As measures name it: `unga`, `CO01`. */
  key: string
  kind: 'group' | 'indicator'
  /** As its source names it; null for a common indicator, whose name is in lib/follow-up/indicators.ts. */
  name: string | null
  unit: string | null
  period: string | null
}

/** Everything that came of a project, or of an entry that no project belongs to. */
export type OutcomesView = {
  /** The earliest day first. */
  followUps: FollowUpView[]
  /** By measure. Of a project without follow-ups it holds what its page says. */
  outcomes: Readonly<Record<string, OutcomeView>>
  /** Groups as they were named first, indicators in the order of the regulations. */
  rows: OutcomeRow[]
  /** Decisions that events follow from, by slug. */
  decisions: Readonly<Record<string, DecisionReference>>
  /** What should be there and is not; null where nothing is missing. */
  missing: Missing | null
}

/** What a follow-up shows of a field; undefined where it says nothing. Pure. */
export const fieldIn = ({ fields }: FollowUpView, key: string): FollowUpField | undefined =>
  fields.find((field) => field.key === key)

/** The words, the code or the day that a follow-up shows of a field, or null. Pure. */
export function textIn(followUp: FollowUpView, key: string): string | null {
  const value = fieldIn(followUp, key)?.value
  return typeof value === 'string' ? value : null
}

/** Where a follow-up stands on its page: history and edit pages lead there. */
export const anchorOf = (id: number): string => `uppfoljning-${id}`
