import { eventEndIn } from '../../lib/follow-up/missing.ts'
import { byDay, type FollowUpMoment, momentsOf } from '../../lib/follow-up/timeline.ts'
import type { DecisionReference, ProjectView } from '../../lib/projects/view.ts'

export type TimelineEvent =
  /** The call that it was applied for in: pages give its number, and no day. */
  | { kind: 'call'; on: null; number: string }
  | { kind: 'decided'; on: string; decision: DecisionReference }
  /** `endsByPage`: the end of the project's page, where a follow-up tells another. */
  | { kind: 'started' | 'ends' | 'endsByPage'; on: string }
  | { kind: 'followUp'; on: string; moment: FollowUpMoment }
  /** `document`: its slug. */
  | { kind: 'captured' | 'importedEvent'; on: string; document: string; title: string }
type Dated = Exclude<TimelineEvent, { kind: 'call' }>

/**
 * From call and decision to evaluation: decisions, start, end, what follow-ups tell, and captures of the sources. The earliest
 * first; on one day in this order.
 */
export function eventsOf({
  items,
  fields,
  documents,
  followUp,
}: Pick<ProjectView, 'items' | 'fields' | 'documents' | 'followUp'>): TimelineEvent[] {
  const decided = items.flatMap(({ decision }): Dated[] =>
    decision.decidedOn ? [{ kind: 'decided', on: decision.decidedOn, decision }] : [],
  )
  const moments = momentsOf(followUp.followUps)
  const reported = moments.map((moment): Dated => ({ kind: 'followUp', on: moment.on, moment }))
  const captured = documents.map(
    ({ slug, title, fetchedOn, importedOn }): Dated =>
      fetchedOn
        ? { kind: 'captured', on: fetchedOn, document: slug, title }
        : { kind: 'importedEvent', on: importedOn.slice(0, 10), document: slug, title },
  )
  const started = day('started', fields.startDate.value, moments, ['started'])
  const told = eventEndIn(followUp.followUps)
  const isOther = told !== null && told.on !== fields.endDate.value
  const ended = ['ended', 'endedEarly']
  const ends = [
    ...day(isOther ? 'endsByPage' : 'ends', fields.endDate.value, moments, ended),
    // A change is told on its own day, and not on the end that it gives.
    ...(isOther ? day('ends', told.on, moments, ended) : []),
  ]
  return [
    ...callOf(fields.callNumber.value, moments),
    ...byDay([...decided, ...started, ...reported, ...ends, ...captured]),
  ]
}

/** The call by its number, unless a document about the call is attached: that has a day. */
function callOf(number: unknown, moments: readonly FollowUpMoment[]): TimelineEvent[] {
  const isTold = moments.some((moment) => moment.is === 'document' && moment.type === 'call')
  return typeof number === 'string' && !isTold ? [{ kind: 'call', on: null, number }] : []
}

/** A day of the project's page, unless a follow-up tells of the same on the same day. */
function day(
  kind: 'started' | 'ends' | 'endsByPage',
  on: unknown,
  moments: readonly FollowUpMoment[],
  same: readonly string[],
): Dated[] {
  if (typeof on !== 'string') return []
  const isTold = moments.some(
    (moment) => moment.is === 'event' && moment.on === on && same.includes(moment.event),
  )
  return isTold ? [] : [{ kind, on }]
}
