import { type Evidence, gatherEvidence } from './evidence.ts'
import { reasonsAgainst, reasonsFor } from './evidence-reasons.ts'
import type { Reason } from './reasons.ts'
import type { Known, Subject } from './subject.ts'
import { strength, type Weighed, weigh } from './verdict.ts'

export type { Known, KnownOwner, Subject, SubjectAmount } from './subject.ts'

type Verdict = Exclude<Weighed, 'none'>

/** A project that a document may tell of. `score` is 0 to 1, and higher for a better verdict. */
export type Candidate = {
  /** The project's. */
  id: number
  score: number
  reasons: Reason[]
  against: Reason[]
  verdict: Verdict
}

/**
 * The projects that a page, an entry or a row may tell of, the best first, each with what speaks for it and against. At
 * most one is `certain`, and only such a one may be linked without a person: nothing speaks against it and no other comes
 * near. Where several fit as well, none is more than possible. The order of `known` does not matter. Pure.
 */
export function rankCandidates(subject: Subject, known: readonly Known[]): Candidate[] {
  const weighed = known.flatMap((project): Weighing[] => {
    const evidence = gatherEvidence(subject, project)
    const verdict = evidence && weigh(evidence)
    if (!verdict || verdict === 'none') return []
    return [{ id: project.id, project, evidence, verdict, strength: strength(evidence) }]
  })
  weighed.sort(byVerdict)
  return withRivals(weighed).map((weighing) => asCandidate(subject, weighing))
}

type Weighing = {
  id: number
  project: Known
  evidence: Evidence
  verdict: Verdict
  strength: number
  rival?: number
}

const VERDICTS: readonly Verdict[] = ['certain', 'likely', 'possible']
const byVerdict = (a: Weighing, b: Weighing) =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || b.strength - a.strength || a.id - b.id

/** Lowers those that another comes near to. */
function withRivals(ranked: readonly Weighing[]): Weighing[] {
  const lowered = ranked.map((weighing): Weighing => {
    const rival = ranked.find((other) => other.id !== weighing.id && isRivalOf(other, weighing))
    if (!rival) return weighing
    return { ...weighing, rival: rival.id, verdict: isAsGood(rival, weighing) ? 'possible' : 'likely' }
  })
  return lowered.sort(byVerdict)
}

/** What is certain has no second that is likely, nor a namesake of the same owner, unless a number or a sum tells. */
function isRivalOf(other: Weighing, { verdict, evidence, strength: own }: Weighing): boolean {
  if (verdict === 'possible') return false
  if (verdict === 'likely') return other.verdict !== 'possible' && isAsGood(other, { strength: own })
  const hasSum = evidence.amount.kind === 'exact'
  // A number written wrongly may be the namesake's; the sum tells.
  if (evidence.number.kind === 'same')
    return !hasSum && other.evidence.amount.kind === 'exact' && isNamesake(other.evidence)
  return other.verdict !== 'possible' || (!hasSum && isNamesake(other.evidence))
}

const isNamesake = ({ name, owner }: Evidence) =>
  ['same', 'alike', 'near'].includes(name.kind) && owner.kind !== 'other'

/** So little between two is no difference. */
const TIE = 0.02
const isAsGood = (other: Pick<Weighing, 'strength'>, { strength }: Pick<Weighing, 'strength'>) =>
  other.strength >= strength - TIE

/** Where each verdict's scores begin, and how much room there is. */
const SCORES: Record<Verdict, readonly [from: number, room: number]> = {
  certain: [0.9, 0.1],
  likely: [0.6, 0.29],
  possible: [0.1, 0.49],
}

function asCandidate(
  subject: Subject,
  { id, project, evidence, verdict, strength, rival }: Weighing,
): Candidate {
  const [from, room] = SCORES[verdict]
  return {
    id,
    score: Math.round((from + room * strength) * 1000) / 1000,
    reasons: reasonsFor(subject, project, evidence),
    against: [
      ...reasonsAgainst(subject, project, evidence),
      ...(rival === undefined ? [] : [{ key: 'anotherIsNear', detail: { id: rival } } as const]),
    ],
    verdict,
  }
}
