import { HAS_NAME, namesAny, privateInProse } from '../corrections/private.ts'
import type { ContentProblem, Stated } from './stated.ts'

/** Running text, in which a person may be introduced by a role. */
const PROSE: ReadonlySet<string> = new Set([
  'comment',
  'achieved',
  'notAchieved',
  'livesOn',
  'text',
  'sourceWords',
])

/** Where what is stated names a person: one of the contacts (`secrets`), or one whom a text introduces. Pure. */
export function namingProblems(stated: Stated, secrets: readonly string[]): ContentProblem[] {
  return Object.entries(stated).flatMap(([field, { value }]) => {
    if (typeof value !== 'string') return []
    const why = namesAny(value, secrets) ? HAS_NAME : PROSE.has(field) ? privateInProse(value) : undefined
    return why ? [{ row: null, field, why }] : []
  })
}
