/** What the form of a table's mapping is answered with: what is wrong or was done, and what was filled in. */
export type MappingState = {
  /** Counts answers: the controls begin anew with each, with what was filled in. */
  answer: number
  /** Sentences about all of it; none where something was done. */
  alerts: readonly Alert[]
  done: string | null
  /** By the name of the control. */
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** What the next try is made over: the import's version as the answer knew it. */
  version: number
} | null
export type MappingAction = (before: MappingState, form: FormData) => Promise<MappingState>

/** A sentence, and the control that it is about. */
type Alert = { text: string; control?: string }

/** The buttons of the form. */
export const ACT = 'act'
export type Act = 'reread' | 'confirm' | 'apply' | 'save'

type Option = { value: string; label: string }
/** A control: one of several options, or a line of text where there are none. */
export type Control = {
  name: string
  label: string
  value: string
  options?: readonly Option[]
  hint?: string | undefined
  /** A number is asked for. */
  isNumber?: boolean
  /** Letters at most. */
  length?: number
}

/** A column as the form shows it. */
export type ColumnControls = {
  number: number
  /** "Kolumn 3". */
  title: string
  header: string
  about: string
  examples: readonly string[]
  target: Control
  format: readonly Control[]
  /** What speaks for how the values are written. */
  formatReasons: readonly string[]
  zero: { name: string; label: string; isTicked: boolean }
}

export type OptionGroup = { label: string; options: readonly Option[] }
