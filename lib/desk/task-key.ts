/** A field of a record that waits for a person. An item is an entry of a decision. */
export type FieldTaskKey = { kind: 'project' | 'item'; id: number; field: string }

const LETTERS = { project: 'p', item: 'e' } as const

/** How an address names it: `p17-plannedParticipants`, `e9-amount`. */
export const keyText = ({ kind, id, field }: FieldTaskKey): string => `${LETTERS[kind]}${id}-${field}`

/** Reads what `keyText` writes; null for anything else. */
export function readKey(text: string): FieldTaskKey | null {
  const [, letter, id = '', field = ''] = /^([pe])([1-9]\d{0,8})-([a-zA-Z0-9]{1,40})$/.exec(text) ?? []
  if (!letter) return null
  return { kind: letter === 'p' ? 'project' : 'item', id: Number(id), field }
}

/** The id of a record in an address; null for anything else. */
export const readId = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)
