import type { FieldType } from './fields.ts'
import { type Candidate, foldField, type Shown, type StandingCorrection, type StoredValue } from './shown.ts'

/** The shown values of one subject, by field; a field that nothing is said of is missing. */
export type ShownFields<Field extends string> = Partial<Record<Field, Shown>>

/** A statement of one field, or a correction of one. */
export type SaidOf<Said> = Said & { field: string }

/** Folds everything that is said of a subject. Fields that `types` does not name have no shown value. Pure. */
export function foldFields<Field extends string>(
  types: Readonly<Record<Field, FieldType>>,
  statements: readonly SaidOf<Candidate>[],
  corrections: readonly SaidOf<StandingCorrection>[],
): ShownFields<Field> {
  const said = Map.groupBy(statements, ({ field }) => field)
  const corrected = Map.groupBy(corrections, ({ field }) => field)
  const folded = (Object.keys(types) as Field[]).flatMap((field) => {
    const shown = foldField(types[field], said.get(field) ?? [], corrected.get(field) ?? [])
    return shown ? [[field, shown] as const] : []
  })
  return Object.fromEntries(folded) as ShownFields<Field>
}

/** What a field shows, as the trace keeps it: enough to show it again. What is missing is null, or exact. */
export type TracedValue = {
  state: Shown['state']
  value: StoredValue
  code?: string
  precision?: number
  qualifier?: string
}

/** The fields whose shown value is another than before, with both; null where there was or is none. Pure. */
export function changedFields<Field extends string>(before: ShownFields<Field>, after: ShownFields<Field>) {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Field[]
  return fields.flatMap((field) => {
    const [from, to] = [traced(before[field]), traced(after[field])]
    return sameJson(from, to) ? [] : [{ field, from, to }]
  })
}

/** What of a shown value the trace keeps. */
type Traceable = Pick<Shown, 'state' | 'value' | 'code' | 'precision' | 'qualifier'>

export const traced = (shown: Traceable | null | undefined): TracedValue | null =>
  shown
    ? {
        state: shown.state,
        value: shown.value,
        ...(shown.code !== null && { code: shown.code }),
        ...(shown.precision !== null && shown.precision !== 1 && { precision: shown.precision }),
        ...(shown.qualifier !== null && { qualifier: shown.qualifier }),
      }
    : null

/** Whether two plain values are the same, whatever order their keys stand in: PostgreSQL keeps an order of its own. */
export const sameJson = (a: unknown, b: unknown): boolean =>
  a === null || b === null ? a === b : JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  )
}
