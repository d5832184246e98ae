// How the form of a record is sent: for a field `f` the box `text.f`, with `kind.f` and `rounding.f` beside it where it has
// them; `was.f`, what stood there when the form was opened; `basis.f`, what that was; `as.f`, what else is said of the field;
// `keep.f`, whose value stands where two changed it.

export type InputPart = 'text' | 'kind' | 'rounding' | 'was' | 'basis' | 'as' | 'keep'
export const inputName = (part: InputPart, field: string): string => `${part}.${field}`

/** What can be said of a field instead of typing; and a value that a source has, by its statement. */
export const ACTS = ['reviewed', 'notStated', 'withdraw'] as const
export const saidChoice = (statement: number): string => `said:${statement}`

/** What is unusual, by its key, and was looked at. */
export const SEEN = 'seen'

/** The button that looks for a project instead of saving, where no script does. */
export const FIND = { name: 'act', value: 'find' }
/** What was chosen among the projects that it found. */
export const chosenName = (field: string): string => `${inputName('text', field)}.chosen`
