import type { OutcomesView, OutcomeView } from '../follow-up/view.ts'
import type { FieldType } from '../projects/fields.ts'
import type { StoredValue } from '../projects/shown.ts'
import type { DocumentReference, FieldView, OrganisationReference, Saying } from '../projects/view.ts'
import type { LikelyProject } from './likely.ts'
import type { OutcomeTaskKey, TaskKey } from './task-key.ts'

/** A record that a thing on the desk is about, with what its addresses are made of. */
export type DeskRecord =
  | { kind: 'project'; id: number; slug: string; name: string; number: string }
  | { kind: 'item'; id: number; slug: string; name: string; heading: string }
  | { kind: 'decision'; id: number; slug: string; name: string }
  | { kind: 'organisation'; id: number; slug: string; name: string }
  | { kind: 'document'; slug: string; name: string }

/** A value as lists write it. */
export type Said = {
  value: StoredValue
  code: string | null
  precision: number | null
  qualifier: string | null
  /** The source's words, where there are any. */
  words: string | null
}

/** A field that waits for a person, in a list. */
export type FieldTask = {
  key: TaskKey
  record: DeskRecord
  type: FieldType
  /** The period that codes are read in. */
  period: string | null
  shown: Said
  /** What other sources say; of a changed source, what it says now. */
  others: Said[]
}

/** What a form is filled in over, and what can be done. */
type Open = {
  record: DeskRecord
  field: FieldView
  period: string | null
  /** See lib/corrections/basis.ts; null where the queue has it no more. */
  basis: string
}

/** A field that sources say different things of. */
export type DisagreementView = Open & {
  /** Still waits: nobody has corrected it meanwhile, and sources still differ. */
  isOpen: boolean
  /** Each of the words that a correction can take its value from. */
  choices: Saying[]
}

/** What published sources say differently of what came of a project. */
export type OutcomeDisagreementView = {
  key: OutcomeTaskKey
  record: DeskRecord
  /** The figure that is shown, with those that say something else; null where nobody says any, or any longer. */
  outcome: OutcomeView | null
  /** Where each of them stands. */
  view: Pick<OutcomesView, 'followUps' | 'rows'>
  /** What a form is filled in over: other figures have another. */
  basis: string
  isOpen: boolean
}

/** A field whose source says something else than when it was corrected. */
export type ChangeView = Open & {
  isOpen: boolean
  /** The words that the corrector saw; null where no source said anything. */
  before: Saying | null
  /** What the source says now; null where none says anything any more. */
  now: Saying | null
  /** Whether the correction is a value of its own, or says something of the source's. */
  correctionKind: 'VALUE' | 'REVIEWED' | 'NOT_STATED'
}

export type WarningTask = {
  id: number
  code: string
  severity: 'error' | 'warning' | 'info'
  field: string | null
  sv: string
  en: string
  record: DeskRecord
}

export type WarningTaskView = WarningTask & {
  document: DocumentReference
  /** Where the words stand: /dokument/<slug>#p<start>. */
  start: number
  /** The words, and what stands around them. Private words are covered. */
  before: string
  words: string
  after: string
  /** Others of the same kind on the same record that wait as well. */
  alike: number[]
  /** Whether it was looked at meanwhile. */
  lookedAt: { on: string; note: string | null } | null
}

/** An entry that no project is linked to, in a list. */
export type UnlinkedTask = {
  id: number
  name: string
  number: string | null
  applicants: OrganisationReference[]
  amount: { kronor: number | null; precision: number; kind: string | null }
  decision: { slug: string; heading: string; region: string | null; decidedOn: string | null }
}

/** The things before and after one in its queue, as addresses name them. */
export type Neighbours = { previous: string | null; next: string | null }

/** An entry with everything that is needed to find its project. */
export type UnlinkedView = UnlinkedTask & {
  record: DeskRecord
  /** See lib/corrections/basis.ts. */
  basis: string
  isOpen: boolean
  rejected: boolean
  /** Running text, as the source has it. */
  description: string
  /** Projects that it may have led to, or that were searched for, each with what speaks for it. */
  projects: LikelyProject[]
}

/** What somebody has just done on the desk, and whether one press can undo it. */
export type Notice = {
  what:
    | 'corrected'
    | 'reviewed'
    | 'asPublished'
    | 'notStated'
    | 'withdrawn'
    | 'linked'
    | 'noProject'
    | 'lookedAt'
  /** The record's name, and the field where there is one. */
  name: string
  field: string | null
  /** How many warnings. */
  count: number
  /** What the undo is asked for by; null where there is nothing to undo any more. */
  undo: string | null
}

/** A record that the desk's finder found. */
export type Found = {
  record: DeskRecord
  note: string | null
  /** How many of its fields sources disagree on, and where the first of them is decided. */
  disagreements: number
  firstOpen: string | null
}
