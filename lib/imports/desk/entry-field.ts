import type { StatementDraft } from '../drafts.ts'
import type { EntryField } from './state.ts'
import { effectOf, type Sides } from './verdicts.ts'

/** A statement with what becomes of its field; of what is no field nothing does. Pure. */
export function entryField(statement: StatementDraft, isField: boolean, sides: Sides): EntryField {
  const { before: _, after: __, ...said } = statement
  const now = sides.before
  return {
    ...said,
    effect: isField ? effectOf(sides, said.origin) : 'aside',
    now: now
      ? {
          value: now.value,
          code: now.code,
          precision: now.precision,
          qualifier: now.qualifier,
          isCorrected: now.correction !== null,
        }
      : null,
  }
}
