import 'server-only'
import type { Refusal } from '../auth/guard.ts'
import type { CorrectionProblem } from '../corrections/commands.ts'
import { changeRegistry } from '../registry/change.ts'
import type { Result } from '../result.ts'
import type { Problem } from './decide.ts'
import { type Looked, type LookProblem, look, lookAgain } from './look.ts'
import { findRight, type LookAtOutcome, type OutcomeChanged } from './look-at-outcome.ts'

export { type Decision, decideField, linkEntry } from './decide.ts'
export type { Looked, LookProblem } from './look.ts'
export type { OutcomeChanged } from './look-at-outcome.ts'
export { undoCorrection } from './undo.ts'

/**
 * Finds that the figure that is shown is right as its source says it, though others say something else. To correct a figure,
 * or to withdraw what tells it, is done with its follow-up.
 */
export const lookAtOutcome = (
  input: LookAtOutcome,
): Promise<Result<{ correctionId: number }, OutcomeChanged | Problem>> =>
  changeRegistry<{ correctionId: number }, OutcomeChanged | CorrectionProblem>(
    'records.correct',
    (tx, acting) => findRight(tx, acting, input),
  )

/** Notes that warnings were looked at. The registry goes on showing them, with the note. */
export const lookAtWarnings = (
  ids: readonly number[],
  note: string | null,
): Promise<Result<Looked, LookProblem | Refusal>> =>
  changeRegistry('warnings.handle', (tx, acting) => look(tx, acting, ids, note))

/** Takes back what one has just done: the warning, and those that were looked at with it, wait again. */
export const undoLook = (id: number): Promise<Result<{ ids: number[] }, { kind: 'missing' } | Refusal>> =>
  changeRegistry('warnings.handle', (tx, acting) => lookAgain(tx, acting, id))
