import 'server-only'
import type { Refusal } from '../auth/guard.ts'
import { staffWho } from '../auth/guard.ts'
import { type CorrectionProblem, correctRecord } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { type LoadedField, loadRecord } from '../corrections/load.ts'
import type { CorrectionInput } from '../corrections/schema.ts'
import { typedText } from '../corrections/typed.ts'
import { database } from '../db.ts'
import { problem, type Result } from '../result.ts'
import type { FieldTaskKey } from './task-key.ts'

/**
 * What a person decides of a field on the desk: what is shown is right as read, the source does not say, the correction
 * still holds, what the source says now; one of the statements, or a value as it was typed.
 */
export type Decision =
  | { as: 'reviewed' | 'notStated' | 'keep' | 'take' }
  | { as: 'statement'; statement: number }
  | { as: 'typed'; text: string }

export type Decide = {
  key: FieldTaskKey
  /** See lib/corrections/basis.ts. */
  basis: string
  decision: Decision
  reason: string
  evidence: string
}

/** The correction that was made or withdrawn. */
export type Decided = { correctionId: number }
export type Problem = CorrectionProblem | Refusal

/** Decides a field that sources say different things of, or that a source has changed: by the rules of the edit page. */
export async function decideField({
  key,
  basis,
  decision,
  reason,
  evidence,
}: Decide): Promise<Result<Decided, Problem>> {
  const allowed = await staffWho('records.correct')
  if (!allowed.ok) return allowed
  const subject = { kind: key.kind, id: key.id }
  const field = (await loadRecord(database(), subject))?.fields[key.field]
  const change = field && changeOf(subject.kind, key.field, decision, field)
  if (!change) return problem({ kind: 'missing' })
  return save(subject, { ...change, field: key.field, basis }, { reason, evidence })
}

type Said = CorrectionInput['changes'][number]
type Change = Said extends infer One ? (One extends Said ? Omit<One, 'field' | 'basis'> : never) : never

/** A decision as a change of the edit page. Nothing where there is no correction that could be kept. */
function changeOf(
  kind: Subject['kind'],
  name: string,
  decision: Decision,
  field: LoadedField,
): Change | null {
  const { shown, corrections } = field
  switch (decision.as) {
    case 'typed':
      // What an amount is of, and whether partners are a list, stay as they are shown.
      return { as: 'typed', text: decision.text, kind: typedText(kind, name, shown).kind }
    case 'statement':
      // What is shown already by the rule is confirmed, and stays tied to its words.
      return shown?.statement === decision.statement && shown.correction === null
        ? { as: 'reviewed' }
        : { as: 'said', statement: decision.statement }
    case 'take':
      // Under a correction that was kept lies an older one, which would come back.
      return { as: corrections.length > 1 ? 'reviewed' : 'withdraw' }
    case 'keep':
      return keeping(kind, name, field)
    default:
      return { as: decision.as }
  }
}

/** The same correction over what the source says now. */
function keeping(kind: Subject['kind'], name: string, { corrections, shown }: LoadedField): Change | null {
  const kept = corrections.find(({ id }) => id === shown?.correction)
  if (!kept) return null
  if (kept.kind === 'REVIEWED') return { as: 'reviewed' }
  return kept.kind === 'NOT_STATED' ? { as: 'notStated' } : { as: 'typed', ...typedText(kind, name, shown) }
}

export type Link = {
  itemId: number
  basis: string
  /** The project's number in any writing. Null: the entry belongs to no project of the registry. */
  project: string | null
  reason: string
}

/** Says which project an entry led to. */
export async function linkEntry({ itemId, basis, project, reason }: Link): Promise<Result<Decided, Problem>> {
  const allowed = await staffWho('records.correct')
  if (!allowed.ok) return allowed
  const said = project === null ? ({ as: 'notStated' } as const) : ({ as: 'typed', text: project } as const)
  const change = { field: 'project', basis, ...said }
  return save({ kind: 'item', id: itemId }, change, { reason, evidence: '' })
}

/** Saves as the edit page does. */
async function save(
  subject: Subject,
  change: Said,
  grounds: { reason: string; evidence: string },
): Promise<Result<Decided, Problem>> {
  const saved = await correctRecord({ ...subject, version: 0, changes: [change], ...grounds })
  return saved.ok ? { ok: true, value: { correctionId: saved.value.correctionId } } : saved
}
