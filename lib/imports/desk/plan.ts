import type { PageTarget } from '../store.ts'
import type { KeptDraft } from './reading.ts'
import type { Choice, EntryPlace } from './state.ts'

/** An entry with what somebody decided. */
export type DecidedEntry = {
  id: number
  fileId: number
  place: EntryPlace
  choice: Choice | null
  chosenProjectId: number | null
  /** By field, as typed. */
  edits: Record<string, string>
}

/** What of a file is brought in. `whole`: the draft with what is left out, which places are in. */
export type FilePlan<Draft extends KeptDraft = KeptDraft> = {
  draft: Draft
  target: PageTarget
  whole: KeptDraft
}

/** A file's draft without what is left out, or null where nothing is left of it. What nobody decided is left out. Pure. */
export function planOf(draft: KeptDraft, entries: readonly DecidedEntry[]): FilePlan | null {
  const chosen = entries.filter(({ choice }) => choice !== null && choice !== 'skip')
  const page = draft.page && chosen.find(({ place }) => 'page' in place)
  const isIn = (decision: number, item: number) =>
    chosen.some(({ place }) => 'item' in place && place.decision === decision && place.item === item)
  const decisions = draft.decisions
    .map((own, decision) => ({ ...own, items: own.items.filter((_, item) => isIn(decision, item)) }))
    .filter(({ items }) => items.length > 0)
  if (!page && decisions.length === 0) return null
  return {
    draft: { ...draft, page: page ? draft.page : null, decisions },
    target: targetOf(page || undefined),
    whole: draft,
  }
}

function targetOf(page: DecidedEntry | undefined): PageTarget {
  if (page?.choice === 'new') return 'new'
  return page?.choice === 'project' && page.chosenProjectId !== null ? page.chosenProjectId : 'found'
}
