/** What became of a form, as its action answers; null before it was sent. All sentences are in the form's language. */
export type FormState = {
  /** Why it could not be done. */
  wrong?: string
  /** What was done. */
  done?: string
  /** What is wrong with a field, by its name. */
  errors?: Record<string, string>
  /** What was typed, by field, to fill the form with again. Never a password. */
  typed?: Record<string, string>
  /** An address to pass on, shown this once. */
  link?: { label: string; address: string }
  /** Recovery codes, shown this once. */
  codes?: { title: string; text: string; list: string[] }
} | null

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>
