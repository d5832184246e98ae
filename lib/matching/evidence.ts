import { distance } from '../projects/search/distance.ts'
import { type AmountMatch, matchAmounts } from './amount-match.ts'
import { numberKey } from './keys.ts'
import { isDistinctive, matchNames, type NameMatch } from './name-match.ts'
import { matchOwners, type OwnerMatch } from './owner-match.ts'
import type { Known, Subject } from './subject.ts'
import { type DatesKind, type DecidedMatch, matchDates, matchDecided } from './time-match.ts'

/**
 * How numbers stand to each other.
 * - `same`
 * - `slip`: one digit is another, or two are swapped
 * - `otherForm`: the two authorities number in different ways, which tells nothing
 * - `other`: numbers of one form that differ
 */
type NumberKind = 'same' | 'slip' | 'otherForm' | 'other' | 'none'

/** A number as the document writes it and as the registry does. */
type NumberMatch = { kind: NumberKind; pair: readonly [string, string] | null }

type Agreement = 'same' | 'other' | 'none'

/** Everything that is known of whether a document tells of a project. */
export type Evidence = {
  number: NumberMatch
  name: NameMatch
  /** The name is one that hardly two projects have. */
  isDistinctive: boolean
  owner: OwnerMatch
  amount: AmountMatch
  decided: DecidedMatch
  dates: DatesKind
  /** `wide`: one of the two is the whole country. */
  region: Agreement | 'wide'
  fund: Agreement
  rejected: boolean
}

/** Weighs a document's words against a project's, each by its own rule; null where they have nothing in common. Pure. */
export function gatherEvidence(subject: Subject, known: Known): Evidence | null {
  const told = {
    number: matchNumbers(subject.numbers, known.numbers),
    name: matchNames(subject.name, [known.name, ...known.otherNames]),
    amount: matchAmounts(subject, known),
    dates: matchDates(subject, known),
  }
  // A cheap look first: most projects that share a word with a name are others.
  if (!hasCommonGround(told)) return null
  return {
    ...told,
    isDistinctive: isDistinctive(subject.name),
    owner: matchOwners(subject.owners, known.owner),
    decided: matchDecided(subject, known),
    region: matchRegions(subject.region, known.region),
    fund: matchFunds(subject.fund, known.fund),
    rejected: subject.rejected,
  }
}

const hasCommonGround = ({
  number,
  name,
  amount,
  dates,
}: Pick<Evidence, 'number' | 'name' | 'amount' | 'dates'>) =>
  number.kind === 'same' ||
  (name.kind !== 'other' && name.kind !== 'unknown') ||
  amount.kind === 'exact' ||
  dates === 'both'

function matchNumbers(ours: readonly string[], theirs: readonly string[]): NumberMatch {
  const pairs = written(ours).flatMap((our) => written(theirs).map((their) => [our, their] as const))
  const found = pairs.map((pair): NumberMatch => ({ kind: matchNumber(...pair), pair }))
  found.sort((a, b) => NUMBERS.indexOf(a.kind) - NUMBERS.indexOf(b.kind))
  return found[0] ?? { kind: 'none', pair: null }
}
const NUMBERS: readonly NumberKind[] = ['same', 'slip', 'other', 'otherForm', 'none']
const written = (numbers: readonly string[]) => numbers.filter((number) => numberKey(number) !== '')

function matchNumber(our: string, their: string): NumberKind {
  const [a, b] = [numberKey(our), numberKey(their)]
  if (a === b) return 'same'
  if (formOf(a) !== formOf(b)) return 'otherForm'
  return a.length < 40 && b.length < 40 && distance(a, b) === 1 ? 'slip' : 'other'
}

/** `201500311` is nine digits, `22009S02` two digits, three, a letter and two: an authority's own way. */
const formOf = (key: string) => key.replace(/\p{N}/gu, '0').replace(/\p{L}/gu, 'A')

function matchRegions(ours: string | null, theirs: string | null): Evidence['region'] {
  if (!ours || !theirs) return 'none'
  if (ours === theirs) return 'same'
  return ours === WHOLE_COUNTRY || theirs === WHOLE_COUNTRY ? 'wide' : 'other'
}
const WHOLE_COUNTRY = 'SE0'

/** ESF and ESF+ are one fund before and after 2021. */
function matchFunds(ours: string | null, theirs: string | null): Agreement {
  if (!ours || !theirs) return 'none'
  return ours.replace('+', '') === theirs.replace('+', '') ? 'same' : 'other'
}
