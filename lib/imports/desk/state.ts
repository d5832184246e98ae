import type { ImportState } from '../../../prisma/generated/enums.ts'
import type { RowProblem } from '../../tables/problems.ts'
import type { StatementDraft } from '../drafts.ts'

/** States in which the site works on an import by itself. */
export const WORKING = ['WAITING', 'READING', 'COMMITTING', 'UNDOING'] as const satisfies ImportState[]
/** States from which an import may be given up: nothing of it is in the registry. */
export const CANCELLABLE = [
  'WAITING',
  'READING',
  'MAPPING',
  'REVIEW',
  'COMMITTING',
  'FAILED',
] as const satisfies ImportState[]

export const isWorking = (state: ImportState): boolean => (WORKING as readonly ImportState[]).includes(state)
export const isCancellable = (state: ImportState): boolean =>
  (CANCELLABLE as readonly ImportState[]).includes(state)

/** How far the work of a state has come: `done` of so many of what the step counts. */
export type Progress = {
  step: 'reading' | 'comparing' | 'storing' | 'settling' | 'takingBack'
  done: number
  of: number
}

/** What an entry is to the registry. */
export const VERDICTS = ['new', 'matches', 'unchanged', 'changes', 'disagrees', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What a person decides of an entry: `accept` brings it in as the desk would, `project` to a project that the person names,
 * `new` makes a project of it, `skip` leaves it out.
 */
export const CHOICES = ['accept', 'project', 'new', 'skip'] as const
export type Choice = (typeof CHOICES)[number]
export const isChoice = (text: string): text is Choice => (CHOICES as readonly string[]).includes(text)

export type EntryKind = 'page' | 'entry' | 'row'

/** What becomes of a field. `kept`: a person's correction stands over what the source says now. */
export type Effect = 'new' | 'same' | 'changes' | 'disagrees' | 'kept' | 'aside'

type Value = Pick<StatementDraft, 'value' | 'code' | 'precision' | 'qualifier'>
/** What an entry says of a field, and what becomes of it. Private words are covered. */
export type EntryField = Value &
  Pick<StatementDraft, 'field' | 'state' | 'origin' | 'label' | 'raw' | 'start' | 'end'> & {
    effect: Effect
    /** What the registry shows now, where it shows anything. */
    now: (Value & { isCorrected: boolean }) | null
  }

/** Where an entry's words are in its file's draft: the page, or an entry of a decision; a table's row. */
export type EntryPlace = { page: true } | { decision: number; item: number } | RowPlace
/** A row with its text, private words covered, and what is wrong with it. */
export type RowPlace = { row: number; text: string; problems: RowProblem[] }

/** A warning as the review shows it. */
export type EntryWarning = {
  code: string
  severity: string
  field: string | null
  sv: string
  en: string
  start: number
}
