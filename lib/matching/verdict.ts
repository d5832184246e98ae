import type { Evidence } from './evidence.ts'

/**
 * What evidence amounts to.
 * - `certain`: may be linked without a person: nothing speaks against, and enough does for it
 * - `likely`: a person would say so
 * - `possible`: worth a look
 * - `none`: another project
 */
export type Weighed = 'certain' | 'likely' | 'possible' | 'none'

/** One project's evidence, weighed by itself. Other candidates may still lower it. Pure. */
export function weigh(evidence: Evidence): Weighed {
  if (isCertain(evidence)) return 'certain'
  if (isLikely(evidence)) return 'likely'
  return isPossible(evidence) ? 'possible' : 'none'
}

const isSameName = ({ name: { kind } }: Evidence) => kind === 'same' || kind === 'alike'
const isOwner = ({ owner: { kind } }: Evidence) => kind === 'same' || kind === 'alike'
const isOwnerOpen = ({ owner: { kind } }: Evidence) => kind === 'unknown' || kind === 'unsure'
const hasTightAmount = ({ amount: { kind } }: Evidence) => kind === 'exact' || kind === 'rounded'
const hasSameDates = ({ dates }: Evidence) => dates === 'both' || dates === 'start'
const isJustBefore = ({ decided: { kind } }: Evidence) => kind === 'justBefore'

/** How many facts other than name and owner agree. */
const agreements = (evidence: Evidence): number =>
  [hasTightAmount(evidence), hasSameDates(evidence), isJustBefore(evidence)].filter(Boolean).length

/** What speaks for two projects, however alike they are called. A number that is the same goes before all of it. */
const isTold = (evidence: Evidence): boolean =>
  evidence.number.kind === 'other' ||
  evidence.rejected ||
  evidence.region === 'other' ||
  evidence.fund === 'other' ||
  evidence.dates === 'apart' ||
  evidence.decided.kind === 'impossible' ||
  (evidence.amount.kind === 'far' && !hasSameDates(evidence))

/** What makes one doubt: projects are prolonged and grants are changed, but namesakes differ in this way as well. */
const doubts = ({ amount, decided, dates, owner, number, region }: Evidence): number =>
  [
    amount.kind === 'differs',
    amount.kind === 'far',
    decided.kind === 'off',
    dates === 'differ',
    owner.otherUnit !== null,
    number.kind === 'slip',
    region === 'wide',
  ].filter(Boolean).length

/** Nothing whatever speaks against. */
const isClear = (evidence: Evidence): boolean =>
  !isTold(evidence) && doubts(evidence) === 0 && !['other', 'unsure'].includes(evidence.owner.kind)

/**
 * By number with the name, or with the owner and much the same name; or by the very same name and owner, with a sum or
 * days that only one project has. Namesakes of one owner in other years are common: name and owner are never enough.
 */
function isCertain(evidence: Evidence): boolean {
  if (!isClear(evidence) || !evidence.name.sameDigits) return false
  const { name, owner, number } = evidence
  if (number.kind === 'same') return name.kind === 'same' || (owner.kind === 'same' && name.kind === 'alike')
  if (number.kind === 'otherForm' || name.kind !== 'same' || owner.kind !== 'same') return false
  if (evidence.decided.kind === 'before') return false
  return hasOwnFacts(evidence)
}

function hasOwnFacts(evidence: Evidence): boolean {
  const { amount, dates } = evidence
  if (amount.kind === 'exact') return true
  if (dates === 'both') return amount.kind === 'rounded' || amount.kind === 'loose'
  return amount.kind === 'rounded' && isJustBefore(evidence)
}

function isLikely(evidence: Evidence): boolean {
  if (evidence.number.kind === 'same') return isLikelyByNumber(evidence)
  if (evidence.number.kind === 'slip') return isLikelyBySlip(evidence)
  if (isTold(evidence)) return false
  return isLikelyByName(evidence) || isRenamed(evidence)
}

/** A number alone is not enough where name and owner speak against it: other authorities number likewise. */
function isLikelyByNumber(evidence: Evidence): boolean {
  const { name, owner, fund, region } = evidence
  if (isSameName(evidence) || name.kind === 'near' || name.kind === 'part') return true
  if (fund === 'other' || region === 'other') return false
  const hasFigures = hasTightAmount(evidence) || hasSameDates(evidence)
  if (isOwner(evidence)) return !isTold(evidence) || hasFigures
  if (name.kind === 'other' || owner.kind === 'other') return hasFigures && name.kind !== owner.kind
  return !isTold(evidence)
}

const isLikelyBySlip = (evidence: Evidence): boolean =>
  !isTold(evidence) &&
  isSameName(evidence) &&
  isOwner(evidence) &&
  evidence.decided.kind !== 'off' &&
  (hasTightAmount(evidence) || evidence.dates === 'both')

function isLikelyByName(evidence: Evidence): boolean {
  const { name, amount, dates } = evidence
  if (isOwner(evidence)) {
    if (isSameName(evidence)) return isEnoughWithOwner(evidence)
    if (name.kind === 'near')
      return doubts(evidence) === 0 && (hasTightAmount(evidence) || hasSameDates(evidence))
    return name.kind === 'part' && doubts(evidence) === 0 && agreements(evidence) > 0
  }
  if (!isOwnerOpen(evidence) || doubts(evidence) > 1) return false
  if (name.kind === 'part')
    return doubts(evidence) === 0 && evidence.isDistinctive && agreements(evidence) > 1
  if (amount.kind === 'exact' || dates === 'both') return isSameName(evidence)
  return isSameName(evidence) && isEnoughAlone(evidence)
}

/**
 * The same name and owner: namesakes in other years are told by their sums and days. Where neither is told, nothing speaks
 * against; where a day is, it has to be one shortly before the start.
 */
function isEnoughWithOwner(evidence: Evidence): boolean {
  const { amount, decided, dates } = evidence
  if (agreements(evidence) > 0) return doubts(evidence) <= agreements(evidence)
  if (decided.kind === 'before') return doubts(evidence) === 0 && amount.kind === 'loose'
  if (doubts(evidence) === 0) return true
  return doubts(evidence) === 1 && amount.kind === 'differs' && decided.kind === 'none' && dates === 'none'
}

/** Where nobody is named, a name is enough that hardly two projects have; another takes two facts, or a sum. */
function isEnoughAlone(evidence: Evidence): boolean {
  const { name, amount, isDistinctive } = evidence
  const isOne = isDistinctive && name.letters === 0
  if (doubts(evidence) > 0)
    return isOne && amount.kind === 'differs' && doubts(evidence) <= agreements(evidence)
  const facts = agreements(evidence) + (amount.kind === 'loose' ? 1 : 0)
  return isOne || facts > 1 || hasTightAmount(evidence)
}

/** Another name altogether, and a sum to the krona that no two projects of an owner have. */
const isRenamed = (evidence: Evidence): boolean =>
  evidence.name.kind === 'other' &&
  isOwner(evidence) &&
  evidence.amount.kind === 'exact' &&
  doubts(evidence) === 0 &&
  evidence.decided.kind !== 'before'

function isPossible(evidence: Evidence): boolean {
  const { name, amount, number } = evidence
  if (number.kind === 'same' || ['same', 'alike', 'near', 'part'].includes(name.kind)) return true
  if (name.kind === 'sibling') return isOwner(evidence) || isOwnerOpen(evidence)
  return isOwner(evidence) && (amount.kind === 'exact' || evidence.dates === 'both')
}

/** How strong evidence is among that of the same verdict. 0 to 1. Pure. */
export function strength(evidence: Evidence): number {
  const points =
    NUMBER[evidence.number.kind] +
    NAME[evidence.name.kind] +
    OWNER[evidence.owner.kind] +
    AMOUNT[evidence.amount.kind] +
    DECIDED[evidence.decided.kind] +
    DATES[evidence.dates] +
    (evidence.region === 'same' ? 3 : evidence.region === 'other' ? -10 : 0) +
    (evidence.fund === 'same' ? 2 : evidence.fund === 'other' ? -10 : 0) -
    evidence.name.letters -
    (evidence.owner.otherUnit ? 4 : 0) -
    (evidence.rejected ? 8 : 0)
  return Math.min(1, Math.max(0, (points + 30) / 150))
}

const NUMBER: Record<Evidence['number']['kind'], number> = {
  same: 40,
  slip: 0,
  otherForm: 0,
  other: -25,
  none: 0,
}
const NAME: Record<Evidence['name']['kind'], number> = {
  same: 32,
  alike: 28,
  near: 20,
  part: 18,
  sibling: 8,
  other: 0,
  unknown: 4,
}
const OWNER: Record<Evidence['owner']['kind'], number> = {
  same: 18,
  alike: 15,
  unsure: 2,
  unknown: 0,
  other: -15,
}
const AMOUNT: Record<Evidence['amount']['kind'], number> = {
  exact: 15,
  rounded: 11,
  loose: 4,
  differs: -3,
  far: -10,
  none: 0,
}
const DECIDED: Record<Evidence['decided']['kind'], number> = {
  justBefore: 6,
  before: 2,
  off: -6,
  impossible: -20,
  none: 0,
}
const DATES: Record<Evidence['dates'], number> = {
  both: 12,
  start: 9,
  close: 3,
  differ: -6,
  apart: -20,
  none: 0,
}
