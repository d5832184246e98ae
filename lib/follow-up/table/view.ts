import type { FollowUpKind } from '../../../prisma/generated/enums.ts'
import type { Page } from '../../paging.ts'
import type { ComparedRow, RowState } from './compare.ts'

export const TABLE_STATES = ['review', 'done', 'undone', 'cancelled'] as const
export type TableState = (typeof TABLE_STATES)[number]

/** A table that somebody has filled in. */
export type TableView = {
  id: number
  state: TableState
  fileName: string
  version: number
  at: Date
  by: string
  committedAt: Date | null
  undoneAt: Date | null
  undoneReason: string | null
}

/** A table that is looked through: one page of its rows, and how many there are of each state. */
export type ReviewView = {
  unknown: string[]
  counts: Record<RowState | 'moved' | 'all', number>
  /** Follow-ups that would become public now. */
  followUps: number
  rows: Page<ComparedRow>
  /** What the registry has moved to under the rows: sent along by whoever agrees to it. */
  movedTo: string
}

/** A follow-up that a table has brought. */
export type BroughtRow = {
  id: number
  kind: FollowUpKind
  asOf: string | null
  isPublic: boolean
  project: { slug: string; number: string; name: string } | null
  /** Corrections of it that stand. */
  corrections: number
}

export type DoneView = {
  rows: Page<BroughtRow>
  projects: number
  /** Follow-ups that are public still, and that somebody has taken back one by one. */
  isPublic: number
  withdrawn: number
  /** Corrections that stand, and the fields of them; the first fifty. */
  corrections: number
  corrected: { id: number; field: string; project: { slug: string; name: string } | null }[]
}
