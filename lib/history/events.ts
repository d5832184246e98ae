import type { TracedValue } from '../projects/fold.ts'
import type { StoredValue } from '../projects/shown.ts'
import { type Action, type FieldAction, isAction, isFieldAction } from './actions.ts'

/** What one row of the trace says happened. Records are named by their ids; null where the row does not say. */
export type TraceEvent =
  | { action: 'takenBack' }
  | { action: 'created' | 'published' | 'attached'; fields: Readonly<Record<string, TracedValue>> }
  | { action: 'detached' }
  | { action: FieldAction; field: string; from: TracedValue | null; to: TracedValue | null }
  | { action: 'linked'; project: number | null; why: string | null }
  | { action: 'unlinked'; project: number | null }
  | { action: 'named'; name: string }
  /** Which organisation it led to before and after; `took`: it is the one that stays, and the other came or went. */
  | { action: 'merged' | 'split'; from: number | null; into: number | null; took: number | null }
  | { action: 'distinct'; other: number | null }
  | { action: 'lookedAt' | 'lookAgain' }
  | { action: 'reportAccepted' | 'reportDeclined' | 'reportAsked' | 'reportAnswered' }
  /** An action that is not in the list, or a row that cannot be read: it is told without its values. */
  | { action: 'other' }

/** What the trace keeps of an event. */
export type Row = { action: string; field: string | null; from: unknown; to: unknown }

/** Reads a row of the trace. Never throws: rows of older versions of the site may lack something. Pure. */
export function eventOf(row: Row): TraceEvent {
  if (!isAction(row.action)) return OTHER
  return isFieldAction(row.action) ? fieldEvent(row.action, row) : READERS[row.action](row)
}

const OTHER: TraceEvent = { action: 'other' }

function fieldEvent(action: FieldAction, { field, from, to }: Row): TraceEvent {
  if (field === null) return OTHER
  return { action, field, from: tracedIn(from, field), to: tracedIn(to, field) }
}

const READERS: Record<Exclude<Action, FieldAction>, (row: Row) => TraceEvent> = {
  created: ({ to }) => ({ action: 'created', fields: fieldsIn(to) }),
  takenBack: () => ({ action: 'takenBack' }),
  published: ({ to }) => ({ action: 'published', fields: fieldsIn(to) }),
  attached: ({ to }) => ({ action: 'attached', fields: fieldsIn(to) }),
  detached: () => ({ action: 'detached' }),
  linked: ({ to }) => ({ action: 'linked', project: numberIn(to, 'project'), why: textIn(to, 'by') }),
  unlinked: ({ from }) => ({ action: 'unlinked', project: numberIn(from, 'project') }),
  named: ({ to }) => ({ action: 'named', name: textIn(to, 'name') ?? '' }),
  merged: (row) => ({ action: 'merged', ...mergeIn(row) }),
  split: (row) => ({ action: 'split', ...mergeIn(row) }),
  distinct: ({ to }) => ({ action: 'distinct', other: numberIn(to, 'other') }),
  lookedAt: () => ({ action: 'lookedAt' }),
  lookAgain: () => ({ action: 'lookAgain' }),
  reportAccepted: () => ({ action: 'reportAccepted' }),
  reportDeclined: () => ({ action: 'reportDeclined' }),
  reportAsked: () => ({ action: 'reportAsked' }),
  reportAnswered: () => ({ action: 'reportAnswered' }),
}

const mergeIn = ({ from, to }: Row) => ({
  from: numberIn(from, 'into'),
  into: numberIn(to, 'into'),
  took: numberIn(to, 'took') ?? numberIn(from, 'took'),
})

/** All fields of a new record. A decision's and an organisation's stand without a state. */
function fieldsIn(json: unknown): Record<string, TracedValue> {
  if (!isRecord(json)) return {}
  return Object.fromEntries(
    Object.entries(json).flatMap(([field, held]) => {
      const value = tracedOf(held)
      return value ? [[field, value] as const] : []
    }),
  )
}

/** A field's value; older rows have it under the field's own name. */
const tracedIn = (json: unknown, field: string): TracedValue | null =>
  isRecord(json) && !('state' in json) && field in json ? tracedOf(json[field]) : tracedOf(json)

const STATES: readonly string[] = ['value', 'unreported', 'empty', 'unreadable', 'notStated']

function tracedOf(json: unknown): TracedValue | null {
  if (json === null || json === undefined) return null
  if (!isRecord(json)) return { state: 'value', value: json as StoredValue }
  if (typeof json.state !== 'string' || !STATES.includes(json.state)) return null
  return json as TracedValue
}

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

function numberIn(json: unknown, key: string): number | null {
  const held = isRecord(json) ? json[key] : null
  return typeof held === 'number' ? held : null
}

function textIn(json: unknown, key: string): string | null {
  const held = isRecord(json) ? json[key] : null
  return typeof held === 'string' ? held : null
}
