// How the two sides of a review name what they lead to. Marks in the source have the ids that lib-wide links to sources
// have: see components/documents/marked-text.ts.

/** The words that something was read from. */
export const markId = (start: number): string => `p${start}`
/** A field of the opened entry, by its place among them. */
export const fieldId = (at: number): string => `uppgift-${at}`
export const SOURCE = 'kallan'
export const ENTRIES = 'poster'
export const ENTRY = 'posten'
/** What scrolls. */
export const SOURCE_BOX = 'kallans-text'
