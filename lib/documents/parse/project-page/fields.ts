import { type Reader, read } from '../reading.ts'
import type { Span } from '../source.ts'
import type { ProjectFieldKey, ProjectFields, ProjectFieldValues } from '../types.ts'
import { readAmount } from '../values/amount.ts'
import { areaOf } from '../values/areas.ts'
import * as codes from '../values/codes.ts'
import { readCount } from '../values/count.ts'
import { readDate } from '../values/date.ts'
import { readFund } from '../values/funds.ts'
import { readOrganisation } from '../values/organisation.ts'
import { readPeriod } from '../values/period.ts'

/** A field as the pages write it: the labels it goes by, and how what stands by them is read. */
export type FieldDefinition = {
  key: ProjectFieldKey
  labels: string[]
  /** Reads what stands by the label; most fields give one reading, a period gives two. */
  read: (span: Span) => ProjectFields
}

/**
 * Every label of the project bank that the parser knows. To add a spelling, add it to a row; to add a field, add a
 * key to `ProjectFieldValues`, a row here and a fixture (CONTRIBUTING.md shows how).
 */
export const PROJECT_FIELDS: FieldDefinition[] = [
  field('diaryNumber', ['Diarienummer', 'Diarienr', 'Dnr'], codes.readNumber),
  field('projectNumber', ['Projektnummer', 'Projektnr'], codes.readNumber),
  field('name', ['Namn', 'Name', 'Projektnamn', 'Projektets namn', 'Namn på insatsen'], codes.readText),
  field('owner', ['Projektägare', 'Stödmottagare', 'Projektägare (stödmottagare)'], readOrganisation),
  field(
    'ownerOrganisationNumber',
    [
      'Projektägare organisationsnummer',
      'Projektägare org.nr.',
      'Projektägarens organisationsnummer',
      'Organisationsnummer',
    ],
    codes.readOrganisationNumber,
  ),
  field('region', ['Region'], readRegion),
  field('plannedParticipants', ['Planerat antal deltagare', 'Antal deltagare'], readCount),
  { key: 'startDate', labels: ['Projektperiod', 'Projekttid', 'Period'], read: readPeriod },
  field('startDate', ['Startdatum', 'Projektstart'], readDate),
  field('endDate', ['Slutdatum', 'Projektslut'], readDate),
  field('totalBudget', ['Total projektbudget', 'Total budget', 'Totalbudget', 'Projektbudget'], readAmount),
  field('totalCosts', ['Total Kostnader', 'Totala kostnader', 'Total kostnad'], readCosts),
  field(
    'grantedSupport',
    ['Beviljat ESF-stöd', 'Beviljat EU-stöd', 'Beviljat stöd', 'Beviljat ESF+-stöd'],
    readAmount,
  ),
  field(
    'contactName',
    ['Kontaktperson', 'Kontaktpersoner', 'Kontakt', 'Kontaktuppgifter', 'Projektledare', 'Projektansvarig'],
    codes.readText,
  ),
  field(
    'contactEmail',
    ['E-post', 'Epost', 'E-postadress', 'E-mail', 'Email', 'Mejl', 'Mail', 'E-post kontaktperson'],
    codes.readEmail,
  ),
  field(
    'contactPhone',
    ['Telefonnummer', 'Telefon', 'Mobiltelefon', 'Mobil', 'Mobilnummer', 'Tel', 'Telefon kontaktperson'],
    codes.readPhone,
  ),
  field(
    'recipientPostalCode',
    [
      'Stödmottagare postnr',
      'Stödmottagarens postnummer',
      'Stödmottagare postnummer',
      'Stödmottagarens postnr',
    ],
    codes.readPostalCode,
  ),
  field('recipientCity', ['Stödmottagare ort', 'Stödmottagarens ort', 'Projektägare ort'], codes.readText),
  field(
    'recipientAddress',
    ['Stödmottagarens address', 'Stödmottagarens adress', 'Stödmottagare adress', 'Stödmottagare address'],
    codes.readText,
  ),
  field('recipientCountry', ['Stödmottagarens land', 'Stödmottagare land'], codes.readText),
  { key: 'programmeArea', labels: ['Programområde'], read: readProgrammeAreaField },
  field('specificObjective', ['Specifikt mål', 'Särskilt mål'], codes.readObjective),
  field(
    'unionCofinancingRate',
    ['Unionens medfinansieringsgrad', 'EU:s medfinansieringsgrad', 'Medfinansieringsgrad'],
    codes.readShare,
  ),
  field('interventionType', ['Interventionstyp', 'Interventionsområde'], codes.readIntervention),
  field('country', ['Land som berörs', 'Land'], codes.readText),
  field('fund', ['Berörd fond', 'Fond', 'EU-fond'], readFund),
  field('programmeCci', ['Program CCI', 'CCI'], codes.readText),
  field('programmingPeriod', ['Programperiod'], codes.readProgrammingPeriod),
  field('nuts2', ['NUTS-2 kod', 'NUTS 2-kod', 'NUTS2', 'NUTS-2'], codes.readNuts),
  field(
    'childPovertyTheme',
    [
      'Sekundärtema - Motverka barnfattigdom',
      'Sekundärtema – Motverka barnfattigdom',
      'Motverka barnfattigdom',
    ],
    codes.readYesNo,
  ),
  field('strategicImportance', ['Insats av strategisk betydelse', 'Strategisk betydelse'], codes.readYesNo),
  field('projectPhase', ['Projektfas'], codes.readText),
  field('callNumber', ['Utlysning', 'Utlysningens diarienummer'], codes.readNumber),
  field('evaluationReports', ['Utvärderingsrapporter', 'Utvärderingsrapport'], codes.readText),
]

/** Words in an unknown label that make what stands by it a matter of persons. */
const ABOUT_PERSONS =
  /kontakt|telefon|mobil|e-?post|e-?mail|mejl|ledare$|ansvarig|handläggare|samordnare|ekonom$/i

/** A label that nobody knows but that introduces a person is read as a contact, so that no name gets among open data. */
export function personalField(label: string): FieldDefinition | undefined {
  if (!ABOUT_PERSONS.test(label)) return undefined
  const key = /e-?post|e-?mail|mejl/i.test(label)
    ? 'contactEmail'
    : /telefon|mobil/i.test(label)
      ? 'contactPhone'
      : 'contactName'
  return PROJECT_FIELDS.find((definition) => definition.key === key)
}

function field<Key extends ProjectFieldKey>(
  key: Key,
  labels: string[],
  reader: Reader<ProjectFieldValues[Key]>,
): FieldDefinition {
  return { key, labels, read: (span) => ({ [key]: read(span, reader) }) }
}

/** A region by the name it has in the source; `&` and "och" are the same, and the NUTS 2 code is added. */
function readRegion(text: string) {
  const area = areaOf(text)
  return area ? { value: area.code === 'SE0' ? text : area.name, code: area.code } : { value: text }
}

/** Costs of 0 mean that nobody has reported any yet: the bank prints 0 on every page without a final report. */
function readCosts(text: string) {
  const meaning = readAmount(text)
  return 'value' in meaning && meaning.value === 0 ? { value: null } : meaning
}

/** "1.1 Kompetensförsörjning" stands under Programområde on pages of 2014 and names the objective as well. */
function readProgrammeAreaField(span: Span): ProjectFields {
  const programmeArea = read(span, codes.readProgrammeArea)
  if (!/^(?:Programområde )?\d[.:]\d/i.test(span.text)) return { programmeArea }
  return { programmeArea, specificObjective: read(span, codes.readObjective) }
}
