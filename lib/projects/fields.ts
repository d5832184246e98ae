import type { ProjectFieldKey } from '../documents/parse/types.ts'

/** How a field's value is compared, stored and written. */
export type FieldType =
  | 'text'
  | 'amount'
  | 'count'
  | 'number'
  | 'date'
  | 'organisation'
  | 'code'
  | 'share'
  | 'yesNo'

/** The contact fields of a source: never statements, never public. */
type PrivateField = 'contactName' | 'contactEmail' | 'contactPhone'

/** A field of a project that has a shown value. */
export type ProjectField = Exclude<ProjectFieldKey, PrivateField> | TableField | 'description'

/** What only tables of operations give. Amounts in another currency are never added to kronor: they are words. */
type TableField = 'county' | 'municipality' | 'otherAmount'

/**
 * Every public field of a project, in the order in which a page lists them, with its type.
 * Labels in both languages stand in lib/i18n, under `field`.
 */
export const PROJECT_FIELDS = {
  name: 'text',
  diaryNumber: 'text',
  projectNumber: 'text',
  owner: 'organisation',
  ownerOrganisationNumber: 'text',
  recipientAddress: 'text',
  recipientPostalCode: 'text',
  recipientCity: 'text',
  recipientCountry: 'text',
  region: 'code',
  nuts2: 'code',
  county: 'text',
  municipality: 'text',
  country: 'text',
  startDate: 'date',
  endDate: 'date',
  projectPhase: 'text',
  totalBudget: 'amount',
  grantedSupport: 'amount',
  totalCosts: 'amount',
  otherAmount: 'text',
  unionCofinancingRate: 'share',
  plannedParticipants: 'count',
  fund: 'code',
  programmingPeriod: 'code',
  programmeCci: 'text',
  programmeArea: 'code',
  specificObjective: 'code',
  interventionType: 'code',
  childPovertyTheme: 'yesNo',
  strategicImportance: 'yesNo',
  callNumber: 'text',
  evaluationReports: 'text',
  description: 'text',
} as const satisfies Record<ProjectField, FieldType>

export const PROJECT_FIELD_KEYS = Object.keys(PROJECT_FIELDS) as ProjectField[]

export const isProjectField = (key: string): key is ProjectField => Object.hasOwn(PROJECT_FIELDS, key)

/** A field of an entry on a decision list that has a shown value. */
export const ITEM_FIELDS = {
  name: 'text',
  applicant: 'organisation',
  amount: 'amount',
  partners: 'text',
  projectNumber: 'text',
  totalBudget: 'amount',
  priorityAxis: 'text',
  startDate: 'date',
  endDate: 'date',
  fund: 'code',
  description: 'text',
} as const satisfies Record<string, FieldType>
export type ItemField = keyof typeof ITEM_FIELDS

export const ITEM_FIELD_KEYS = Object.keys(ITEM_FIELDS) as ItemField[]

/**
 * What an entry says of the project that it led to, by the project's field. `amount` is said of the granted support
 * only where the entry's amount is an awarded one: what was applied for is no grant.
 */
export const SAID_BY_ITEMS: Partial<Record<ItemField, ProjectField>> = {
  name: 'name',
  applicant: 'owner',
  projectNumber: 'projectNumber',
  totalBudget: 'totalBudget',
  startDate: 'startDate',
  endDate: 'endDate',
}
