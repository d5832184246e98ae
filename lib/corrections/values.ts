import type { DecisionField } from '../decisions/fields.ts'
import type { Reader, Sentence } from '../documents/parse/reading.ts'
import { areaOf, countyOf } from '../documents/parse/values/areas.ts'
import * as codes from '../documents/parse/values/codes.ts'
import { readCount } from '../documents/parse/values/count.ts'
import { readDate } from '../documents/parse/values/date.ts'
import { readFund } from '../documents/parse/values/funds.ts'
import type { OrganisationField } from '../organisations/fields.ts'
import type { ItemField, ProjectField } from '../projects/fields.ts'
import type { StoredValue } from '../projects/shown.ts'
import { ok, problem, type Result } from '../result.ts'
import { AMOUNT_KINDS, readTypedAmount } from './amounts.ts'
import { AREA_NAMES } from './areas.ts'
import { readBlocks } from './blocks.ts'
import { dateInSwedish, numberInSwedish } from './english.ts'
import type { SubjectKind } from './fields.ts'
import { readOrganisations, readPartners } from './names.ts'
import { privateIn } from './private.ts'
import type { TypedValue } from './save.ts'

/** What stands in a form for one field. */
export type TypedText = {
  text: string
  /** An entry's kind of amount; whether partners are a list or prose. Empty for other fields. */
  kind: string
  /** Of amounts: the step in kronor; empty is as the text has it. */
  rounding: string
}

type Read = Result<TypedValue, Sentence>
type FieldReader = (typed: TypedText) => Read

/**
 * What a person typed for a field, by the rules that sources are read by, so that it may be written as they write it; or
 * why it cannot be, in the user's words. Links and memberships are no text and have no reader. Pure.
 */
export function readTyped(kind: SubjectKind, field: string, typed: TypedText): Read {
  const readers: Readonly<Record<string, FieldReader>> = READERS[kind]
  const reader = Object.hasOwn(readers, field) ? readers[field] : undefined
  if (!reader) return problem(NO_FIELD)
  const given = { ...typed, text: withoutInvisible(typed.text) }
  if (given.text.trim() === '') return problem(NOTHING)
  const read = reader(given)
  return read.ok ? withoutPrivate(given.text, read) : read
}

/** Text without soft hyphens and spaces without width, which come along when it is copied from a page. Pure. */
export const withoutInvisible = (text: string): string =>
  text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')

const NO_FIELD: Sentence = {
  sv: 'Det här fältet rättas inte i en ruta.',
  en: 'This field is not corrected in a box.',
}
const NOTHING: Sentence = {
  sv: 'Rutan är tom. Välj ”Källan säger det inte” om det inte finns någon uppgift.',
  en: 'The box is empty. Choose “The source does not say” if there is no such value.',
}

/** Words can hold what is private; numbers, once read, cannot. */
function withoutPrivate(text: string, read: Read & { ok: true }): Read {
  const isWords = typeof read.value.value === 'string' || typeof read.value.value === 'object'
  const found = isWords ? privateIn(text) : undefined
  return found ? problem(found) : read
}

const plain = (value: StoredValue): TypedValue => ({ value, code: null, precision: null, qualifier: null })
const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A field that one of the parser's readers reads. */
const by =
  (reader: Reader<StoredValue>): FieldReader =>
  ({ text }) => {
    const read = reader(folded(text))
    if ('problem' in read) return problem(read.problem)
    return ok({ ...plain(read.value), code: read.code ?? null, qualifier: read.qualifier ?? null })
  }

/** Words, up to a number of characters. */
const words =
  (most: number): FieldReader =>
  ({ text }) => {
    const line = folded(text)
    return line.length > most ? problem(tooLong(most)) : ok(plain(line))
  }

const tooLong = (most: number): Sentence => ({
  sv: `Texten är för lång: högst ${most} tecken.`,
  en: `The text is too long: ${most} characters at most.`,
})

const name = words(300)
const line = words(500)
const number = by(codes.readNumber)
const organisationNumber = by(codes.readOrganisationNumber)
const yesNo = by(codes.readYesNo)
const fund = by(readFund)

/** An amount; a project's have no kind, an entry's keep theirs. */
const amount: FieldReader = ({ text, rounding, kind }) => {
  const read = readTypedAmount(folded(text), rounding)
  if (!read.ok) return read
  const code = AMOUNT_KINDS.find((one) => one === kind) ?? null
  return ok({ ...read.value, code })
}

const projectAmount: FieldReader = (typed) => amount({ ...typed, kind: '' })

/** Costs of 0 mean in the sources that nothing was reported. */
const costs: FieldReader = (typed) => {
  const read = projectAmount(typed)
  return read.ok && read.value.value === 0 ? problem(NO_COSTS) : read
}
const NO_COSTS: Sentence = {
  sv: 'Kostnader på 0 betyder att ingenting är redovisat. Välj ”Källan säger det inte” i stället.',
  en: 'Costs of 0 mean that nothing was reported. Choose “The source does not say” instead.',
}

/** More people than live in Sweden. */
const MOST_PEOPLE = 10_000_000

const count: FieldReader = (typed) => {
  const text = folded(numberInSwedish(typed.text))
  if (/^[-−–]\s*\d/.test(text)) return problem(FEWER_THAN_NONE)
  if (/^\d+[.,]\d{1,2}$/.test(text)) return problem(NOT_WHOLE)
  const read = by(readCount)({ ...typed, text })
  return read.ok && typeof read.value.value === 'number' && read.value.value > MOST_PEOPLE
    ? problem(TOO_MANY)
    : read
}
const FEWER_THAN_NONE: Sentence = {
  sv: 'Ett antal kan inte vara mindre än noll.',
  en: 'A number of people cannot be less than zero.',
}
const NOT_WHOLE: Sentence = {
  sv: 'Antalet ska vara ett heltal, som 300.',
  en: 'The number has to be a whole one, like 300.',
}
const TOO_MANY: Sentence = {
  sv: 'Så många bor inte i Sverige. Kontrollera antalet.',
  en: 'Not so many people live in Sweden. Check the number.',
}

/** The structural funds came to Sweden in 1995. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100]

const date: FieldReader = (typed) => {
  const text = folded(dateInSwedish(typed.text))
  const read = by(readDate)({ ...typed, text })
  if (!read.ok)
    return /^\d{4}[-/.]?\d{1,2}[-/.]?\d{1,2}$|^\d{1,2} \p{L}+ \d{4}$/u.test(text)
      ? problem(NO_SUCH_DAY)
      : problem(NO_DATE)
  const year = Number(String(read.value.value).slice(0, 4))
  return year < FIRST_YEAR || year > LAST_YEAR ? problem(FAR_AWAY) : read
}
const NO_SUCH_DAY: Sentence = {
  sv: 'Den dagen finns inte i kalendern. Skriv datumet som 2020-03-19 eller 19 mars 2020.',
  en: 'No calendar has that day. Write the date like 2020-03-19 or 19 March 2020.',
}
const NO_DATE: Sentence = {
  sv: 'Det går inte att läsa som ett datum. Skriv det som 2020-03-19 eller 19 mars 2020.',
  en: 'This cannot be read as a date. Write it like 2020-03-19 or 19 March 2020.',
}
const FAR_AWAY: Sentence = {
  sv: `Året ska ligga mellan ${FIRST_YEAR} och ${LAST_YEAR}.`,
  en: `The year has to be between ${FIRST_YEAR} and ${LAST_YEAR}.`,
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
  totalBudget: projectAmount,
  grantedSupport: projectAmount,
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
  totalBudget: projectAmount,
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

const READERS: Record<SubjectKind, Readonly<Record<string, FieldReader>>> = {
  project: PROJECT_READERS,
  item: ITEM_READERS,
  decision: DECISION_READERS,
  organisation: ORGANISATION_READERS,
}
