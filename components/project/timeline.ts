import type { DecisionReference, ProjectView } from '../../lib/projects/view.ts'

export type TimelineEvent = {
  kind: 'decided' | 'started' | 'ends' | 'captured' | 'importedEvent'
  /** ISO. */
  on: string
  decision?: DecisionReference
  /** A document's slug. */
  document?: string
}

/** Decisions, start, end and captures of the sources, the earliest first. */
export function eventsOf({ items, fields, documents }: ProjectView): TimelineEvent[] {
  const decided = items.flatMap(({ decision }): TimelineEvent[] =>
    decision.decidedOn ? [{ kind: 'decided', on: decision.decidedOn, decision }] : [],
  )
  const captured = documents.map(
    ({ slug, fetchedOn, importedOn }): TimelineEvent =>
      fetchedOn
        ? { kind: 'captured', on: fetchedOn, document: slug }
        : { kind: 'importedEvent', on: importedOn.slice(0, 10), document: slug },
  )
  const own = [day('started', fields.startDate.value), day('ends', fields.endDate.value)].flat()
  return [...decided, ...own, ...captured].sort((a, b) => a.on.localeCompare(b.on))
}

const day = (kind: TimelineEvent['kind'], on: unknown): TimelineEvent[] =>
  typeof on === 'string' ? [{ kind, on }] : []
