import type { DecisionField } from '../decisions/fields.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { areaOf, countyOf } from '../documents/parse/values/areas.ts'
import * as codes from '../documents/parse/values/codes.ts'
import { readFund } from '../documents/parse/values/funds.ts'
import { readFollowUpField } from '../follow-up/values.ts'
import type { OrganisationField } from '../organisations/fields.ts'
import type { ItemField, ProjectField } from '../projects/fields.ts'
import { ok, problem } from '../result.ts'
import { AREA_NAMES } from './areas.ts'
import { readBlocks } from './blocks.ts'
import { numberInSwedish } from './english.ts'
import { type SubjectKind, typeOf } from './fields.ts'
import { readOrganisations, readPartners } from './names.ts'
import { privateIn } from './private.ts'
import {
  amount,
  by,
  count,
  date,
  type FieldReader,
  folded,
  NOTHING,
  plain,
  plainAmount,
  type Read,
  type TypedText,
  tooLong,
  words,
} from './readers.ts'

/**
 * What a person typed for a field, by the rules that sources are read by, so that it may be written as they write it; or
 * why it cannot be, in the user's words. Links and memberships are no text and have no reader. Pure.
 */
export function readTyped(kind: SubjectKind, field: string, typed: TypedText): Read {
  if (!typeOf(kind, field)) return problem(NO_FIELD)
  const given = { ...typed, text: withoutInvisible(typed.text) }
  if (given.text.trim() === '') return problem(NOTHING)
  const read = kind === 'followUp' ? readFollowUpField(field, given) : readerOf(kind, field)?.(given)
  if (!read) return problem(NO_FIELD)
  return read.ok ? withoutPrivate(given.text, read) : read
}

function readerOf(kind: Exclude<SubjectKind, 'followUp'>, field: string): FieldReader | undefined {
  const readers: Readonly<Record<string, FieldReader>> = READERS[kind]
  return Object.hasOwn(readers, field) ? readers[field] : undefined
}

/** Text without soft hyphens and spaces without width, which come along when it is copied from a page. Pure. */
export const withoutInvisible = (text: string): string =>
  text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')

const NO_FIELD: Sentence = {
  sv: 'Det här fältet rättas inte i en ruta.',
  en: 'This field is not corrected in a box.',
}
/** Twelve digits of a hash may look like a telephone number, and are nobody's. */
const OWN_DOCUMENT = /^\/dokument\/[0-9a-f]{12}$/

/** Words can hold what is private; numbers, once read, cannot. */
function withoutPrivate(text: string, read: Read & { ok: true }): Read {
  if (typeof read.value.value === 'string' && OWN_DOCUMENT.test(read.value.value)) return read
  const isWords = typeof read.value.value === 'string' || typeof read.value.value === 'object'
  const found = isWords ? privateIn(text) : undefined
  return found ? problem(found) : read
}

const name = words(300)
const line = words(500)
const number = by(codes.readNumber)
const organisationNumber = by(codes.readOrganisationNumber)
const yesNo = by(codes.readYesNo)
const fund = by(readFund)

/** Costs of 0 mean in the sources that nothing was reported. */
const costs: FieldReader = (typed) => {
  const read = plainAmount(typed)
  return read.ok && read.value.value === 0 ? problem(NO_COSTS) : read
}
const NO_COSTS: Sentence = {
  sv: 'Kostnader på 0 betyder att ingenting är redovisat. Välj ”Källan säger det inte” i stället.',
  en: 'Costs of 0 mean that nothing was reported. Choose “The source does not say” instead.',
}

/** A programme area of the funds by its name, with its code, or by its code. */
function areaIn(text: string): { code: string; name: string } | undefined {
  const typed = folded(text)
  const [code, name] = AREA_NAMES.find(([one]) => one === typed.toUpperCase()) ?? []
  return code && name ? { code, name } : areaOf(typed)
}

const NO_AREA: Sentence = {
  sv: 'Det är inget av fondernas programområden, som Västsverige eller Nationellt.',
  en: 'This is none of the funds’ programme areas, like Västsverige or Nationellt.',
}

/** A project's region is stored by name, with its code beside it. */
const region: FieldReader = ({ text }) => {
  const area = areaIn(text)
  return area ? ok({ ...plain(area.name), code: area.code }) : problem(NO_AREA)
}

/** A decision's is stored as the code alone. */
const regionCode: FieldReader = ({ text }) => {
  const area = areaIn(text)
  return area ? ok(plain(area.code)) : problem(NO_AREA)
}

const county: FieldReader = ({ text }) => {
  const found = countyOf(folded(text))
  return found ? ok(plain(found)) : problem(NO_COUNTY)
}
const NO_COUNTY: Sentence = {
  sv: 'Det är inget av Sveriges län, som Dalarna eller Örebro.',
  en: 'This is none of Sweden’s counties, like Dalarna or Örebro.',
}

const organisations: FieldReader = ({ text }) => {
  const read = readOrganisations(text)
  return read.ok ? ok(plain(read.value)) : read
}

const partners: FieldReader = ({ text, kind }) => {
  const read = readPartners(text, kind)
  return read.ok ? ok({ ...plain(read.value.value), qualifier: read.value.qualifier }) : read
}

/** A description is some pages at most. */
const LONGEST_DESCRIPTION = 40_000

const description: FieldReader = ({ text }) => {
  if (text.length > LONGEST_DESCRIPTION) return problem(tooLong(LONGEST_DESCRIPTION))
  const blocks = readBlocks(text)
  return blocks.length > 0 ? ok(plain(blocks)) : problem(NOTHING)
}

const PROJECT_READERS: Record<ProjectField, FieldReader> = {
  name,
  diaryNumber: number,
  projectNumber: number,
  owner: organisations,
  ownerOrganisationNumber: organisationNumber,
  recipientAddress: line,
  recipientPostalCode: by(codes.readPostalCode),
  recipientCity: line,
  recipientCountry: line,
  region,
  nuts2: by(codes.readNuts),
  county: line,
  municipality: line,
  country: line,
  startDate: date,
  endDate: date,
  projectPhase: line,
  totalBudget: plainAmount,
  grantedSupport: plainAmount,
  totalCosts: costs,
  otherAmount: line,
  unionCofinancingRate: ({ text, ...typed }) =>
    by(codes.readShare)({ ...typed, text: numberInSwedish(text) }),
  plannedParticipants: count,
  fund,
  programmingPeriod: by(codes.readProgrammingPeriod),
  programmeCci: words(40),
  programmeArea: by(codes.readProgrammeArea),
  specificObjective: by(codes.readObjective),
  interventionType: by(codes.readIntervention),
  childPovertyTheme: yesNo,
  strategicImportance: yesNo,
  callNumber: number,
  evaluationReports: words(2000),
  description,
}

const ITEM_READERS: Record<Exclude<ItemField, 'fund'>, FieldReader> = {
  name,
  applicant: organisations,
  amount,
  partners,
  projectNumber: number,
  totalBudget: plainAmount,
  priorityAxis: line,
  startDate: date,
  endDate: date,
  description,
}

const DECISION_READERS: Record<DecisionField, FieldReader> = {
  heading: name,
  publisher: name,
  partnership: name,
  region: regionCode,
  county,
  fund,
  decisionDate: date,
  statedDate: date,
}

const ORGANISATION_READERS: Record<OrganisationField, FieldReader> = { name, number: organisationNumber }

const READERS: Record<Exclude<SubjectKind, 'followUp'>, Readonly<Record<string, FieldReader>>> = {
  project: PROJECT_READERS,
  item: ITEM_READERS,
  decision: DECISION_READERS,
  organisation: ORGANISATION_READERS,
}
