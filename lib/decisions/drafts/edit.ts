import {
  blankEntry,
  type DraftContent,
  type DraftEntry,
  ENTRY_KEYS,
  type EntryKey,
  isBlank,
  MOST_ENTRIES,
} from './schema.ts'

/** What is pasted, a row an entry: only the fields that its columns stand for. */
export type PastedEntry = Partial<Record<EntryKey, string>>

/** A draft after a change of its entries, and where to look: the entry that the change is about. */
export type Edited = { content: DraftContent; at: string | null; left: number }

const edited = (content: DraftContent, entries: DraftEntry[], at: string | null = null): Edited => ({
  content: { ...content, entries: entries.slice(0, MOST_ENTRIES) },
  at,
  left: Math.max(0, entries.length - MOST_ENTRIES),
})

/** Adds so many entries with nothing in them. Pure but for `newId`. */
export function addBlank(content: DraftContent, count: number, newId: () => string): Edited {
  const added = Array.from({ length: count }, () => blankEntry(newId()))
  return edited(content, [...content.entries, ...added], added[0]?.id ?? null)
}

export const removeEntry = (content: DraftContent, id: string): Edited => {
  const at = content.entries.findIndex((entry) => entry.id === id)
  const entries = content.entries.filter((entry) => entry.id !== id)
  return edited(content, entries, entries[Math.min(at, entries.length - 1)]?.id ?? null)
}

/** Puts an entry at a place among the others; where there is no room it is left, and none of them goes. Pure. */
export function insertEntry(content: DraftContent, entry: DraftEntry, at: number): Edited {
  if (content.entries.length >= MOST_ENTRIES) return { content, at: null, left: 1 }
  const entries = [...content.entries]
  entries.splice(at, 0, entry)
  return edited(content, entries, entry.id)
}

/** Moves an entry one place up or down; at the end of the list it stays. Pure. */
export function moveEntry(content: DraftContent, id: string, by: -1 | 1): Edited {
  const entries = [...content.entries]
  const from = entries.findIndex((entry) => entry.id === id)
  const to = from + by
  const [entry, other] = [entries[from], entries[to]]
  if (entry && other) {
    entries[from] = other
    entries[to] = entry
  }
  return edited(content, entries, id)
}

/** Adds pasted rows after the last entry that holds something. Those that find no room are counted in `left`. */
export function addPasted(content: DraftContent, rows: readonly PastedEntry[], newId: () => string): Edited {
  const last = content.entries.findLastIndex((entry) => !isBlank(entry))
  const added = rows.map((row) => ({ ...blankEntry(newId()), ...row }))
  return edited(content, [...content.entries.slice(0, last + 1), ...added], added[0]?.id ?? null)
}

/** The entries that so many pasted rows would be written over. Pure. */
export function entriesFrom({ entries }: DraftContent, id: string, count: number): string[] {
  const from = entries.findIndex((entry) => entry.id === id)
  return from < 0 ? [] : entries.slice(from, from + count).map((entry) => entry.id)
}

/**
 * Writes pasted rows over the entries from one on, field by field, and goes on in new ones where they end: as a
 * spreadsheet does. Fields that the rows don't name stay as they are. Pure but for `newId`.
 */
export function fillFrom(
  content: DraftContent,
  id: string,
  rows: readonly PastedEntry[],
  newId: () => string,
): Edited {
  const from = content.entries.findIndex((entry) => entry.id === id)
  if (from < 0) return edited(content, content.entries)
  const filled = rows.map((row, at) => ({ ...(content.entries[from + at] ?? blankEntry(newId())), ...row }))
  const entries = [...content.entries.slice(0, from), ...filled, ...content.entries.slice(from + rows.length)]
  return edited(content, entries, id)
}

/** Whether two drafts hold the same words. Pure. */
export const isSameDraft = (a: DraftContent, b: DraftContent): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = ({ entries, ...own }: DraftContent) => [
  Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)),
  entries.map((entry) => [entry.id, ...ENTRY_KEYS.map((key) => entry[key])]),
]
