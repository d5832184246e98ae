import 'server-only'
import type { Refusal } from '../auth/guard.ts'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { backgroundOf } from '../follow-up/background.ts'
import { problemsCorrected } from '../follow-up/corrected.ts'
import { type Flag, flagKey, flagsIn } from '../follow-up/flags.ts'
import type { Stated } from '../follow-up/stated.ts'
import { dayInSweden } from '../format.ts'
import type { Acting } from '../registry/acting.ts'
import { changeRegistry } from '../registry/change.ts'
import { ok, problem, type Result } from '../result.ts'
import { basisOf } from './basis.ts'
import { typeOf } from './fields.ts'
import { knownEvidence } from './known-evidence.ts'
import { type Loaded, type LoadedField, loadRecord, refolded, shownWithdrawn } from './load.ts'
import { HAS_NAME, namesAny, privateInProse } from './private.ts'
import { REASON } from './reason.ts'
import { resolveChange } from './resolve.ts'
import { type FieldSave, type SaveProblem, saveCorrections, saysTheSame, type TypedValue } from './save.ts'
import { Correction, type CorrectionInput } from './schema.ts'
import { secretsOf } from './secrets.ts'
import { problemsTogether } from './together.ts'

/** What a save did. */
export type Corrected = {
  /** Of the record's page; an entry's is its decision's. */
  slug: string
  /** The fields that were saved. */
  fields: string[]
  /** Fields of the form that somebody else had changed since it was opened, and this save did not touch. */
  merged: string[]
  /** Of the first of them: the correction that was made or withdrawn. */
  correctionId: number
}

/** What is wrong with what was typed, each part in the user's words. */
export type Invalid = {
  kind: 'invalid'
  fields: Record<string, Sentence>
  reason: 'short' | 'long' | Sentence | null
  evidence: Sentence | null
}
export type CorrectionProblem =
  | Invalid
  /** Somebody else has made the same change meanwhile. */
  | { kind: 'already' }
  /** A follow-up would say something unusual, and nobody has said that it was looked at. */
  | { kind: 'flagged'; flags: Flag[] }
  /** No form of ours sends this. */
  | { kind: 'malformed' }
  | (SaveProblem & { kind: 'stale'; merged: string[] })
  | Exclude<SaveProblem, { kind: 'stale' }>

/**
 * Corrects fields of one record, finds them right, finds that no source says them, or withdraws what stands: all of the
 * save or nothing, with one reason. `input` is a CorrectionInput; unknown keys in it are never written.
 */
export const correctRecord = (
  input: CorrectionInput,
): Promise<Result<Corrected, CorrectionProblem | Refusal>> =>
  changeRegistry<Corrected, CorrectionProblem>('records.correct', (tx, acting) =>
    correctWithin(tx, acting, input),
  )

/** The same within `changeRegistry`, for who has to read under the registry's lock what the save is made of. */
export async function correctWithin(
  tx: Transaction,
  acting: Acting,
  input: CorrectionInput,
): Promise<Result<Corrected, CorrectionProblem>> {
  const parsed = Correction.safeParse(input)
  return parsed.success ? correct(tx, acting, parsed.data) : problem({ kind: 'malformed' })
}

async function correct(
  tx: Transaction,
  acting: Acting,
  input: Correction,
): Promise<Result<Corrected, CorrectionProblem>> {
  const subject = { kind: input.kind, id: input.id }
  const record = await loadRecord(tx, subject)
  if (!record) return problem({ kind: 'missing' })
  const checked = await check(tx, record, input)
  if (!checked.ok) return checked
  const { changes, evidence } = checked.value
  const due = changes.filter((change) => !isAlready(record, change))
  if (due.length === 0 && changes.length > 0) return problem({ kind: 'already' })
  const flags = record.followUp ? await flagsCorrected(tx, record.followUp, record, due) : []
  if (flags.some((flag) => !input.seen.includes(flagKey(flag)))) return problem({ kind: 'flagged', flags })
  const { reason, reportId } = input
  const save = { subject, changes: due, reason, evidence, reportId }
  const saved = await saveCorrections(tx, acting, save, record)
  if (saved.ok)
    return ok({ ...saved.value, merged: mergedIn(record, input), correctionId: firstCorrection(acting) })
  const why = saved.problem
  return problem(why.kind === 'stale' ? { ...why, merged: mergedIn(record, input) } : why)
}

const firstCorrection = ({ told }: Acting): number =>
  told.find(({ correctionId }) => correctionId != null)?.correctionId ?? 0

type Checked = { changes: FieldSave[]; evidence: string | null }

/** Everything that can be told of what was typed is told at once. */
async function check(tx: Transaction, record: Loaded, input: Correction): Promise<Result<Checked, Invalid>> {
  const secrets = await secretsOf(tx, [record.subject])
  const fields: Record<string, Sentence> = {}
  const changes: FieldSave[] = []
  for (const change of input.changes) {
    const resolved = await resolveChange(tx, record, change)
    if (!resolved.ok) fields[change.field] = resolved.problem
    else if (namesAny(saidIn(resolved.value), secrets)) fields[change.field] = HAS_NAME
    else changes.push(resolved.value)
  }
  Object.assign(fields, wrongTogether(record, changes))
  const reason = wrongReason(input.reason, secrets)
  const evidence = await knownEvidence(tx, input.evidence)
  if (Object.keys(fields).length === 0 && reason === null && evidence.ok)
    return ok({ changes, evidence: evidence.value })
  return problem({ kind: 'invalid', fields, reason, evidence: evidence.ok ? null : evidence.problem })
}

/** What a change says, without the field that it says it of: keys of rows look like addresses. */
const saidIn = (change: FieldSave): string => (change.as === 'value' ? JSON.stringify(change.typed) : '')

function wrongTogether(record: Loaded, changes: readonly FieldSave[]): Record<string, Sentence> {
  if (record.followUp) return wrongInFollowUp(record.followUp, record.fields, changes)
  const given = new Set(changes.flatMap(({ as, field }) => (as === 'value' ? field : [])))
  const held = (field: string) =>
    heldAfter(
      record.fields[field],
      changes.find((change) => change.field === field),
    )?.value ?? null
  return problemsTogether(held, given)
}

/** What a field would hold after a change, or holds where there is none. */
function heldAfter(field: LoadedField | undefined, change: FieldSave | undefined): TypedValue | null {
  if (change?.as === 'value') return change.typed
  if (!field || change?.as === 'notStated') return null
  if (change?.as === 'withdraw') return shownWithdrawn(field)
  return change?.as === 'reviewed' ? refolded(field, []) : field.shown
}

function wrongInFollowUp(
  about: NonNullable<Loaded['followUp']>,
  fields: Loaded['fields'],
  changes: readonly FieldSave[],
): Record<string, Sentence> {
  return problemsCorrected({
    ...about,
    today: dayInSweden(new Date()),
    before: statedWith(fields, []),
    after: statedWith(fields, changes),
    changed: new Set(changes.map(({ field }) => field)),
  })
}

/** What a follow-up would say after changes. */
function statedWith(fields: Loaded['fields'], changes: readonly FieldSave[]): Stated {
  const byField = new Map(changes.map((change) => [change.field, change]))
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const held = heldAfter(field, byField.get(key))
      return held === null || held.value === null ? [] : [[key, held]]
    }),
  )
}

/** What would be unusual of a follow-up after changes; what was so before was looked at when it became public. */
async function flagsCorrected(
  tx: Transaction,
  { kind, to }: NonNullable<Loaded['followUp']>,
  { subject, fields }: Loaded,
  changes: readonly FieldSave[],
): Promise<Flag[]> {
  const background = await backgroundOf(tx, to, subject.id)
  const flagsWith = (among: readonly FieldSave[]) => flagsIn(kind, statedWith(fields, among), background)
  const were = new Set(flagsWith([]).map(flagKey))
  return flagsWith(changes).filter((flag) => !were.has(flagKey(flag)))
}

function wrongReason(reason: string, secrets: readonly string[]): Invalid['reason'] {
  if (reason.length < REASON.least) return 'short'
  if (reason.length > REASON.most) return 'long'
  return privateInProse(reason) ?? (namesAny(reason, secrets) ? HAS_NAME : null)
}

/** Whether a field that changed since the form was opened shows already what this save would make of it. */
function isAlready(record: Loaded, change: FieldSave): boolean {
  const shown = record.fields[change.field]?.shown ?? null
  if (!shown || basisOf(shown) === change.basis) return false
  if (change.as === 'notStated') return shown.state === 'notStated' && shown.correction !== null
  return change.as === 'value' && shown.correction !== null && saysTheSame(change.typed, shown)
}

function mergedIn({ subject, fields }: Loaded, { others, changes }: Correction): string[] {
  return others
    .filter(({ field }) => typeOf(subject.kind, field) && !changes.some((change) => change.field === field))
    .filter(({ field, basis }) => basisOf(fields[field]?.shown ?? null) !== basis)
    .map(({ field }) => field)
}
