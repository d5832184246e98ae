/** What became of a form that was sent and not taken: why, and what was typed. */
export type MergeFormState = {
  alert: string
  errors: { stays?: string; reason?: string; evidence?: string; note?: string }
  values: { stays: string; reason: string; evidence: string; note: string }
} | null

export type MergeAction = (before: MergeFormState, form: FormData) => Promise<MergeFormState>
export type Hidden = Readonly<Record<string, string>>
