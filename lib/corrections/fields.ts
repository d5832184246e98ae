import { DECISION_FIELDS } from '../decisions/fields.ts'
import { typeOfFollowUpField } from '../follow-up/fields.ts'
import { ORGANISATION_FIELDS } from '../organisations/fields.ts'
import { type FieldType, ITEM_FIELDS, PROJECT_FIELDS } from '../projects/fields.ts'

/** A record that can be corrected. An item is an entry of a decision. */
export type SubjectKind = 'project' | 'item' | 'decision' | 'organisation' | 'followUp'
export type Subject = { kind: SubjectKind; id: number }

/**
 * `link`: the id of the project that an entry led to. `membership`: whether an entry belongs on its list at all. Neither is
 * read from words, so neither has statements: see lib/corrections/load.ts.
 */
export type CorrectableType = FieldType | 'link' | 'membership'

/** An entry's fund is its decision's, and is corrected there. */
const { fund: _, ...OWN_ITEM_FIELDS } = ITEM_FIELDS

/**
 * Every field that a person can correct, by kind of record, in the order in which forms list them. Follow-ups have the
 * fields of their kind and as many rows as they need: lib/follow-up/fields.ts.
 */
export const CORRECTABLE: Record<
  Exclude<SubjectKind, 'followUp'>,
  Readonly<Record<string, CorrectableType>>
> = {
  project: PROJECT_FIELDS,
  item: { ...OWN_ITEM_FIELDS, project: 'link', inForce: 'membership' },
  decision: DECISION_FIELDS,
  organisation: ORGANISATION_FIELDS,
}

/** The type of a record's field, or undefined for what is no field of it. */
export function typeOf(kind: SubjectKind, field: string): CorrectableType | undefined {
  if (kind === 'followUp') return typeOfFollowUpField(field)
  return Object.hasOwn(CORRECTABLE[kind], field) ? CORRECTABLE[kind][field] : undefined
}

export const isSubjectKind = (text: string): text is SubjectKind =>
  text === 'followUp' || Object.hasOwn(CORRECTABLE, text)
