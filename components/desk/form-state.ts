/** What a form of the desk is answered with: what to say, and what was typed. */
export type DeskFormState = {
  /** Sentences; none before the form was sent. */
  problems: readonly { field: string | null; text: string }[]
  values: Readonly<Record<string, string>>
  /** What the next try is made over, where somebody else was first. */
  basis?: string
}
export type DeskAction = (state: DeskFormState, form: FormData) => Promise<DeskFormState>

export const NOTHING_SENT: DeskFormState = { problems: [], values: {} }
