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

/** The columns that hold them. */
export const DECISION_COLUMNS = {
  heading: true,
  publisher: true,
  partnership: true,
  region: true,
  county: true,
  fund: true,
  decisionDate: true,
  statedDate: true,
} as const satisfies Record<DecisionField, true>

export const DECISION_FIELD_KEYS = Object.keys(DECISION_FIELDS) as DecisionField[]
