import { dayInSweden } from '../format.ts'
import type { FieldType } from './fields.ts'
import type { ShownFields } from './fold.ts'
import type { Shown } from './shown.ts'
import type { FieldOwner, FieldState, FieldView, Saying } from './view.ts'

export type CorrectionNote = { id: number; reason: string; evidence: string | null; actor: string; at: Date }

/** A subject's fields as a page shows them, absent ones too. Pure. */
export function fieldViews<Field extends string>(
  types: Readonly<Record<Field, FieldType>>,
  shown: ShownFields<Field>,
  sayings: ReadonlyMap<number, Saying>,
  corrections: ReadonlyMap<number, CorrectionNote>,
  owner?: FieldOwner,
): Record<Field, FieldView> {
  const views = (Object.keys(types) as Field[]).map(
    (field) =>
      [field, { ...fieldView(field, types[field], shown[field], sayings, corrections), owner }] as const,
  )
  return Object.fromEntries(views) as Record<Field, FieldView>
}

function fieldView(
  key: string,
  type: FieldType,
  shown: Shown | undefined,
  sayings: ReadonlyMap<number, Saying>,
  corrections: ReadonlyMap<number, CorrectionNote>,
): FieldView {
  const said = (ids: readonly number[]) => ids.flatMap((id) => sayings.get(id) ?? [])
  const correction = corrections.get(shown?.correction ?? -1)
  return {
    key,
    type,
    state: shown ? stateOf(shown) : 'absent',
    value: shown?.value ?? null,
    code: shown?.code ?? null,
    precision: shown?.precision ?? null,
    qualifier: shown?.qualifier ?? null,
    shown: sayings.get(shown?.statement ?? -1) ?? null,
    rivals: said(shown?.rivals ?? []),
    agreeing: said(shown?.agreeing ?? []),
    apart: said(shown?.apart ?? []),
    older: said(shown?.older ?? []),
    correction: correction
      ? {
          reason: correction.reason,
          evidence: correction.evidence,
          by: correction.actor,
          on: dayInSweden(correction.at),
          sourceChanged: shown?.sourceChanged ?? false,
        }
      : null,
  }
}

function stateOf({ state, correction, reviewed }: Shown): FieldState {
  if (state !== 'value') return state
  if (correction === null) return 'read'
  return reviewed ? 'reviewed' : 'corrected'
}
