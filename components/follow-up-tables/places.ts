// What parts of a review are called on its page.

/** A row, as the file counts it. */
export const rowId = (row: number): string => `rad-${row}`
/** The part with all rows. */
export const ROWS = 'rader'
