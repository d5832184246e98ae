import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { HAS_NAME, namesAny } from '../../corrections/private.ts'
import { readTyped } from '../../corrections/values.ts'
import type { Transaction } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { ITEM_FIELDS, isProjectField } from '../../projects/fields.ts'
import { projectMeant } from '../../projects/finder.ts'
import { ok, problem, type Result } from '../../result.ts'
import type { KeptDraft } from './reading.ts'
import type { Decide } from './schema.ts'
import type { EntryPlace } from './state.ts'

/** What is wrong with a decision, by the field that it stands in. */
export type DecisionProblem = { kind: 'invalid'; project: Sentence | null; fields: Record<string, Sentence> }

type Entry = { kind: string; place: Prisma.JsonValue; fileId: number; edits: Prisma.JsonValue }
export type CheckedDecision = { projectId: number | null; edits: Record<string, string> }

/** Reads what somebody decided: the project that is named, and values by the rules of corrections. All problems at once. */
export async function checkDecision(
  tx: Transaction,
  { choice, project, edits }: Decide,
  entry: Entry,
): Promise<Result<CheckedDecision, DecisionProblem>> {
  const named = choice === 'project' ? await projectNamed(tx, project) : null
  const fields: Record<string, Sentence> = {}
  const given: Record<string, string> = {}
  const secrets = await contactsIn(tx, entry)
  const kind = entry.kind === 'entry' ? 'item' : 'project'
  for (const [field, text] of Object.entries(edits)) {
    if (text.trim() === '') continue
    const isField = kind === 'item' ? Object.hasOwn(ITEM_FIELDS, field) : isProjectField(field)
    const read = isField ? readTyped(kind, field, { text, kind: '', rounding: '' }) : problem(NO_FIELD)
    if (!read.ok) fields[field] = read.problem
    else if (namesAny(text, secrets)) fields[field] = HAS_NAME
    else given[field] = text
  }
  const missing = choice === 'project' && named === null
  if (Object.keys(fields).length > 0 || missing)
    return problem({ kind: 'invalid', project: missing ? NO_PROJECT : null, fields })
  return ok({ projectId: named, edits: given })
}

/** A project by its id, as candidates have it, or by what a person types. */
async function projectNamed(tx: Transaction, text: string): Promise<number | null> {
  const id = /^id:(\d{1,9})$/.exec(text.trim())?.[1]
  if (id === undefined) return (await projectMeant(text, tx))?.id ?? null
  const found = await tx.project.findUnique({
    where: { id: Number(id), inForce: true },
    select: { id: true },
  })
  return found?.id ?? null
}

/** The people that the entry names: they are kept out of what becomes public. */
async function contactsIn(tx: Transaction, { fileId, place }: Entry): Promise<string[]> {
  const file = await tx.importFile.findUnique({ where: { id: fileId }, select: { draft: true } })
  const draft = file?.draft as unknown as KeptDraft | null
  if (!draft) return []
  const at = place as unknown as EntryPlace
  const own = 'item' in at ? draft.decisions[at.decision]?.items[at.item]?.contacts : draft.page?.contacts
  const values = (own ?? []).flatMap(({ name, email, phone }) => [name, email, phone])
  return values.filter((value): value is string => value !== null && /\S[\s@]+\S|\d{5}/.test(value))
}

const NO_PROJECT: Sentence = {
  sv: 'Inget projekt i registret har det numret. Skriv ett projektnummer, som 2015/00311, eller välj ett i listan.',
  en: 'No project of the registry has that number. Write a project’s number, like 2015/00311, or choose one in the list.',
}
const NO_FIELD: Sentence = { sv: 'Det fältet kan inte ändras här.', en: 'That field cannot be changed here.' }
