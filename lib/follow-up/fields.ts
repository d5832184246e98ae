import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { FieldType } from '../projects/fields.ts'
import type { EventType } from './kinds.ts'
import { MEASURES, type MeasureName, measureKey, measureOf } from './measures.ts'

/** What can be said of a follow-up beside its numbers, with how it is read and compared. */
const PLAIN = {
  /** The day that it tells of: costs up to it, participants who had taken part by it, the day of an event. */
  asOf: 'date',
  comment: 'text',
  /** Where it stands: an address, and where there. A file is attached beside it. */
  sourceUrl: 'text',
  sourcePage: 'text',
  sourceWords: 'text',
  basis: 'code',
  achieved: 'text',
  notAchieved: 'text',
  livesOn: 'text',
  event: 'code',
  text: 'text',
  /** The decision that a change follows from: its address in the registry. */
  decision: 'text',
  /** What an event changed the budget, the support and the end to. */
  budget: 'amount',
  support: 'amount',
  endDate: 'date',
  documentType: 'code',
  title: 'text',
  author: 'text',
  /** Of a row: the group of people; an indicator's code, or its own name, with unit and period. */
  group: 'text',
  code: 'code',
  name: 'text',
  unit: 'text',
  period: 'text',
} as const satisfies Record<string, FieldType>
export type PlainField = keyof typeof PLAIN

/** What every follow-up has. */
export const COMMON_FIELDS = ['asOf', 'sourceUrl', 'sourcePage', 'sourceWords', 'comment'] as const

const keysOf = (...names: MeasureName[]): string[] =>
  names.flatMap((name) => MEASURES[name].parts.map((part) => measureKey({ name, part, row: null })))

/** What a form of a kind asks for, beside what every follow-up has; `rows`: what it asks for again and again. */
type Form = { fields: readonly string[]; rows?: { fields: readonly string[]; shown: number } }
export const FORMS: Record<FollowUpKind, Form> = {
  COSTS: { fields: ['basis', ...keysOf('costs', 'advances', 'recovered')] },
  PARTICIPANTS: {
    fields: keysOf('planned', 'reached'),
    rows: { fields: ['group', ...keysOf('planned', 'reached')], shown: 2 },
  },
  INDICATORS: {
    fields: [],
    rows: {
      fields: ['code', 'name', 'unit', 'period', ...keysOf('baseline', 'target', 'actual')],
      shown: 3,
    },
  },
  RESULTS: { fields: ['achieved', 'notAchieved', 'livesOn'] },
  EVENT: {
    fields: ['event', 'text', 'decision', 'budget', 'support', 'endDate', ...keysOf('recovered')],
  },
  DOCUMENT: { fields: ['documentType', 'title', 'author'] },
}

/**
 * The events that a field is of, where it is not of any. One decision may move money and period at once, and an early end may
 * do both; what an audit finds may be paid back.
 */
export const EVENTS_OF: Readonly<Record<string, readonly EventType[]>> = {
  budget: ['budgetChanged', 'periodChanged', 'endedEarly'],
  support: ['budgetChanged', 'periodChanged', 'endedEarly'],
  endDate: ['budgetChanged', 'periodChanged', 'endedEarly'],
  'recovered.total': ['recovered', 'auditFinding'],
}

/** Rows that a follow-up may have. */
export const MOST_ROWS = 40

/** A form's field as the key that it has in a row: `group@unga`, `reached.women@unga`. */
export const keyInRow = (field: string, row: string): string => `${field}@${row}`

/** The fields of a follow-up of a kind, in the order of its form; rows are those that some of the given keys are of. */
export function followUpKeys(kind: FollowUpKind, stated: readonly string[]): string[] {
  const form = FORMS[kind]
  const rows = [...new Set(stated.flatMap((key) => /@(.+)$/.exec(key)?.[1] ?? []))]
  const inRow = (row: string) => (form.rows?.fields ?? []).map((field) => keyInRow(field, row))
  return [...form.fields, ...rows.flatMap(inRow), ...COMMON_FIELDS]
}

const FIELD = /^([a-zA-Z]+)(?:@[A-Za-z0-9-]{1,80})?$/

/** The plain field that a key is of, whatever its row; undefined for a measure, and for what is no field. Pure. */
export function plainFieldOf(key: string): PlainField | undefined {
  const name = FIELD.exec(key)?.[1] ?? ''
  return Object.hasOwn(PLAIN, name) ? (name as PlainField) : undefined
}

/** How a field of a follow-up is read, compared and written; undefined for what is none. Pure. */
export function typeOfFollowUpField(key: string): FieldType | undefined {
  const measure = measureOf(key)
  if (measure) return MEASURES[measure.name].type
  const plain = plainFieldOf(key)
  return plain && PLAIN[plain]
}
