import {
  looksLikeOrganisation,
  looksLikeUnit,
  readOrganisation,
} from '../documents/parse/values/organisation.ts'
import { nameKey } from './keys.ts'
import { type Likeness, likeness } from './lookalikes.ts'
import { slipOf } from './name-slip.ts'
import type { OrganisationReason } from './organisation-reasons.ts'
import { hasPart } from './owner-match.ts'

/** An organisation as a document names it. */
export type DraftedOrganisation = {
  name: string
  /** A part of it, where the document names one apart. */
  unit?: string | null
  /** Ten digits. */
  number: string | null
}

/** An organisation of the registry with every name that it goes by, those merged into it too. */
export type KnownOrganisation = { id: number; names: readonly string[]; number: string | null }

type OrganisationCandidate = {
  id: number
  /** 0 to 1, and higher for a better verdict. */
  score: number
  verdict: 'certain' | 'likely' | 'possible'
  reasons: OrganisationReason[]
  against: OrganisationReason[]
}

export type OrganisationMatch = {
  /** The one that it is, where that is certain; null where a person has to say. */
  id: number | null
  verdict: 'certain' | 'likely' | 'possible' | 'none'
  /** Of the best candidate. */
  reasons: OrganisationReason[]
  candidates: OrganisationCandidate[]
}

const MOST_CANDIDATES = 5

/**
 * Which organisation a document means. Certain only by the same number, or by exactly the same name where no number speaks
 * against it, nobody else has the name, and it is a name: "Arbetsmarknadsenheten" is any town's. Units are parts of the
 * organisation that they stand beside. All else is a suggestion. Pure.
 */
export function matchOrganisation(
  drafted: DraftedOrganisation,
  known: readonly KnownOrganisation[],
): OrganisationMatch {
  const found = known.flatMap((one) => compare(drafted, one)).sort(byScore)
  const candidates = withoutTies(found).sort(byScore).slice(0, MOST_CANDIDATES)
  const [best] = candidates
  return {
    id: best?.verdict === 'certain' ? best.id : null,
    verdict: best?.verdict ?? 'none',
    reasons: best?.reasons ?? [],
    candidates,
  }
}

const byScore = (a: OrganisationCandidate, b: OrganisationCandidate) => b.score - a.score || a.id - b.id

function compare(drafted: DraftedOrganisation, known: KnownOrganisation): OrganisationCandidate[] {
  const { id, number } = known
  const hasSameNumber = drafted.number !== null && drafted.number === number
  const like = likenessOf(drafted, known)
  if (!hasSameNumber && !like) return []
  const reasons: OrganisationReason[] = [
    ...(hasSameNumber && number ? [{ key: 'sameNumber', detail: { number } } as const] : []),
    ...(like ? [{ key: like.why, detail: {} } as const] : []),
  ]
  if (hasSameNumber) return [{ id, score: like ? 1 : 0.95, verdict: 'certain', reasons, against: [] }]
  return like ? [{ id, reasons, ...weigh(drafted, known, like) }] : []
}

/** Names alone, whatever the numbers: those are weighed apart. */
function likenessOf(drafted: DraftedOrganisation, known: KnownOrganisation): Likeness | null {
  const names = namesOf(drafted)
  if (names.length === 0) return null
  const like = likeness({ names, number: null }, { names: known.names, number: null })
  return like ?? bySlip(drafted.name, known.names) ?? byPart(drafted.name, known.names)
}

/** Scores as `likeness` has them. */
function bySlip(name: string, names: readonly string[]): Likeness | null {
  const slip = names.map((other) => slipOf(name, other)).find((one) => one !== null)
  return slip ? { score: slip === 'spelling' ? 0.93 : 0.8, why: slip } : null
}

const byPart = (name: string, names: readonly string[]): Likeness | null =>
  hasPart(name, names) ? { score: 0.88, why: 'unit' } : null

function namesOf({ name, unit }: DraftedOrganisation): string[] {
  if (nameKey(name) === '') return []
  const read = readOrganisation(name)
  const apart = 'value' in read && read.value ? [read.value.organisation] : []
  return [...new Set([name, ...(unit ? [`${name}, ${unit}`] : []), ...apart])]
}

/** As likely as a person would say so; what `likeness` is less sure of is only possible. */
const LIKELY = 0.8

type Weighed = Pick<OrganisationCandidate, 'score' | 'verdict' | 'against'>

function weigh(drafted: DraftedOrganisation, known: KnownOrganisation, { score }: Likeness): Weighed {
  if (drafted.number !== null && known.number !== null) {
    const detail = { ours: drafted.number, theirs: known.number }
    return { score: score * 0.5, verdict: 'possible', against: [{ key: 'otherNumber', detail }] }
  }
  if (!known.names.some((name) => nameKey(name) === nameKey(drafted.name)))
    return { score: score * 0.89, verdict: score >= LIKELY ? 'likely' : 'possible', against: [] }
  if (!isOwnName(drafted.name))
    return { score: 0.45, verdict: 'possible', against: [{ key: 'commonName', detail: {} }] }
  return { score: 0.94, verdict: 'certain', against: [] }
}

/** Not the name of a kind of body or of a part of one, which every town has. */
const isOwnName = (name: string): boolean =>
  !COMMON_NAME.test(name.trim()) && (!looksLikeUnit(name) || looksLikeOrganisation(name))
const COMMON_NAME =
  /^(?:kommun(?:en|styrelsen|ledningskontoret)?|stad(?:en)?|region(?:en)?|landsting(?:et)?|länsstyrelsen|samordningsförbund(?:et)?|folkhögskola(?:n)?|högskola(?:n)?|universitet(?:et)?|stiftelse(?:n)?|förening(?:en)?|komvux|vuxenutbildning(?:en)?|socialtjänst(?:en)?|arbetsmarknad|barn och utbildning|omsorg(?:en)?|kansli(?:et)?|näringsliv|lärcentrum|vård och omsorg)$/iu

/** Two that are as good: a name that two have, or a number of the one and the name of another that has a number. */
function withoutTies(ranked: readonly OrganisationCandidate[]): OrganisationCandidate[] {
  return ranked.map((candidate) => {
    const rival = ranked.find((other) => other.id !== candidate.id && isAsGood(other, candidate))
    if (!rival) return candidate
    const against = [...candidate.against, { key: 'anotherIsNear', detail: { id: rival.id } } as const]
    return { ...candidate, score: Math.min(candidate.score, 0.49), verdict: 'possible' as const, against }
  })
}

const TIE = 0.02

function isAsGood(
  other: OrganisationCandidate,
  { verdict, score, reasons, against }: OrganisationCandidate,
): boolean {
  if (verdict === 'possible') return false
  const hasNumber = (one: OrganisationReason[]) => one.some(({ key }) => key === 'sameNumber')
  // The number is one's, and the very name another's, whose number is another: one of the two is written wrongly.
  if (hasNumber(reasons))
    return (
      isNamedAlone(reasons) && other.against.some(({ key }) => key === 'otherNumber') && isSameName(other)
    )
  return against.length === 0 && other.verdict !== 'possible' && other.score >= score - TIE
}

const isNamedAlone = (reasons: readonly OrganisationReason[]) => reasons.length === 1
const isSameName = ({ reasons }: OrganisationCandidate) => reasons.some(({ key }) => key === 'sameName')
