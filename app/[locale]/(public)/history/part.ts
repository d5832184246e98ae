/** What follows a history in an address: `p2` is its second page, `17` the record as it was after the 17th change of the registry. */
export type Part = { kind: 'page'; page: number } | { kind: 'revision'; revision: number }

/** Reads the last part of an address; null where it is neither. The first page has the address without it. */
export function readPart(text: string): Part | null {
  const [, letter, digits] = /^(p?)([1-9]\d{0,8})$/.exec(text) ?? []
  if (digits === undefined) return null
  const number = Number(digits)
  if (!letter) return { kind: 'revision', revision: number }
  return number > 1 ? { kind: 'page', page: number } : null
}
