import { sameJson } from '../../projects/fold.ts'
import type { Shown } from '../../projects/shown.ts'
import type { EntryField, EntryWarning, Verdict } from './state.ts'

/** What a record shows of a field before an import and after it. */
export type Sides = { before: Shown | undefined; after: Shown | undefined }

/**
 * What becomes of a field, for what a source says of it. What it says beside the field itself, a second time or in running
 * text, is never shown: it can only contradict. Pure.
 */
export function effectOf(
  { before, after }: Sides,
  origin: EntryField['origin'] = 'FIELD',
): EntryField['effect'] {
  if (!after) return 'aside'
  if (origin !== 'FIELD' && before) return after.rivals.length > before.rivals.length ? 'disagrees' : 'same'
  if (!before) return after.rivals.length > 0 ? 'disagrees' : 'new'
  if (before.correction !== null && after.correction !== null && !sameSource(before, after)) return 'kept'
  if (after.rivals.length > before.rivals.length) return 'disagrees'
  return sameShown(before, after) ? 'same' : 'changes'
}

const sameShown = (a: Shown, b: Shown) =>
  sameJson([a.state, a.value, a.code, a.precision], [b.state, b.value, b.code, b.precision])

/** Whether what a corrected field would show without its correction is as it was. */
const sameSource = (before: Shown, after: Shown) =>
  before.sourceChanged === after.sourceChanged && before.rivals.length >= after.rivals.length

export type Judged = {
  /** Whether the record was there before. */
  isNew: boolean
  /** Whether the registry leads it to a project by itself. */
  isLinked: boolean
  fields: readonly Pick<EntryField, 'effect'>[]
}

/** What an entry is to the registry. Pure. */
export function verdictOf({ isNew, isLinked, fields }: Judged): Verdict {
  const has = (effect: EntryField['effect']) => fields.some((field) => field.effect === effect)
  if (isNew) return isLinked ? 'matches' : 'new'
  if (has('disagrees')) return 'disagrees'
  return has('changes') || has('kept') || has('new') ? 'changes' : 'unchanged'
}

/** Warnings of these kinds tell something and ask for nothing. */
const QUIET = ['info']

/** Whether an entry may be brought in without anybody looking at it. Pure. */
export const isSafe = (
  verdict: Verdict,
  warnings: readonly Pick<EntryWarning, 'severity'>[],
  { hasLikely, disagrees }: { hasLikely: boolean; disagrees: boolean },
): boolean =>
  (verdict === 'unchanged' || verdict === 'matches' || (verdict === 'new' && !hasLikely)) &&
  !disagrees &&
  warnings.every(({ severity }) => QUIET.includes(severity))
