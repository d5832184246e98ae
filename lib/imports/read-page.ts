import { valueIn } from '../documents/parse/reading.ts'
import type { ProjectFieldKey, ProjectPage } from '../documents/parse/types.ts'
import { contactsOf } from '../documents/privacy/index.ts'
import { isProjectField } from '../projects/fields.ts'
import type { ContactDraft, PageDraft, StatementDraft } from './drafts.ts'
import {
  type Covered,
  cover,
  coverWarning,
  stateContradictions,
  stateDescription,
  statePlace,
  stateReading,
} from './statements.ts'

/** What a project page says, ready to be kept. */
export function draftPage(source: Covered, page: ProjectPage): PageDraft {
  const owner = valueIn(page.fields.owner)?.organisation
  return {
    numbers: numbersOf(page),
    name: cover(source, valueIn(page.fields.name) ?? ''),
    organisations: owner
      ? [{ name: cover(source, owner), number: valueIn(page.fields.ownerOrganisationNumber) ?? null }]
      : [],
    statements: statementsOf(source, page),
    contacts: contactsOf(page).map(draftContact),
    warnings: page.warnings.map((warning) => coverWarning(source, warning)),
  }
}

export const draftContact = ({
  name,
  email,
  phone,
}: Partial<Record<keyof ContactDraft, string>>): ContactDraft => ({
  name: name ?? null,
  email: email ?? null,
  phone: phone ?? null,
})

/** A heading's number counts only where no label gives one: the parser warns where they differ. */
function numbersOf({ fields, titleNumber }: ProjectPage): string[] {
  const labelled = [valueIn(fields.projectNumber), valueIn(fields.diaryNumber)].filter(
    (number) => number !== undefined,
  )
  const numbers = labelled.length > 0 ? labelled : titleNumber ? [titleNumber.raw] : []
  return [...new Set(numbers)]
}

function statementsOf(source: Covered, page: ProjectPage): StatementDraft[] {
  const { fields, rivals, titleNumber, unknownFields, description } = page
  const read = Object.entries(fields).flatMap(([key, reading]) =>
    isProjectField(key) ? stateReading(source, key, reading) : [],
  )
  const others = rivals.flatMap(({ key, reading }) =>
    isProjectField(key) ? stateReading(source, key, reading, { origin: 'RIVAL' }) : [],
  )
  const unknown = unknownFields.map(({ label, place }) => ({
    ...statePlace(source, 'unknown', place),
    label,
  }))
  return [
    ...read,
    ...others,
    ...(titleNumber && !hasNumber(fields) ? [statePlace(source, 'projectNumber', titleNumber.place)] : []),
    ...(description ? [stateDescription(source, description)] : []),
    ...stateContradictions(source, page.warnings),
    ...unknown,
  ]
}

const NUMBERS: ProjectFieldKey[] = ['projectNumber', 'diaryNumber']
const hasNumber = (fields: ProjectPage['fields']) => NUMBERS.some((key) => fields[key] !== undefined)
