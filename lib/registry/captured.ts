const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** A moment's day in Stockholm, as milliseconds of that calendar day in UTC: what days of capture are compared as. */
export const dayIn = (moment: Date): number => Date.parse(DAY.format(moment))

/** The day that a document was captured: fetched, where that is known, else imported. */
export const capturedOn = ({ fetchedAt, importedAt }: { fetchedAt: Date | null; importedAt: Date }): number =>
  fetchedAt?.getTime() ?? dayIn(importedAt)
