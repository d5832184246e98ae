import 'server-only'
import type { Transaction } from '../db.ts'
import { decisionMeant } from '../decisions/meant.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { projectMeant } from '../projects/finder.ts'
import { ok, problem, type Result } from '../result.ts'
import { type SubjectKind, typeOf } from './fields.ts'
import { knownEvidence } from './known-evidence.ts'
import { type Loaded, shownWithdrawn } from './load.ts'
import { plain } from './readers.ts'
import type { FieldSave, TypedValue } from './save.ts'
import type { FieldChange } from './schema.ts'
import { readTyped } from './values.ts'

/**
 * What a change of a form means: the value that was typed, the one that a source has, the project that a link leads to.
 * Or why it means none, in the user's words.
 */
export async function resolveChange(
  tx: Transaction,
  record: Loaded,
  change: FieldChange,
): Promise<Result<FieldSave, Sentence>> {
  const { field, basis } = change
  const { kind } = record.subject
  if (MUST_HAVE[kind]?.includes(field) && leavesNothing(record, change)) return problem(MUST_BE_CALLED)
  if (change.as !== 'typed' && change.as !== 'said') return ok({ field, basis, as: change.as })
  const typed =
    change.as === 'said' ? saidBy(record, field, change.statement) : await typedFor(tx, kind, change)
  return typed.ok ? ok({ field, basis, as: 'value', typed: typed.value }) : typed
}

/** What a record cannot be without. What a follow-up cannot be goes by its kind: lib/follow-up/corrected.ts. */
const MUST_HAVE: Partial<Record<SubjectKind, readonly string[]>> = {
  item: ['name'],
  decision: ['heading'],
  organisation: ['name'],
}
const MUST_BE_CALLED: Sentence = {
  sv: 'Något måste den heta: skriv vad i stället.',
  en: 'It has to be called something: write what instead.',
}

/** Whether nothing would be shown of a field after a change. */
function leavesNothing({ fields }: Loaded, { field, as }: FieldChange): boolean {
  const loaded = fields[field]
  return as === 'notStated' || (as === 'withdraw' && !!loaded && shownWithdrawn(loaded)?.state !== 'value')
}

function saidBy({ fields }: Loaded, field: string, statement: number): Result<TypedValue, Sentence> {
  const said = fields[field]?.candidates.find(({ id }) => id === statement)
  if (said?.state !== 'READ' || said.value === null) return problem(NOT_SAID)
  const { value, code, precision, qualifier } = said
  return ok({ value, code, precision, qualifier })
}

const NOT_SAID: Sentence = {
  sv: 'Ingen källa säger det längre. Ladda om sidan och välj igen.',
  en: 'No source says this any longer. Reload the page and choose again.',
}

async function typedFor(
  tx: Transaction,
  kind: SubjectKind,
  change: FieldChange & { as: 'typed' },
): Promise<Result<TypedValue, Sentence>> {
  if (kind === 'followUp') return typedForFollowUp(tx, change)
  if (typeOf(kind, change.field) !== 'link') return readTyped(kind, change.field, change)
  const meant = await projectMeant(numberIn(change.text), tx)
  return meant ? ok(plain(meant.id)) : problem(NO_PROJECT)
}

/** A decision or a document that is named has to be there. */
async function typedForFollowUp(
  tx: Transaction,
  change: FieldChange & { as: 'typed' },
): Promise<Result<TypedValue, Sentence>> {
  const read = readTyped('followUp', change.field, change)
  if (!read.ok || typeof read.value.value !== 'string') return read
  const found =
    change.field === 'decision'
      ? await decisionMeant(tx, read.value.value)
      : change.field === 'sourceUrl'
        ? await knownEvidence(tx, read.value.value)
        : null
  return found?.ok ? ok(plain(found.value)) : (found ?? read)
}

/** A project's address ends with its number. */
const numberIn = (text: string): string =>
  /\/(?:projekt|projects)\/([^/?#\s]+)/.exec(text)?.[1] ?? text.replace(/\s+/g, ' ').trim()

const NO_PROJECT: Sentence = {
  sv: 'Inget projekt i registret har det numret. Skriv ett projektnummer, som 2015/00311, eller projektsidans adress.',
  en: 'No project of the registry has that number. Write a project’s number, like 2015/00311, or the address of its page.',
}
