import { readOrganisationNumber } from '../documents/parse/values/codes.ts'
import { folded } from './cell-readers.ts'
import { cellOf } from './converted.ts'
import type { MappedColumn } from './mapping.ts'
import {
  couldBePersonalNumber,
  coverContacts,
  coverWhole,
  formsOfName,
  looksLikePerson,
  withoutVat,
} from './persons.ts'
import type { TargetField } from './schema.ts'
import type { Row } from './types.ts'

/** Who gets the support: an organisation by its name, or a person, who is not published. */
export type Beneficiary = { name: string; isPerson: boolean; hasPersonalNumber: boolean }

export function beneficiaryOf(row: Row, columns: MappedColumn[]): Beneficiary {
  const of = (target: TargetField) => {
    const column = columns.find((candidate) => candidate.target === target)
    return column ? folded(cellOf(row, column)) : ''
  }
  const [name, number] = [of('owner'), of('ownerOrganisationNumber')]
  const hasPersonalNumber = couldBePersonalNumber(number)
  // A company may be called like a person; its number tells them apart.
  const isOrganisation = 'value' in readOrganisationNumber(withoutVat(number))
  return {
    name,
    hasPersonalNumber,
    isPerson: hasPersonalNumber || (!isOrganisation && looksLikePerson(name)),
  }
}

/** What says who a person is and where the person lives. */
const OF_PERSONS = new Set<TargetField>(['owner', 'recipientAddress', 'recipientPostalCode'])

/** A person's name, address or number in place of an organisation's: no letter and no digit of it is kept. */
export function hiddenCell(original: string, target: TargetField, beneficiary: Beneficiary) {
  const isNumber = target === 'ownerOrganisationNumber' && beneficiary.hasPersonalNumber
  if (!isNumber && !(OF_PERSONS.has(target) && beneficiary.isPerson)) return undefined
  const problem = isNumber ? PERSONAL_NUMBER : PERSON
  return { state: 'UNREADABLE' as const, raw: coverWhole(original), problem }
}

export const PERSONAL_NUMBER = {
  sv: 'Här står ett personnummer. Det sparas inte.',
  en: 'A personal identity number stands here. It is not kept.',
}
export const PERSON = {
  sv: 'Stödmottagaren är en fysisk person. Namn och adress visas inte.',
  en: 'The beneficiary is a natural person. Name and address are not shown.',
}

/** A text with contacts covered, and with the beneficiary where that is a person. */
export function coverWords(text: string, { name, isPerson }: Beneficiary): string {
  if (!isPerson) return coverContacts(text, name)
  return formsOfName(name).reduce(
    (covered, form) => covered.replaceAll(form, coverWhole(form)),
    coverContacts(text, ''),
  )
}
