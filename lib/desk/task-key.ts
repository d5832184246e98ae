import { isMeasure } from '../follow-up/measures.ts'

/** A field of a record that waits for a person. An item is an entry of a decision. */
export type FieldTaskKey = { kind: 'project' | 'item'; id: number; field: string }
/** What came of a project, by its id and the measure: lib/follow-up/measures.ts. */
export type OutcomeTaskKey = { kind: 'outcome'; id: number; field: string }
export type TaskKey = FieldTaskKey | OutcomeTaskKey

const LETTERS = { project: 'p', item: 'e', outcome: 'u' } as const

/** How an address names it: `p17-plannedParticipants`, `e9-amount`, `u17-actual_women_CO05`. */
export const keyText = ({ kind, id, field }: TaskKey): string =>
  `${LETTERS[kind]}${id}-${field.replace(/[.@]/g, '_')}`

/** Reads what `keyText` writes of an outcome; null for anything else. */
export function readOutcomeKey(text: string): OutcomeTaskKey | null {
  const [, id = '', name = '', part, row] =
    /^u([1-9]\d{0,8})-([a-z]{1,40})(?:_([a-zA-Z]{1,40})(?:_([A-Za-z0-9-]{1,80}))?)?$/.exec(text) ?? []
  const field = `${name}${part ? `.${part}` : ''}${row ? `@${row}` : ''}`
  return isMeasure(field) ? { kind: 'outcome', id: Number(id), field } : null
}

/** Reads what `keyText` writes; null for anything else. */
export function readKey(text: string): FieldTaskKey | null {
  const [, letter, id = '', field = ''] = /^([pe])([1-9]\d{0,8})-([a-zA-Z0-9]{1,40})$/.exec(text) ?? []
  if (!letter) return null
  return { kind: letter === 'p' ? 'project' : 'item', id: Number(id), field }
}

/** The id of a record in an address; null for anything else. */
export const readId = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)
