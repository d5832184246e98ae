import { valueIn } from '../documents/parse/reading.ts'
import type {
  AmountKind,
  Applicant,
  DecisionItem,
  DecisionList,
  DecisionSection,
  Partners,
} from '../documents/parse/types.ts'
import { areaOf, areaOfCounty } from '../documents/parse/values/areas.ts'
import { contactsOf } from '../documents/privacy/index.ts'
import { nameKey, numberKey, slugOf } from '../matching/keys.ts'
import type { DecisionDraft, ItemDraft, StatementDraft } from './drafts.ts'
import { draftContact } from './read-page.ts'
import { type Covered, coverWarning, stateDescription, statePlace, stateReading } from './statements.ts'

/** What a decision list says: one decision for each of its sections that has entries. */
export function draftDecisions(source: Covered, list: DecisionList): DecisionDraft[] {
  const contacts = contactsOf(list)
  return list.sections.flatMap((section, at) => {
    if (section.items.length === 0) return []
    const items = section.items.map((item, index) => ({
      ...draftItem(source, item, section),
      contacts: contacts
        .filter((contact) => contact.item?.[0] === at && contact.item[1] === index)
        .map(draftContact),
    }))
    return draftDecision(source, list, section, withOwnKeys(items))
  })
}

function draftDecision(
  source: Covered,
  list: DecisionList,
  section: DecisionSection,
  items: ItemDraft[],
): DecisionDraft {
  const { fund, county, decisionDate, statedGrantDate, heading } = section
  const area = areaOf(list.partnership ?? '') ?? (county ? areaOf(areaOfCounty(county) ?? '') : undefined)
  const where = list.partnership ?? county ?? list.publisher ?? ''
  const parts = [decisionDate, where, county !== where ? county : null, fund]
  return {
    // A list without a date is told from others by its title alone.
    key: [...parts, decisionDate ? '' : (list.title?.raw ?? '')].map((part) => nameKey(part ?? '')).join('|'),
    slug: slugOf(parts.filter(Boolean).join(' ')) || 'beslut',
    heading: heading?.raw ?? list.title?.raw ?? '',
    publisher: list.publisher,
    partnership: list.partnership,
    region: area?.code ?? null,
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
  const applicant = valueIn(item.applicant ?? undefined)
  const name = valueIn(item.name ?? undefined) ?? ''
  const projectNumber = valueIn(item.projectNumber ?? undefined) ?? null
  const applicants = namesIn(applicant)
  return {
    key: [projectNumber ? numberKey(projectNumber) : '', nameKey(name), ...applicants.map(nameKey)].join('|'),
    name,
    applicants,
    applicantUnit: applicant && 'unit' in applicant ? applicant.unit : null,
    partners: item.partners?.names ?? [],
    partnersOpen: item.partners?.incomplete ?? false,
    amountKind: item.amountKind && KINDS[item.amountKind],
    rejected: item.outcome === 'rejected',
    fund: item.fund ?? section.fund,
    projectNumber,
    statements: itemStatements(source, item),
    contacts: [],
    warnings: item.warnings.map((warning) => coverWarning(source, warning)),
  }
}

const KINDS = {
  applied: 'APPLIED',
  prioritised: 'PRIORITISED',
  awarded: 'AWARDED',
  unspecified: 'UNSPECIFIED',
} as const satisfies Record<AmountKind, ItemDraft['amountKind']>

function namesIn(applicant: Applicant | undefined): string[] {
  if (!applicant) return []
  return 'organisations' in applicant ? applicant.organisations : [applicant.organisation]
}

function itemStatements(source: Covered, item: DecisionItem): StatementDraft[] {
  const {
    name,
    applicant,
    amount,
    amountLabel,
    projectNumber,
    totalBudget,
    priorityAxis,
    startDate,
    endDate,
  } = item
  const readings = { name, applicant, projectNumber, totalBudget, priorityAxis, startDate, endDate }
  return [
    ...Object.entries(readings).flatMap(([field, reading]) =>
      reading ? stateReading(source, field, reading) : [],
    ),
    ...(amount ? [stateReading(source, 'amount', amount, { label: amountLabel || null })] : []),
    ...item.otherAmounts.map(({ label, kind, reading }) =>
      stateReading(source, `amount.${kind}`, reading, { label }),
    ),
    ...item.coFinancing.map(({ label, reading }) => stateReading(source, 'coFinancing', reading, { label })),
    ...(item.partners ? [statePartners(source, item.partners)] : []),
    ...(item.description ? [stateDescription(source, item.description)] : []),
    ...item.unknownFields.map(({ label, place }) => ({ ...statePlace(source, 'unknown', place), label })),
  ]
}

const statePartners = (source: Covered, { place, names }: Partners): StatementDraft =>
  statePlace(source, 'partners', place, names && names.length > 0 ? { organisations: names } : null)

/** Two entries of one decision may have the same name and applicant; the later ones are told apart by a count. */
function withOwnKeys(items: ItemDraft[]): ItemDraft[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const count = (seen.get(item.key) ?? 0) + 1
    seen.set(item.key, count)
    return count === 1 ? item : { ...item, key: `${item.key}|${count}` }
  })
}
