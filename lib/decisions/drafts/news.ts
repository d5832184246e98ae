import { z } from 'zod'
import type { Merged, Part } from './merge.ts'
import { DECISION_KEYS, type DraftContent, DraftEntry, ENTRY_KEYS, isBlank, MOST_ENTRIES } from './schema.ts'

// What others write in a draft while somebody has its form open. The form holds one page of entries and sees what is new there
// field by field; of the other pages it holds a mark for each entry, which tells that one is new, changed, gone or moved.

const EntryId = DraftEntry.shape.id

/** What a form has seen of the entries of all pages, in their order: of each its id and a mark of its words. */
export const Marks = z.array(z.tuple([EntryId, z.string().max(8)])).max(MOST_ENTRIES)
export type Marks = z.infer<typeof Marks>

/** What others wrote since a form was opened, and no answer has told of. */
export const News = z.object({
  /** Of the decision itself. */
  fields: z.array(z.enum(DECISION_KEYS)).max(DECISION_KEYS.length),
  /** Entries that are new or changed; where the form had them on its page, in which fields. */
  entries: z
    .array(z.object({ id: EntryId, fields: z.array(z.enum(ENTRY_KEYS)).max(ENTRY_KEYS.length) }))
    .max(MOST_ENTRIES * 2),
  /** How many entries were removed. */
  gone: z.number().int().min(0),
  /** Whether entries stand in another order. */
  isMoved: z.boolean(),
})
export type News = z.infer<typeof News>

export const NOTHING_NEW: News = { fields: [], entries: [], gone: 0, isMoved: false }

export const isNews = ({ fields, entries, gone, isMoved }: News): boolean =>
  fields.length > 0 || entries.length > 0 || gone > 0 || isMoved

/** Marks of entries. That of one with nothing in it is empty: nothing of it is published. Pure. */
export const marksOf = (entries: readonly DraftEntry[]): Marks =>
  entries.map((entry) => [entry.id, markOf(entry)])

/** FNV-1a of 32 bits: forms run in browsers, where there is no hash that answers at once. */
function markOf(entry: DraftEntry): string {
  if (isBlank(entry)) return ''
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(ENTRY_KEYS.map((key) => entry[key])))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What is new in `theirs`, which is kept now, to a form that showed `base` and has seen `seen`. Pure. */
export function newsIn(
  { base, seen }: { base: Part; seen: Marks },
  theirs: DraftContent,
  { content, tookIn, kept }: Merged,
): News {
  const marks = new Map(seen)
  const [onPage, staying] = [base.entries, content.entries].map((all) => new Set(all.map(({ id }) => id)))
  const isNothing = (entry: DraftEntry) => isBlank(entry) && !marks.get(entry.id)
  const changed = content.entries.flatMap((entry) => {
    const fields = tookIn.flatMap((one) => (one.entry === entry.id ? one.field : []))
    return fields.length > 0 && !isNothing(entry) ? [{ id: entry.id, fields }] : []
  })
  const elsewhere = theirs.entries.filter(
    (entry) => !onPage?.has(entry.id) && !isNothing(entry) && markOf(entry) !== marks.get(entry.id),
  )
  const unseen = [...elsewhere.map(({ id }) => id), ...kept]
  return joinNews(
    {
      fields: tookIn.flatMap((one) => (one.entry === null ? one.field : [])),
      entries: changed,
      gone: seen.filter(([id, mark]) => mark !== '' && !staying?.has(id)).length,
      isMoved: isMoved(seen, theirs.entries),
    },
    { ...NOTHING_NEW, entries: unseen.map((id) => ({ id, fields: [] })) },
  )
}

/** Whether entries that were seen and are still there follow each other otherwise. Blank ones are no matter. */
function isMoved(seen: Marks, entries: readonly DraftEntry[]): boolean {
  const there = new Set(entries.filter((entry) => !isBlank(entry)).map(({ id }) => id))
  const before = seen.flatMap(([id, mark]) => (mark !== '' && there.has(id) ? id : []))
  const known = new Set(before)
  const now = entries.flatMap(({ id }) => (known.has(id) ? id : []))
  return before.some((id, at) => id !== now[at])
}

/** What was new before and what has become so since, each place once. Pure. */
export function joinNews(before: News, since: News): News {
  const all = [...before.entries, ...since.entries]
  const byEntry = Map.groupBy(all, ({ id }) => id)
  return {
    fields: [...new Set([...before.fields, ...since.fields])],
    entries: [...byEntry].map(([id, some]) => ({
      id,
      fields: [...new Set(some.flatMap(({ fields }) => fields))],
    })),
    gone: before.gone + since.gone,
    isMoved: before.isMoved || since.isMoved,
  }
}
