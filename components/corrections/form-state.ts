import type { ReactNode } from 'react'
import type { SentField } from '../../lib/corrections/form.ts'
import type { TypedText } from '../../lib/corrections/readers.ts'
import type { FoundProject } from '../../lib/projects/finder-text.ts'

type Option = { value: string; label: string }

/** What a value is typed into or chosen from. `none`: only the choices below it. */
export type Control =
  | { as: 'line'; isShort: boolean; hint: string | null }
  | { as: 'lines'; rows: number; hint: string | null }
  | { as: 'select'; options: Option[]; hint: string | null }
  | { as: 'finder'; hint: string | null }
  | { as: 'none'; hint: string | null }

/** Something that can be said of a field instead of typing. */
export type RowChoice = {
  value: string
  label: string
  /** The words that speak for it. */
  words?: ReactNode
}

/** A field of a record in the form: plain values, and words of sources that the server has rendered. */
export type Row = {
  field: string
  label: string
  /** The value that is shown now, or why there is none. */
  present: string
  typed: TypedText
  /** What stands in the box to begin with, where that is another: what a visitor suggests. */
  suggested?: string | null
  basis: string
  control: Control
  /** What an amount is of, or how partners are given. */
  kinds: { label: string; options: Option[] } | null
  roundings: { label: string; options: Option[] } | null
  choices: RowChoice[]
  /** The words of the value that is read. */
  source: ReactNode
  /** Corrections that stand. */
  notes: ReactNode
  /** Sources disagree, or one has changed since the correction. */
  isOpen: boolean
  /** No source has the field, and nobody has filled it in. */
  isAbsent: boolean
}

export type RowGroup = { id: string; title: string; rows: Row[] }

/** Two changed the same field: what it was, what the other made of it, and what was typed here. */
export type ConflictView = {
  basis: string
  was: string
  theirs: string
  /** Who made it so, when and why. */
  by: string
  mine: string
}

/** What a form that was not saved is answered with: what is wrong, and everything that was typed. */
export type CorrectionState = {
  /** What cannot be told by one field. */
  alerts: string[]
  /** By field; `reason` and `link` are the form's own. */
  errors: Readonly<Record<string, string>>
  sent: Readonly<Record<string, SentField>>
  conflicts: Readonly<Record<string, ConflictView>>
  why: { reason: string; link: string; document: string }
  /** What is unusual and has to be looked at first: its key, and a sentence to tick. */
  flags?: { key: string; text: string; isSeen: boolean }[]
  /** What a search for a project without script has found. */
  found?: FoundProject[]
} | null

export type CorrectionAction = (state: CorrectionState, form: FormData) => Promise<CorrectionState>

/** The words of the form, in the reader's language. */
export type FormTexts = Record<
  | 'wrong'
  | 'flagged'
  | 'source'
  | 'choose'
  | 'asInBox'
  | 'more'
  | 'conflict'
  | 'conflictWas'
  | 'conflictTheirs'
  | 'conflictMine'
  | 'keep'
  | 'keepMine'
  | 'keepTheirs'
  | 'why'
  | 'reason'
  | 'reasonHint'
  | 'link'
  | 'linkHint'
  | 'document'
  | 'noDocument'
  | 'save'
  | 'saveHint'
  | 'asked'
  | 'others'
  | 'othersHint'
  | 'absent'
  | 'open',
  string
>
