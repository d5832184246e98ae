import type { ProjectField } from '../../lib/projects/fields.ts'

type Group = { title: 'groupProject' | 'groupOwner' | 'groupProgramme'; keys: readonly ProjectField[] }

/** The fields of a project as its page groups them; money and the description have places of their own. */
export const FACT_GROUPS: Group[] = [
  {
    title: 'groupProject',
    keys: [
      'name',
      'diaryNumber',
      'projectNumber',
      'region',
      'nuts2',
      'county',
      'municipality',
      'country',
      'startDate',
      'endDate',
      'projectPhase',
      'plannedParticipants',
      'otherAmount',
      'evaluationReports',
    ],
  },
  {
    title: 'groupOwner',
    keys: [
      'owner',
      'ownerOrganisationNumber',
      'recipientAddress',
      'recipientPostalCode',
      'recipientCity',
      'recipientCountry',
    ],
  },
  {
    title: 'groupProgramme',
    keys: [
      'fund',
      'programmingPeriod',
      'programmeCci',
      'programmeArea',
      'specificObjective',
      'interventionType',
      'unionCofinancingRate',
      'callNumber',
      'childPovertyTheme',
      'strategicImportance',
    ],
  },
]
