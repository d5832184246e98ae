import type { DocumentDraft } from '../drafts.ts'
import type { EntryPlace } from './state.ts'

/** A draft's page and entries, in the order in which a review shows them. Pure. */
export function* entriesIn(draft: Pick<DocumentDraft, 'page' | 'decisions'>) {
  if (draft.page) yield { kind: 'page', place: { page: true }, page: draft.page } as const
  for (const [decision, own] of draft.decisions.entries())
    for (const [item, entry] of own.items.entries())
      yield { kind: 'entry', place: { decision, item }, decision: own, item: entry } as const
}
/** A place as a key. The database gives the parts of a place back in an order of its own, so it is never compared as JSON. */
export function placeKey(place: EntryPlace): string {
  if ('page' in place) return 'page'
  return 'row' in place ? `row ${place.row}` : `entry ${place.decision} ${place.item}`
}

export type DraftEntry = ReturnType<typeof entriesIn> extends Generator<infer Entry> ? Entry : never
