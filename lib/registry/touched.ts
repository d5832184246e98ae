/** What an import has added to, by id. */
export type Touched = {
  /** Their addresses. */
  documents: string[]
  projects: Map<number, { isNew: boolean }>
  items: Map<number, { isNew: boolean }>
  decisions: Map<number, { slug: string; isNew: boolean }>
  /** Organisations that were given a number. */
  numbered: { id: number; number: string | null }[]
  /** Organisations whose own page changed: a name, a merge. */
  organisations: Set<number>
  /** Numbers that another organisation may have now than before. */
  numbers: Set<string>
  /** What came of projects: published, corrected, withdrawn. */
  followUps: Set<number>
}

export const nothingTouched = (): Touched => ({
  documents: [],
  projects: new Map(),
  items: new Map(),
  decisions: new Map(),
  numbered: [],
  organisations: new Set(),
  numbers: new Set(),
  followUps: new Set(),
})

/** Notes a record, unless it is noted already: what is known of it first stays. */
export function touch<Noted>(noted: Map<number, Noted>, id: number, as: Noted) {
  if (!noted.has(id)) noted.set(id, as)
}
