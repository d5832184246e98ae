import type { TracedValue } from '../projects/fold.ts'
import { eventOf, type Row, type TraceEvent } from './events.ts'

/**
 * What a record showed at some time, by field; a field that it did not have is missing. Beside the fields that have values
 * of their own: `project` (of an entry: the id of the project that it led to), `inForce` (of an entry: `false` while it
 * was on no list), `mergedInto` (of an organisation: the id of the one that it was merged into).
 */
export type RecordState = Readonly<Record<string, TracedValue>>

/**
 * Replays what the trace says of one record, oldest first, into what it shows after the last of it. `start` is what it
 * held when the trace began: nothing, but for records that are older than the trace. Pure.
 */
export const replay = (rows: readonly Row[], start: RecordState = {}): RecordState =>
  rows.reduce<RecordState>((state, row) => after(state, eventOf(row)), start)

/** The state after one more event. Pure. */
export function after(state: RecordState, event: TraceEvent): RecordState {
  switch (event.action) {
    case 'created':
    case 'published':
      return { ...state, ...event.fields }
    case 'takenBack':
      return {}
    case 'linked':
      return withField(state, 'project', idValue(event.project))
    case 'unlinked':
      return withField(state, 'project', null)
    case 'merged':
    case 'split':
      return withField(state, 'mergedInto', idValue(event.into))
    case 'field':
    case 'corrected':
    case 'reviewed':
    case 'notStated':
    case 'withdrawn':
      return withField(state, event.field, event.field === 'inForce' ? (event.to ?? ON_NO_LIST) : event.to)
    default:
      return state
  }
}

/** A correction that took an entry off its list was taken back when no list had it any longer. */
const ON_NO_LIST: TracedValue = { state: 'value', value: false }

const idValue = (id: number | null): TracedValue | null =>
  id === null ? null : { state: 'value', value: id }

function withField(state: RecordState, field: string, value: TracedValue | null): RecordState {
  const { [field]: _, ...others } = state
  return value ? { ...others, [field]: value } : others
}

/** The id that a state holds of a link, a merge; null where there is none. */
export function idIn(state: RecordState, field: 'project' | 'mergedInto'): number | null {
  const value = state[field]?.value
  return typeof value === 'number' ? value : null
}

/** Whether an entry was on a list: it is, unless something says otherwise. */
export const isInForce = ({ inForce }: RecordState): boolean =>
  inForce === undefined || (inForce.state === 'value' && inForce.value === true)
