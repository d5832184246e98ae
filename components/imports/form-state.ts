import type { FoundProject } from '../../lib/projects/finder-text.ts'

/** What became of a button that does something to a whole import: why it was not done. */
export type ActState = {
  alert: string
  /** As it was typed, where one is asked for. */
  reason: string
  /** It is the reason that is wrong. */
  isReasonWrong: boolean
} | null
export type ActAction = (before: ActState, form: FormData) => Promise<ActState>

/** What the form of an entry is answered with: what is wrong, and what was typed. */
export type EntryState = {
  /** Counts answers: the controls begin anew with each, with what was typed. */
  answer: number
  /** A sentence about all of it. */
  alert: string | null
  /** By the name of the control. */
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** What the next try is made over, where somebody else was first. */
  version?: number
  /** What a search without JavaScript has found. */
  found?: readonly FoundProject[]
} | null
export type EntryAction = (before: EntryState, form: FormData) => Promise<EntryState>

// How the form of an entry is sent: `choice`, `project` with what names one, and for a field `f` that can be given another
// value `edit.f`, with `was.f`, what the source says, in the same words.
export const editName = (field: string): string => `edit.${field}`
export const wasName = (field: string): string => `was.${field}`
/** A candidate as the choice that names it, and back. */
export const candidateChoice = (id: number): string => `p-${id}`
export const candidateIn = (choice: string): string | undefined => /^p-([1-9]\d{0,8})$/.exec(choice)?.[1]
/** The choice of a project that is named in words. */
export const OTHER_PROJECT = 'other'
/** The button that looks for a project, where no script does. */
export const FIND = { name: 'act', value: 'find' }
