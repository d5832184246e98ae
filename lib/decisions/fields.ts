import type { FieldType } from '../projects/fields.ts'

/** The fields of a decision itself, in the order in which pages list them. `region` holds a NUTS 2 code. */
export const DECISION_FIELDS = {
  heading: 'text',
  publisher: 'text',
  partnership: 'text',
  region: 'code',
  county: 'text',
  fund: 'code',
  decisionDate: 'date',
  statedDate: 'date',
} as const satisfies Record<string, FieldType>
export type DecisionField = keyof typeof DECISION_FIELDS

export const DECISION_FIELD_KEYS = Object.keys(DECISION_FIELDS) as DecisionField[]
