import { areaOf, areaOfCounty } from '../documents/parse/values/areas.ts'
import { nameKey, numberKey, slugOf } from '../matching/keys.ts'

/** What tells a decision from others. The date is ISO. */
export type DecisionFacts = {
  decisionDate: string | null
  partnership: string | null
  county: string | null
  publisher: string | null
  fund: string | null
}

/** Whose decision it is: the partnership's, else the county's, else the publisher's. */
const placeOf = ({ partnership, county, publisher }: DecisionFacts): string =>
  partnership ?? county ?? publisher ?? ''

const partsOf = (facts: DecisionFacts): (string | null)[] => {
  const where = placeOf(facts)
  return [facts.decisionDate, where, facts.county !== where ? facts.county : null, facts.fund]
}

/**
 * The key of a decision, whoever tells of it: a list that is imported or an editor. Without a day or a place nothing tells
 * that two are the same, so `own` (words of the source alone) keeps it apart. Pure.
 */
export function decisionKey(facts: DecisionFacts, own: readonly string[]): string {
  const apart = facts.decisionDate && placeOf(facts) ? [] : own
  return [...partsOf(facts), ...apart].map((part) => nameKey(part ?? '')).join('|')
}

/** Its address, before it is seen whether another has it. Pure. */
export const decisionSlug = (facts: DecisionFacts): string =>
  slugOf(partsOf(facts).filter(Boolean).join(' ')) || 'beslut'

/** The NUTS 2 code of the area that it is decided for, by its partnership or its county. Pure. */
export const regionOf = ({
  partnership,
  county,
}: Pick<DecisionFacts, 'partnership' | 'county'>): string | null =>
  (areaOf(partnership ?? '') ?? (county ? areaOf(areaOfCounty(county) ?? '') : undefined))?.code ?? null

export type EntryFacts = {
  projectNumber: string | null
  name: string
  applicants: readonly string[]
  rejected: boolean
}

/** The key of an entry among those of its decision. Pure. */
export function entryKey({ projectNumber, name, applicants, rejected }: EntryFacts): string {
  const key = [projectNumber ? numberKey(projectNumber) : '', nameKey(name), ...applicants.map(nameKey)]
  // What was rejected is another entry than what was not, even of the same applicant under the same name.
  return [key.join('|').slice(0, LONGEST_KEY).toWellFormed(), ...(rejected ? ['!'] : [])].join('|')
}
/** PostgreSQL takes 2,700 bytes into an index. Entries that are alike so far are told apart by counting. */
const LONGEST_KEY = 800
