import type { Address } from '../../lib/paths.ts'

type Wanted = {
  /** The organisation to compare it with. */
  with?: string
  /** The merge to undo. */
  split?: number
  /** What was just done: the merge that was made or undone, the organisation that it was found not to be. */
  merged?: number
  divided?: number
  distinct?: string
  /** Part of a name to look for. */
  q?: string
}

/** The page on which an organisation is merged with another, or split. */
export function mergeAddress(slug: string, wanted: Wanted = {}): Address {
  const given = Object.entries(wanted).map(([key, value]) => [key, String(value)])
  const query = new URLSearchParams(given).toString()
  return { page: 'staff/merges', slug, query: query && `?${query}` }
}
