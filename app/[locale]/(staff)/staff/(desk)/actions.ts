'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { DeskFormState } from '../../../../../components/desk/form-state.ts'
import { privateInProse } from '../../../../../lib/corrections/private.ts'
import { queueAddress, taskAddress } from '../../../../../lib/desk/addresses.ts'
import {
  decideField,
  linkEntry,
  lookAtOutcome,
  lookAtWarnings,
  undoCorrection,
  undoLook,
} from '../../../../../lib/desk/commands.ts'
import { readFilterString } from '../../../../../lib/desk/filter.ts'
import { savedCorrection, savedLook } from '../../../../../lib/desk/notice.ts'
import {
  alikeWarnings,
  fieldNeighbours,
  unlinkedNeighbours,
  warningNeighbours,
} from '../../../../../lib/desk/queries.ts'
import {
  DecideInput,
  DistinctInput,
  LinkInput,
  LookAtOutcomeInput,
  LookInput,
  LookManyInput,
  UndoInput,
} from '../../../../../lib/desk/schema.ts'
import { keyText } from '../../../../../lib/desk/task-key.ts'
import { MESSAGES } from '../../../../../lib/i18n/messages.ts'
import { sayDistinct } from '../../../../../lib/organisations/distinct.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'
import { localeIn } from '../../../../../lib/sent-form.ts'
import { decisionOf, onwards } from './onwards.ts'
import { failed, invalid } from './sentences.ts'

/** Decides a field that sources say different things of, or that a source has changed. */
export async function decideAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const input = DecideInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, queue, key, basis, reason, evidence } = input.data
  const decided = await decideField({ key, basis, decision: decisionOf(input.data), reason, evidence })
  if (!decided.ok) return failed(decided.problem, { form, locale, kind: key.kind })
  const filter = readFilterString(input.data.filter, locale)
  const { next } = await fieldNeighbours(queue, filter, key)
  redirect(onwards(locale, { queue, next, filter, saved: savedCorrection(decided.value.correctionId) }))
}

/** Finds that what is shown of what came of a project is right, though others say something else. */
export async function lookAtOutcomeAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const input = LookAtOutcomeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, key, basis, reason, evidence } = input.data
  const looked = await lookAtOutcome({ key, basis, reason, evidence })
  if (!looked.ok) {
    // The figures that the next try is made over stand on the page, not in the form.
    if (looked.problem.kind === 'outcomeChanged') refresh()
    return failed(looked.problem, { form, locale, kind: 'followUp' })
  }
  const filter = readFilterString(input.data.filter, locale)
  const { next } = await fieldNeighbours('disagreements', filter, key)
  const saved = savedCorrection(looked.value.correctionId, key)
  redirect(onwards(locale, { queue: 'disagreements', next, filter, saved }))
}

/** Links an entry to its project, or finds that it belongs to none. */
export async function linkAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const input = LinkInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, key, basis, choice, reason } = input.data
  const project = choice === 'none' ? null : choice.slice('p-'.length)
  const linked = await linkEntry({ itemId: key, basis, project, reason })
  if (!linked.ok) return failed(linked.problem, { form, locale })
  const filter = readFilterString(input.data.filter, locale)
  const { next } = await unlinkedNeighbours(filter, key)
  redirect(
    onwards(locale, { queue: 'unlinked', next, filter, saved: savedCorrection(linked.value.correctionId) }),
  )
}

/** Notes that a warning was looked at, and the others like it where that is asked for. */
export async function lookAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const input = LookInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, key, note, also } = input.data
  const ids = [key, ...(also ? await alikeWarnings(key) : [])]
  const looked = await lookAtWarnings(ids, note)
  if (!looked.ok) return failed(looked.problem, { form, locale })
  const filter = readFilterString(input.data.filter, locale)
  const { next } = await warningNeighbours(filter, key)
  redirect(onwards(locale, { queue: 'warnings', next, filter, saved: savedLook(looked.value.ids[0] ?? key) }))
}

/** Notes that several warnings of a list were looked at. */
export async function lookManyAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const marked = form.get('which') === 'page' ? String(form.get('page') ?? '').split(',') : form.getAll('id')
  const input = LookManyInput.safeParse({ ...Object.fromEntries(form), ids: marked })
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, note, ids } = input.data
  const looked = await lookAtWarnings(ids, note)
  if (!looked.ok) return failed(looked.problem, { form, locale })
  const filter = readFilterString(input.data.filter, locale)
  redirect(pathOf(locale, queueAddress('warnings', filter, { saved: savedLook(looked.value.ids[0] ?? 0) })))
}

/** Finds that two organisations that look alike are two. */
export async function distinctAction(_before: DeskFormState, form: FormData): Promise<DeskFormState> {
  const input = DistinctInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form, localeIn(form))
  const { locale, a, b, note } = input.data
  const named = note === null ? undefined : privateInProse(note)
  if (named) return failed({ kind: 'private', sentence: named }, { form, locale })
  const said = await sayDistinct({ aSlug: a, bSlug: b, note })
  if (!said.ok) return failed(said.problem, { form, locale })
  redirect(pathOf(locale, queueAddress('lookalikes', { page: 1 }, { saved: `${a}.${b}` })))
}

/** Takes back what was just saved, and goes back to it. */
export async function undoAction(form: FormData): Promise<void> {
  const input = UndoInput.safeParse(Object.fromEntries(form))
  if (!input.success) redirect(pathOf(localeIn(form), { page: 'staff' }))
  const { locale, queue, saved } = input.data
  const filter = readFilterString(input.data.filter, locale)
  const key = await undo(saved, locale)
  if (key === null) redirect(pathOf(locale, queueAddress(queue, filter, { undone: '0' })))
  redirect(pathOf(locale, taskAddress(queue, key, filter, { undone: '1' })))
}

/** What is back in the queue, as its address names it; null where nothing could be undone. */
async function undo(saved: string, locale: Locale): Promise<string | null> {
  const id = Number(saved.slice(1))
  if (saved.startsWith('w')) {
    const undone = await undoLook(id)
    return undone.ok ? String(id) : null
  }
  const undone = await undoCorrection(id, MESSAGES[locale].desk.undoReason)
  if (!undone.ok) return null
  const { key } = undone.value
  return key.field === 'project' ? String(key.id) : keyText(key)
}
