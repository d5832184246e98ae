import 'server-only'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { dayInSweden } from '../format.ts'
import { projectMeant } from '../projects/finder.ts'
import type { StoredValue } from '../projects/shown.ts'
import { ok, problem, type Result } from '../result.ts'
import { type SubjectKind, typeOf } from './fields.ts'
import { type Loaded, shownWithdrawn } from './load.ts'
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
  if (MUST_HAVE[kind]?.includes(field) && leavesNothing(record, change))
    return problem(kind === 'followUp' ? MUST_STAND : MUST_BE_CALLED)
  if (change.as !== 'typed' && change.as !== 'said') return ok({ field, basis, as: change.as })
  const typed =
    change.as === 'said' ? saidBy(record, field, change.statement) : await typedFor(tx, kind, change)
  if (
    typed.ok &&
    kind === 'followUp' &&
    field === 'asOf' &&
    String(typed.value.value) > dayInSweden(new Date())
  )
    return problem(NOT_YET)
  return typed.ok ? ok({ field, basis, as: 'value', typed: typed.value }) : typed
}

const NOT_YET: Sentence = {
  sv: 'Den dagen har inte varit än.',
  en: 'That day has not been yet.',
}

/** What a record cannot be without. */
const MUST_HAVE: Partial<Record<SubjectKind, readonly string[]>> = {
  item: ['name'],
  decision: ['heading'],
  organisation: ['name'],
  // Without a day or a source it would be a rumour.
  followUp: ['asOf', 'sourceUrl', 'basis', 'event', 'documentType', 'title'],
}
const MUST_BE_CALLED: Sentence = {
  sv: 'Något måste den heta: skriv vad i stället.',
  en: 'It has to be called something: write what instead.',
}
const MUST_STAND: Sentence = {
  sv: 'En uppföljning kan inte vara utan det: skriv vad som stämmer i stället.',
  en: 'A follow-up cannot be without it: write what is right instead.',
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
  if (typeOf(kind, change.field) !== 'link') return readTyped(kind, change.field, change)
  const meant = await projectMeant(numberIn(change.text), tx)
  return meant ? ok(plain(meant.id)) : problem(NO_PROJECT)
}

/** A project's address ends with its number. */
const numberIn = (text: string): string =>
  /\/(?:projekt|projects)\/([^/?#\s]+)/.exec(text)?.[1] ?? text.replace(/\s+/g, ' ').trim()

const plain = (value: StoredValue): TypedValue => ({ value, code: null, precision: null, qualifier: null })

const NO_PROJECT: Sentence = {
  sv: 'Inget projekt i registret har det numret. Skriv ett projektnummer, som 2015/00311, eller projektsidans adress.',
  en: 'No project of the registry has that number. Write a project’s number, like 2015/00311, or the address of its page.',
}
