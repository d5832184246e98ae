import { decisionKey, decisionSlug, entryKey, regionOf } from '../decisions/identity.ts'
import { type Reading, valueIn } from '../documents/parse/reading.ts'
import type {
  AmountKind,
  Applicant,
  DecisionItem,
  DecisionList,
  DecisionSection,
  Partners,
} from '../documents/parse/types.ts'
import { contactsOf } from '../documents/privacy/index.ts'
import type { DecisionDraft, ItemDraft, StatementDraft } from './drafts.ts'
import { draftContact } from './read-page.ts'
import {
  type Covered,
  cover,
  coverValue,
  coverWarning,
  stateDescription,
  statePlace,
  stateReading,
} from './statements.ts'

/** What a decision list says: one decision for each of its sections that has entries. */
export function draftDecisions(source: Covered, list: DecisionList, sourceKey: string): DecisionDraft[] {
  const contacts = contactsOf(list)
  const drafts = list.sections.flatMap((section, at) => {
    if (section.items.length === 0) return []
    const items = section.items.map((item, index) => ({
      ...draftItem(source, item, section),
      contacts: contacts
        .filter((contact) => contact.item?.[0] === at && contact.item[1] === index)
        .map(draftContact),
    }))
    return draftDecision(source, list, section, { items, sourceKey })
  })
  return withOwnKeys(drafts)
}

function draftDecision(
  source: Covered,
  list: DecisionList,
  section: DecisionSection,
  { items, sourceKey }: { items: ItemDraft[]; sourceKey: string },
): DecisionDraft {
  const { fund, county, decisionDate, statedGrantDate } = section
  const publisher = list.publisher && cover(source, list.publisher)
  const partnership = list.partnership && cover(source, list.partnership)
  const heading = cover(source, section.heading?.raw ?? list.title?.raw ?? '')
  const facts = { decisionDate, partnership, county, publisher, fund }
  return {
    key: decisionKey(facts, [sourceKey, heading]),
    slug: decisionSlug(facts),
    heading,
    publisher,
    partnership,
    region: regionOf({ partnership: list.partnership, county }),
    county,
    fund,
    decisionDate,
    statedDate: statedGrantDate,
    statements: decisionStatements(source, section),
    warnings: section.warnings.map((warning) => coverWarning(source, warning)),
    items,
  }
}

function decisionStatements(source: Covered, section: DecisionSection): StatementDraft[] {
  const { heading, fund, decisionDate, decisionDatePlace } = section
  const date = decisionDate && decisionDatePlace
  return [
    ...(date ? [statePlace(source, 'decisionDate', decisionDatePlace, decisionDate)] : []),
    ...(heading && fund ? [statePlace(source, 'fund', heading.place, fund)] : []),
  ]
}

function draftItem(source: Covered, item: DecisionItem, section: DecisionSection): ItemDraft {
  const name = cover(source, valueIn(item.name ?? undefined) ?? '')
  const projectNumber = valueIn(item.projectNumber ?? undefined) ?? null
  const applicants = namesIn(valueIn(item.applicant ?? undefined)).map((words) => cover(source, words))
  const rejected = item.outcome === 'rejected'
  return {
    key: entryKey({ projectNumber, name, applicants, rejected }),
    name,
    applicants,
    partners: (item.partners?.names ?? []).map((words) => cover(source, words)),
    rejected,
    statements: itemStatements(source, item, section),
    contacts: [],
    warnings: item.warnings.map((warning) => coverWarning(source, warning)),
  }
}

const KINDS = {
  applied: 'APPLIED',
  prioritised: 'PRIORITISED',
  awarded: 'AWARDED',
  unspecified: 'UNSPECIFIED',
} as const satisfies Record<AmountKind, string>

function namesIn(applicant: Applicant | undefined): string[] {
  if (!applicant) return []
  return 'organisations' in applicant ? applicant.organisations : [applicant.organisation]
}

function itemStatements(source: Covered, item: DecisionItem, section: DecisionSection): StatementDraft[] {
  const { name, applicant, amount, projectNumber, totalBudget, priorityAxis, startDate, endDate } = item
  const readings = { name, applicant, projectNumber, totalBudget, priorityAxis, startDate, endDate }
  return [
    ...Object.entries(readings).flatMap(([field, reading]) =>
      reading ? stateReading(source, field, reading) : [],
    ),
    ...(amount ? [stateAmount(source, amount, item)] : []),
    ...stateFund(source, item, section),
    ...item.otherAmounts.map(({ label, kind, reading }) =>
      stateReading(source, `amount.${kind}`, reading, { label }),
    ),
    ...item.coFinancing.map(({ label, reading }) => stateReading(source, 'coFinancing', reading, { label })),
    ...(item.partners ? [statePartners(source, item.partners)] : []),
    ...(item.description ? [stateDescription(source, item.description)] : []),
    ...item.unknownFields.map(({ label, place }) => ({ ...statePlace(source, 'unknown', place), label })),
  ]
}

/** An amount with its kind as its code: sums of different kinds are different things. */
function stateAmount(source: Covered, amount: Reading<number>, item: DecisionItem): StatementDraft {
  const statement = stateReading(source, 'amount', amount, { label: item.amountLabel || null })
  return { ...statement, code: item.amountKind && KINDS[item.amountKind] }
}

/** The fund that an entry names, or its section: no words of the entry's own, so they stand at its beginning. */
function stateFund(
  source: Covered,
  { fund, place }: DecisionItem,
  section: DecisionSection,
): StatementDraft[] {
  const known = fund ?? section.fund
  const start = { start: place.start, end: place.start }
  return known ? [statePlace(source, 'fund', start, known)] : []
}

/** "med flera" stands as the qualifier: the source says that there are more. */
function statePartners(source: Covered, { place, names, incomplete }: Partners): StatementDraft {
  const value = names && names.length > 0 ? coverValue(source, { organisations: names }) : null
  return { ...statePlace(source, 'partners', place, value), qualifier: incomplete ? 'med flera' : null }
}

/** Entries of one decision that nothing tells apart are told apart by a count, over all sections of the document. */
function withOwnKeys(decisions: DecisionDraft[]): DecisionDraft[] {
  const seen = new Map<string, number>()
  return decisions.map((decision) => ({
    ...decision,
    items: decision.items.map((item) => {
      const key = `${decision.key} ${item.key}`
      const count = (seen.get(key) ?? 0) + 1
      seen.set(key, count)
      return count === 1 ? item : { ...item, key: `${item.key}|${count}` }
    }),
  }))
}
