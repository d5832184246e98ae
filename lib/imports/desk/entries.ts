import type { DocumentDraft } from '../drafts.ts'

/** A draft's page and entries, in the order in which a review shows them. Pure. */
export function* entriesIn(draft: Pick<DocumentDraft, 'page' | 'decisions'>) {
  if (draft.page) yield { kind: 'page', place: { page: true }, page: draft.page } as const
  for (const [decision, own] of draft.decisions.entries())
    for (const [item, entry] of own.items.entries())
      yield { kind: 'entry', place: { decision, item }, decision: own, item: entry } as const
}
export type DraftEntry = ReturnType<typeof entriesIn> extends Generator<infer Entry> ? Entry : never
