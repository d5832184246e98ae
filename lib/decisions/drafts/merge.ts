import {
  blankEntry,
  DECISION_KEYS,
  type DecisionKey,
  type DraftContent,
  type DraftEntry,
  ENTRY_KEYS,
  type EntryKey,
} from './schema.ts'

/** What one form showed and sends: the decision's own fields, and the entries of the page that it showed. */
export type Part = Pick<DraftContent, DecisionKey | 'entries'>

/** A field that two people have written differently since both opened it. */
export type Conflict = {
  /** The entry; null for the decision itself. */
  entry: string | null
  field: DecisionKey | EntryKey
  base: string
  mine: string
  theirs: string
}

/** A field of the decision itself, or one of an entry. */
type Place = { entry: null; field: DecisionKey } | { entry: string; field: EntryKey }

export type Merged = {
  /** What can be kept at once: of a field in conflict theirs, which is kept already. */
  content: DraftContent
  conflicts: Conflict[]
  /** Fields of my form that say what I have not seen: others wrote in them since both began, and I did not. */
  tookIn: Place[]
  /** Entries that one has removed and the other changed: they stay. */
  kept: string[]
}

/**
 * Joins what I wrote with what is kept now, by what both began with. A field that one of us changed is as that one has
 * it; a field that both changed differently is a conflict. Entries that one removed and the other left alone are gone,
 * and the order is the kept one's, with my new entries after the one they followed. Pure.
 */
export function mergeDraft(base: Part, mine: Part, theirs: DraftContent): Merged {
  const conflicts: Conflict[] = []
  const tookIn: Place[] = []
  const kept: string[] = []
  const field = <Key extends DecisionKey | EntryKey>(
    entry: string | null,
    key: Key,
    texts: { base: string; mine: string; theirs: string },
  ): string => {
    const { base, mine, theirs } = texts
    if (mine === theirs) return theirs
    if (mine === base) {
      tookIn.push({ entry, field: key } as Place)
      return theirs
    }
    if (theirs === base) return mine
    conflicts.push({ entry, field: key, ...texts })
    return theirs
  }
  const own = DECISION_KEYS.map((key) => [
    key,
    field(null, key, { base: base[key], mine: mine[key], theirs: theirs[key] }),
  ])
  const entryOf = (id: string, b: DraftEntry, m: DraftEntry, t: DraftEntry): DraftEntry => ({
    ...t,
    ...Object.fromEntries(
      ENTRY_KEYS.map((key) => [key, field(id, key, { base: b[key], mine: m[key], theirs: t[key] })]),
    ),
  })
  const entries = mergeEntries(base.entries, mine.entries, theirs.entries, { entryOf, kept })
  return { content: { ...theirs, ...Object.fromEntries(own), entries }, conflicts, tookIn, kept }
}

type Join = {
  entryOf: (id: string, base: DraftEntry, mine: DraftEntry, theirs: DraftEntry) => DraftEntry
  kept: string[]
}

function mergeEntries(
  base: readonly DraftEntry[],
  mine: readonly DraftEntry[],
  theirs: readonly DraftEntry[],
  { entryOf, kept }: Join,
): DraftEntry[] {
  const [inBase, inMine] = [byId(base), byId(mine)]
  const merged = theirs.flatMap((their): DraftEntry[] => {
    const [before, own] = [inBase.get(their.id), inMine.get(their.id)]
    if (own) return [entryOf(their.id, before ?? blankEntry(their.id), own, their)]
    // Not in my form: of another page, or added by them, unless I was shown it and removed it.
    if (!before) return [their]
    if (isSame(before, their)) return []
    kept.push(their.id)
    return [their]
  })
  return withMine(merged, mine, (own) => {
    const before = inBase.get(own.id)
    // New, or removed by them. What they removed and I have changed stays.
    if (before && isSame(before, own)) return false
    if (before) kept.push(own.id)
    return true
  })
}

/** Puts entries that only my form has after the one that they follow in it; first, where all before them are gone. */
function withMine(
  merged: readonly DraftEntry[],
  mine: readonly DraftEntry[],
  stays: (own: DraftEntry) => boolean,
): DraftEntry[] {
  const joined = [...merged]
  for (const [at, own] of mine.entries()) {
    if (joined.some(({ id }) => id === own.id) || !stays(own)) continue
    const before = mine.slice(0, at).findLast(({ id }) => joined.some((entry) => entry.id === id))
    const place = before ? joined.findIndex(({ id }) => id === before.id) + 1 : 0
    joined.splice(place, 0, own)
  }
  return joined
}

const byId = (entries: readonly DraftEntry[]) => new Map(entries.map((entry) => [entry.id, entry]))

const isSame = (a: DraftEntry, b: DraftEntry): boolean => ENTRY_KEYS.every((key) => a[key] === b[key])

/** What is kept, with my words in the fields in conflict: what my form goes on showing until I choose. Pure. */
export function withOwnWords(content: DraftContent, conflicts: readonly Conflict[]): DraftContent {
  const own = (entry: string | null) =>
    Object.fromEntries(
      conflicts.filter((conflict) => conflict.entry === entry).map(({ field, mine }) => [field, mine]),
    )
  return {
    ...content,
    ...own(null),
    entries: content.entries.map((entry) => ({ ...entry, ...own(entry.id) })),
  }
}
