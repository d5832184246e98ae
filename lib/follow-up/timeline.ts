import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { DOCUMENT_TYPES, type DocumentType, EVENT_TYPES, type EventType } from './kinds.ts'
import { type FollowUpView, textIn } from './view.ts'

/** Something that came of a project, on a day. */
export type FollowUpMoment =
  | { is: 'event'; event: EventType; on: string; followUp: number; decision: string | null }
  | { is: 'document'; type: DocumentType; title: string; on: string; followUp: number }
  /** Figures or results in words were told of up to that day. */
  | {
      is: 'told'
      kind: Extract<FollowUpKind, 'COSTS' | 'PARTICIPANTS' | 'INDICATORS' | 'RESULTS'>
      on: string
      followUp: number
    }

/** What follow-ups tell, each on its day; one that has no day is on no timeline. Pure. */
export function momentsOf(followUps: readonly FollowUpView[]): FollowUpMoment[] {
  return followUps.flatMap((followUp): FollowUpMoment[] => {
    const { id, kind, asOf } = followUp
    if (asOf === null) return []
    const at = { on: asOf, followUp: id }
    if (kind === 'EVENT') {
      const event = EVENT_TYPES.find((known) => known === textIn(followUp, 'event'))
      return event ? [{ ...at, is: 'event', event, decision: textIn(followUp, 'decision') }] : []
    }
    if (kind !== 'DOCUMENT') return [{ ...at, is: 'told', kind }]
    const type = DOCUMENT_TYPES.find((known) => known === textIn(followUp, 'documentType')) ?? 'other'
    return [{ ...at, is: 'document', type, title: textIn(followUp, 'title') ?? '' }]
  })
}

/**
 * Sorts by day; what happened on the same day stays in the order in which it was given. Days are ISO and compared as they
 * are written: no clock of any zone moves them over a year's border. Pure.
 */
export const byDay = <Dated extends { on: string }>(moments: readonly Dated[]): Dated[] =>
  [...moments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
