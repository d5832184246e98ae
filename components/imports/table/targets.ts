import type { TargetField } from '../../../lib/tables/schema.ts'

export const GROUPS = ['project', 'recipient', 'time', 'money', 'programme', 'place', 'rest'] as const
export type Group = (typeof GROUPS)[number]

/** Where a list of what a column can be has each of them, in the order of the list. */
const GROUP_OF: Record<TargetField, Group> = {
  name: 'project',
  diaryNumber: 'project',
  projectNumber: 'project',
  description: 'project',
  descriptionEnglish: 'project',
  projectPhase: 'project',
  plannedParticipants: 'project',
  strategicImportance: 'project',
  owner: 'recipient',
  ownerOrganisationNumber: 'recipient',
  recipientAddress: 'recipient',
  recipientPostalCode: 'recipient',
  recipientCity: 'recipient',
  recipientCountry: 'recipient',
  startDate: 'time',
  endDate: 'time',
  period: 'time',
  grantedSupport: 'money',
  totalBudget: 'money',
  totalCosts: 'money',
  otherAmount: 'money',
  unionCofinancingRate: 'money',
  fund: 'programme',
  programmeArea: 'programme',
  specificObjective: 'programme',
  interventionType: 'programme',
  programmeCci: 'programme',
  programmingPeriod: 'programme',
  callNumber: 'programme',
  region: 'place',
  nuts2: 'place',
  county: 'place',
  municipality: 'place',
  country: 'place',
  unknown: 'rest',
  ignore: 'rest',
  private: 'rest',
}

export const targetsOf = (group: Group): TargetField[] =>
  (Object.keys(GROUP_OF) as TargetField[]).filter((target) => GROUP_OF[target] === group)
