import type { TypedValue } from '../../corrections/save.ts'
import type { Figure, Outcome } from '../fold.ts'
import type { CostBasis } from '../kinds.ts'
import { sameQualifier } from './cells.ts'

type Said = Pick<TypedValue, 'value' | 'precision' | 'qualifier'>

/** Whether what somebody typed is the same number, as exact and with the same word before it. */
export const saysTheSame = (typed: Said, figure: Said): boolean =>
  typed.value === figure.value &&
  Math.max(1, typed.precision ?? 1) === Math.max(1, figure.precision ?? 1) &&
  sameQualifier(typed.qualifier) === sameQualifier(figure.qualifier)

type Row = {
  /** On whose word the row's costs are; null where it does not say. */
  basis: CostBasis | null
  /** ISO day that the row tells of. */
  asOf: string | null
}

/**
 * Whether a cell says nothing that is not known. It does not where it is the figure that is shown now, or the one that was
 * shown on the row's own day: whoever fills in a table that was made some time ago says nothing new with what they left.
 * Costs that are approved now are new, though they are the same in kronor. Pure.
 */
export function isKnown(typed: Said, outcome: Outcome | undefined, { basis, asOf }: Row): boolean {
  if (!outcome) return false
  const isSame = (figure: Figure) =>
    saysTheSame(typed, figure) && (basis === null || figure.basis === null || figure.basis === basis)
  if (isSame(outcome) || outcome.apart.some(isSame)) return true
  const then = [outcome, ...outcome.earlier].find((figure) => isBy(figure, asOf))
  return then !== undefined && isSame(then)
}

const isBy = ({ asOf }: Figure, day: string | null): boolean => asOf === null || (day !== null && asOf <= day)
