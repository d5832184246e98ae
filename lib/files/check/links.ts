/** Schemes of links that a person follows: to pages, letters, calls, and files beside the document. */
const USUAL = new Set(['http', 'https', 'mailto', 'ftp', 'tel', 'file'])

/** Whether a link leads where links lead: it has a usual scheme or none. A single letter is a drive. Pure. */
export function isUsualLink(address: string): boolean {
  // Browsers leave out what a person does not see.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\0- ]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || scheme.length === 1 || USUAL.has(scheme)
}
