/** Drafts that are being written, that became public, that were set aside. */
export const DRAFT_STATES = ['open', 'published', 'discarded'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** A draft as the list shows it. `heading` may be empty. */
export type DraftRow = {
  id: number
  heading: string
  decisionDate: string
  entries: number
  begunBy: string
  updatedBy: string
  updatedAt: Date
  /** The public decision that it became, or adds to. */
  decision: { slug: string; heading: string } | null
}
