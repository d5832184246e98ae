import type { FieldType } from '../projects/fields.ts'

/** What can be corrected of an organisation: its official name and its number of ten digits. */
export const ORGANISATION_FIELDS = { name: 'text', number: 'text' } as const satisfies Record<
  string,
  FieldType
>
export type OrganisationField = keyof typeof ORGANISATION_FIELDS
