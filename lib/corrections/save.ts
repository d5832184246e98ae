import 'server-only'
import type { Transaction } from '../db.ts'
import { sameJson, traced } from '../projects/fold.ts'
import { organisationNames, type Shown, type StoredValue } from '../projects/shown.ts'
import type { Acting } from '../registry/acting.ts'
import { correctionForFolding } from '../registry/statements.ts'
import { jsonOf } from '../registry/trace.ts'
import { acceptReport } from '../reports/accept.ts'
import { problem, type Result } from '../result.ts'
import { applyToRecord, type Prepared, touchRecord } from './apply.ts'
import { basisOf } from './basis.ts'
import { type Subject, type SubjectKind, typeOf } from './fields.ts'
import { type Loaded, type LoadedField, lastMade, loadRecord, refolded } from './load.ts'

/** A value as a correction holds it. Kronor, ISO dates, codes as statements have them. */
export type TypedValue = {
  value: StoredValue
  code: string | null
  precision: number | null
  qualifier: string | null
}

/** What a person says of one field. `basis`: what the form was filled in over (lib/corrections/basis.ts). */
export type FieldSave =
  | { field: string; basis: string; as: 'value'; typed: TypedValue }
  | { field: string; basis: string; as: 'reviewed' | 'notStated' | 'withdraw' }
type Said = Exclude<FieldSave, { as: 'withdraw' }> & { as: 'value' | 'reviewed' | 'notStated' }

export type Save = {
  subject: Subject
  changes: readonly FieldSave[]
  reason: string
  /** A web address, or the address of a document of the registry. */
  evidence: string | null
  /** The visitor's report that this follows. */
  reportId?: number | null
}

/** A field that somebody else changed after the form was opened. */
export type Conflict = {
  field: string
  /** What a new try is made over. */
  basis: string
  shown: Shown | null
  /** Who made it so; null where a source did. */
  by: { actor: string; at: Date; reason: string | null } | null
}

export type Saved = { slug: string; fields: string[] }
type FieldProblem =
  | 'unknownField'
  | 'sameValue'
  | 'nothingToReview'
  | 'nothingToWithdraw'
  | 'numberTaken'
  | 'unknownProject'
export type SaveProblem =
  | { kind: 'missing' }
  | { kind: 'nothing' }
  | { kind: 'stale'; conflicts: Conflict[] }
  | { kind: 'field'; field: string; why: FieldProblem; other?: { slug: string; name: string } }
  | { kind: 'report' }

/**
 * Keeps what a person says of fields of one record, all of it or nothing: corrections, reviews, withdrawals, each with its
 * trace. A field that has changed since the form was opened is a conflict, and then nothing is kept; fields that others
 * changed and this save does not touch are theirs. To be called within `changeRegistry`, which holds the registry's lock:
 * nobody changes anything between what is read here and what is written. `loaded`: the record, where the caller has read
 * it already in this transaction.
 */
export async function saveCorrections(
  tx: Transaction,
  acting: Acting,
  save: Save,
  loaded?: Loaded,
): Promise<Result<Saved, SaveProblem>> {
  if (save.changes.length === 0) return problem({ kind: 'nothing' })
  const record = loaded ?? (await loadRecord(tx, save.subject))
  if (!record) return problem({ kind: 'missing' })
  const conflicts = await conflictsIn(tx, record, save.changes)
  if (conflicts.length > 0) return problem({ kind: 'stale', conflicts })
  for (const change of save.changes) {
    const isField = typeOf(save.subject.kind, change.field) !== undefined
    const why = refusalOf(isField ? record.fields[change.field] : undefined, change)
    if (why) return problem({ kind: 'field', field: change.field, why })
  }
  if (save.reportId && !(await acceptReport(tx, acting, save.reportId))) return problem({ kind: 'report' })
  const prepared: Prepared[] = []
  for (const change of save.changes) prepared.push(await write(tx, acting, record, save, change))
  const applied = await applyToRecord(tx, acting, record, prepared)
  if (!applied.ok) return applied
  await touchRecord(tx, acting, record)
  return { ok: true, value: { slug: record.slug, fields: save.changes.map(({ field }) => field) } }
}

async function conflictsIn(
  tx: Transaction,
  record: Loaded,
  changes: readonly FieldSave[],
): Promise<Conflict[]> {
  const conflicts: Conflict[] = []
  for (const { field, basis } of changes) {
    const shown = record.fields[field]?.shown ?? null
    if (record.fields[field] && basisOf(shown) !== basis)
      conflicts.push({
        field,
        basis: basisOf(shown),
        shown,
        by: await lastToChange(tx, record.subject, field),
      })
  }
  return conflicts
}

/** Who last said something of a field: made a correction, or withdrew one. */
async function lastToChange(tx: Transaction, subject: Subject, field: string): Promise<Conflict['by']> {
  const change = await tx.change.findFirst({
    where: { ...columnOf(subject), field, correctionId: { not: null } },
    orderBy: { id: 'desc' },
    select: { actor: true, at: true, reason: true },
  })
  return change
}

/** Why a change cannot be made of a field, or nothing. */
function refusalOf(field: LoadedField | undefined, change: FieldSave): FieldProblem | undefined {
  if (!field) return 'unknownField'
  if (change.as === 'value') return isShown(change.typed, field) ? 'sameValue' : undefined
  if (change.as === 'withdraw') return field.corrections.length === 0 ? 'nothingToWithdraw' : undefined
  if (change.as === 'reviewed') return isSaid(field) ? undefined : 'nothingToReview'
  return field.shown?.state === 'notStated' && !field.shown.sourceChanged ? 'sameValue' : undefined
}

/** Whether words say something that could be found right. */
const isSaid = ({ type, shown }: LoadedField) =>
  type !== 'link' && type !== 'membership' && (shown?.statement ?? null) !== null

/**
 * What is shown already. Said again over a source that has changed since, it confirms the correction; said of a link that
 * the registry found by itself, it makes it a person's.
 */
const isShown = (typed: TypedValue, { type, shown }: LoadedField): boolean =>
  saysTheSame(typed, shown) && !shown?.sourceChanged && !(type === 'link' && shown?.correction === null)

/** Whether a field shows what was typed. */
export const saysTheSame = (typed: TypedValue, shown: Shown | null): boolean =>
  shown?.state === 'value' &&
  sameJson(
    [typed.value, typed.code, typed.precision ?? 1, typed.qualifier],
    [shown.value, shown.code, shown.precision ?? 1, shown.qualifier],
  )

/** Writes one correction or withdrawal, and notes what the trace shall say of it. */
async function write(
  tx: Transaction,
  acting: Acting,
  record: Loaded,
  save: Save,
  change: FieldSave,
): Promise<Prepared> {
  const field = record.fields[change.field] as LoadedField
  const [correctionId, corrections] =
    change.as === 'withdraw'
      ? await withdraw(tx, acting, field, save.reason)
      : await correct(tx, acting, field, save, change as Said)
  const after = refolded(field, corrections)
  acting.told.push({
    ...acting.by,
    ...columnOf(save.subject),
    ...(record.subject.kind === 'item' && { decisionId: record.decisionId }),
    ...(field.type === 'link' && { projectId: idIn(after) ?? idIn(field.shown) }),
    action: ACTIONS[change.as],
    field: change.field,
    from: jsonOf(traced(field.shown)),
    to: jsonOf(traced(after)),
    reason: save.reason,
    evidence: save.evidence,
    correctionId,
    reportId: save.reportId ?? null,
  })
  return {
    field: change.field,
    after,
    names: change.as === 'value' ? organisationNames(change.typed.value) : [],
  }
}

/** The project that a link leads to. */
const idIn = (shown: Shown | null) => (typeof shown?.value === 'number' ? shown.value : null)

const ACTIONS: Record<FieldSave['as'], string> = {
  value: 'corrected',
  reviewed: 'reviewed',
  notStated: 'notStated',
  withdraw: 'withdrawn',
}

/** Takes back the correction that is shown: the one made last. */
async function withdraw(tx: Transaction, { by }: Acting, field: LoadedField, reason: string) {
  const id = lastMade(field.corrections)?.id ?? 0
  await tx.correction.update({
    where: { id },
    data: { withdrawnAt: new Date(), withdrawnReason: reason, withdrawnById: by.userId },
  })
  return [id, field.corrections.filter((correction) => correction.id !== id)] as const
}

const KINDS = { value: 'VALUE', reviewed: 'REVIEWED', notStated: 'NOT_STATED' } as const
const NOTHING: TypedValue = { value: null, code: null, precision: null, qualifier: null }

async function correct(
  tx: Transaction,
  { by }: Acting,
  field: LoadedField,
  { subject, reason, evidence, reportId }: Save,
  change: Said,
) {
  const { value, ...typed } = change.as === 'value' ? change.typed : NOTHING
  const made = await tx.correction.create({
    data: {
      ...columnOf(subject),
      ...typed,
      field: change.field,
      kind: KINDS[change.as],
      value: jsonOf(value),
      reason,
      evidence,
      actor: by.actor,
      userId: by.userId,
      reportId: reportId ?? null,
      seenStatementId: readOf(field) || null,
    },
    select: correctionForFolding,
  })
  const standing = { ...made, value: made.value as StoredValue, at: made.at.getTime() }
  return [made.id, [...field.corrections, standing]] as const
}

/** What would be shown of the field if nobody had corrected it: the statement that the corrector saw. */
const readOf = (field: LoadedField): number | null => refolded(field, [])?.statement ?? null

/** The column that names a record, in corrections and in the trace. */
const COLUMNS = {
  project: 'projectId',
  item: 'itemId',
  decision: 'decisionId',
  organisation: 'organisationId',
  followUp: 'followUpId',
} as const satisfies Record<SubjectKind, string>

export const columnOf = ({ kind, id }: Subject) => ({ [COLUMNS[kind]]: id })
