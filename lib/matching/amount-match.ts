import type { Known, Subject, SubjectAmount } from './subject.ts'

/**
 * How the sums that a document names stand to a project's.
 * - `exact`: to the krona, and no round sum that two projects could share
 * - `rounded`: a round sum, or one rounded a little: "9,9 miljoner" and 9 956 917
 * - `loose`: rounded much: "2 miljoner"
 * - `differs`: another sum, by a quarter at most; grants are changed
 * - `far`: another sum
 */
type AmountKind = 'exact' | 'rounded' | 'loose' | 'differs' | 'far' | 'none'

/** The two sums that tell most; null where there is nothing to compare. */
export type AmountMatch = { kind: AmountKind; pair: readonly [SubjectAmount, SubjectAmount] | null }

const KINDS: readonly AmountKind[] = ['exact', 'rounded', 'loose', 'differs', 'far', 'none']

/** Compares all sums of both and keeps the pair that agrees best. Pure. */
export function matchAmounts(
  { amounts }: Pick<Subject, 'amounts'>,
  known: Pick<Known, 'totalBudget' | 'grantedSupport' | 'amounts'>,
): AmountMatch {
  const found = amounts.flatMap((ours) =>
    amountsOf(known).map(
      (theirs): AmountMatch => ({ kind: matchAmount(ours, theirs), pair: [ours, theirs] }),
    ),
  )
  found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || ratio(a) - ratio(b))
  const [best] = found
  return best && best.kind !== 'none' ? best : { kind: 'none', pair: null }
}

function amountsOf(known: Pick<Known, 'totalBudget' | 'grantedSupport' | 'amounts'>): SubjectAmount[] {
  const { totalBudget, grantedSupport, amounts } = known
  const column = (kind: 'totalBudget' | 'grantedSupport', kronor: number | null): SubjectAmount[] =>
    kronor === null ? [] : [{ kind, kronor, precision: 1 }]
  return [...column('grantedSupport', grantedSupport), ...column('totalBudget', totalBudget), ...amounts]
}

function matchAmount(ours: SubjectAmount, theirs: SubjectAmount): AmountKind {
  if (!(ours.kronor > 0) || !(theirs.kronor > 0)) return 'none'
  const step = Math.max(stepOf(ours), stepOf(theirs))
  const apart = Math.abs(ours.kronor - theirs.kronor)
  const isOneKind = isBudget(ours) === isBudget(theirs)
  if (apart === 0 && step === 0 && isSpecific(ours.kronor)) return 'exact'
  // A budget that equals a grant by rounding says nothing.
  if (!isOneKind) return 'none'
  if (apart === 0 || apart < step) return step <= ours.kronor * MOST_ROUNDED ? 'rounded' : 'loose'
  return Math.max(ours.kronor, theirs.kronor) <= Math.min(ours.kronor, theirs.kronor) * MOST_CHANGED
    ? 'differs'
    : 'far'
}

const isBudget = ({ kind }: SubjectAmount) => kind === 'totalBudget'
/** An exact amount has no room: only the same agrees. */
const stepOf = ({ precision }: SubjectAmount) => (precision > 1 ? precision : 0)
/** 4 312 550 is one project's; 3 000 000 is many's. */
const isSpecific = (kronor: number) => kronor % 10_000 !== 0
/** A step of so large a part of a sum still tells it from most others. */
const MOST_ROUNDED = 0.03
const MOST_CHANGED = 1.25

const ratio = ({ pair }: AmountMatch) =>
  pair ? Math.max(pair[0].kronor / pair[1].kronor, pair[1].kronor / pair[0].kronor) : 0
