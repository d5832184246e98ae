import type { Reading } from '../parse/reading.ts'
import type { Place } from '../parse/source.ts'
import type {
  Applicant,
  DecisionItem,
  DecisionList,
  ProjectPage,
  Rival,
  UnknownField,
} from '../parse/types.ts'
import { looksLikeOrganisation, looksLikeUnit, type Organisation } from '../parse/values/organisation.ts'

/** What a document says that is public: nothing of it may be taken for a number or a name of a person. */
export type Facts = {
  /** Where amounts, dates, numbers of projects and organisations, postal codes stand. */
  numbers: Place[]
  /** Owners, applicants and partners. */
  organisations: string[]
  /** What the projects and the document are called. */
  titles: string[]
}

type AnyReading = Reading<unknown> | null | undefined

/** Values of one fixed form: a reader has seen that they are what their label says. */
const FIXED_FORM = new Set([
  'ownerOrganisationNumber',
  'plannedParticipants',
  'startDate',
  'endDate',
  'totalBudget',
  'totalCosts',
  'grantedSupport',
  'recipientPostalCode',
  'unionCofinancingRate',
  'interventionType',
  'programmingPeriod',
])
/** Numbers that are written in many ways: one word of them is a number, more may hold other things. */
const FREE_FORM = new Set(['diaryNumber', 'projectNumber', 'callNumber'])

/** The facts of a document, by the parser's readings. */
export const factsOf = (document: ProjectPage | DecisionList): Facts =>
  document.kind === 'esf-project-page' ? factsOfPage(document) : factsOfList(document)

function factsOfPage({ fields, rivals, title }: ProjectPage): Facts {
  const readings: [string, AnyReading][] = [
    ...Object.entries(fields),
    ...rivals.map(({ key, reading }: Rival): [string, AnyReading] => [key, reading]),
  ]
  const of = (wanted: string) => readings.flatMap(([key, reading]) => (key === wanted ? [reading] : []))
  return {
    numbers: readings.flatMap(([key, reading]) => numberPlace(key, reading)),
    organisations: of('owner').flatMap(organisationsOf),
    titles: [title?.raw ?? '', ...of('name').map((reading) => reading?.raw ?? '')],
  }
}

function numberPlace(key: string, reading: AnyReading): Place[] {
  if (reading?.state !== 'read') return []
  const isNumber = FIXED_FORM.has(key) || (FREE_FORM.has(key) && !/\s/.test(reading.raw))
  return isNumber ? [reading.place] : []
}

/** An owner or applicant, and its unit where that is one by its name: a person may stand in its place. */
function organisationsOf(reading: AnyReading): string[] {
  if (reading?.state !== 'read') return []
  const value = reading.value as Applicant | Organisation | null
  if (!value) return [reading.raw]
  if ('organisations' in value) return value.organisations.map(nameAlone)
  const unit = value.unit ?? ''
  const isUnit = looksLikeUnit(unit) || looksLikeOrganisation(unit)
  return [nameAlone(value.organisation), ...(isUnit ? [nameAlone(unit)] : [])]
}

/** Without what stands in brackets behind it and without addresses: whom to ask. */
const nameAlone = (name: string): string => name.replace(/\(.*$|\S{0,80}@\S{0,80}/gs, '')

function factsOfList({ title, publisher, partnership, sections }: DecisionList): Facts {
  const items = sections.flatMap((section) => section.items)
  const dates = sections.flatMap((section) => section.decisionDatePlace ?? [])
  return {
    numbers: [...dates, ...items.flatMap(numbersOfItem)],
    // Partners that are prose may go on with whom to ask; only a list of them is one.
    organisations: items.flatMap((item) => [
      ...organisationsOf(item.applicant),
      ...(item.partners?.names ?? []).map(nameAlone),
    ]),
    titles: [
      ...[title?.raw, publisher, partnership].map((words) => words ?? ''),
      ...sections.map((section) => section.heading?.raw ?? ''),
      ...items.map((item) => item.name?.raw ?? ''),
    ],
  }
}

function numbersOfItem(item: DecisionItem): Place[] {
  const amounts = [
    item.amount,
    item.totalBudget,
    ...item.otherAmounts.map(({ reading }) => reading),
    ...item.coFinancing.map(({ reading }) => reading),
  ]
  return [
    ...amounts.flatMap((reading) => numberPlace('totalBudget', reading)),
    ...numberPlace('startDate', item.startDate),
    ...numberPlace('endDate', item.endDate),
    ...numberPlace('projectNumber', item.projectNumber),
  ]
}

const ABOUT_PERSONS =
  /kontakt|telefon|mobil|^tel\b|tfn|e-?post|e-?mail|mejl|ledare\b|ansvarig|handläggare|samordnare|koordinator|ekonom\b|chef\b|personnummer/i
const ABOUT_ORGANISATIONS = /organisation|myndighet|förvaltning|nämnd|enhet|part(?:er|ner)?$|kommun/i

/** Fields that the parser does not know and whose label speaks of a person. */
export function personalUnknownFields(document: ProjectPage | DecisionList): UnknownField[] {
  const fields =
    document.kind === 'esf-project-page'
      ? document.unknownFields
      : document.sections.flatMap(({ items }) => items.flatMap((item) => item.unknownFields))
  return fields.filter(({ label }) => ABOUT_PERSONS.test(label) && !ABOUT_ORGANISATIONS.test(label))
}
