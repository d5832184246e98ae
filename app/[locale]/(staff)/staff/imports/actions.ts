'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActState, type EntryState, FIND } from '../../../../../components/imports/form-state.ts'
import { ENTRY } from '../../../../../components/imports/places.ts'
import { type Refusal, staffWho } from '../../../../../lib/auth/guard.ts'
import {
  acceptSafe,
  cancelImport,
  commitImportNow,
  decideEntry,
  decideMany,
  type ReasonProblem,
  retryImport,
  takeBackNow,
} from '../../../../../lib/imports/desk/commands.ts'
import type { ImportProblem } from '../../../../../lib/imports/desk/on-import.ts'
import {
  type ImportQuery,
  importAddress,
  readImportQueryString,
} from '../../../../../lib/imports/desk/params.ts'
import { nextUndecided } from '../../../../../lib/imports/desk/queries.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import { findProjectsLike } from '../../../../../lib/projects/finder.ts'
import type { Result } from '../../../../../lib/result.ts'
import { localeIn, numberIn, textIn } from '../../../../../lib/sent-form.ts'
import { again, refused, unchosen, undecided } from './answers.ts'
import { decisionIn } from './entry-input.ts'

/** Decides on an entry, and goes to the next that nobody has decided on. */
export async function decideAction(before: EntryState, form: FormData): Promise<EntryState> {
  if (textIn(form, FIND.name) === FIND.value) return found(before, form)
  const input = decisionIn(form)
  if (!input) return unchosen(before, form)
  const decided = await decideEntry(input)
  if (!decided.ok) return undecided(before, form, decided.problem)
  const { verdict, isUndecided } = queryIn(form)
  const [importId, entryId] = [numberIn(form, 'importId'), numberIn(form, 'entryId')]
  const next = await nextUndecided(importId, entryId, verdict)
  redirect(here(form, { verdict, isUndecided, ...(next && { entryId: next }) }) + (next ? `#${ENTRY}` : ''))
}

/** Looks for a project, where no script does. */
async function found(before: EntryState, form: FormData): Promise<EntryState> {
  const allowed = await staffWho('imports.run')
  return again(before, form, { found: allowed.ok ? await findProjectsLike(textIn(form, 'project')) : [] })
}

export async function acceptSafeAction(_before: ActState, form: FormData): Promise<ActState> {
  return answer(await acceptSafe(onImport(form)), form)
}

/** Decides alike on everything of a kind that nobody has decided on. */
export async function decideManyAction(_before: ActState, form: FormData): Promise<ActState> {
  const verdict = textIn(form, 'verdict') || null
  return answer(await decideMany({ ...onImport(form), choice: textIn(form, 'choice'), verdict }), form)
}

export async function commitAction(_before: ActState, form: FormData): Promise<ActState> {
  return answer(await commitImportNow(onImport(form)), form)
}

export async function cancelAction(_before: ActState, form: FormData): Promise<ActState> {
  return answer(await cancelImport(onImport(form)), form)
}

export async function retryAction(_before: ActState, form: FormData): Promise<ActState> {
  return answer(await retryImport(onImport(form)), form)
}

/** Takes an import back, for a reason. */
export async function takeBackAction(_before: ActState, form: FormData): Promise<ActState> {
  return answer(await takeBackNow({ ...onImport(form), reason: textIn(form, 'reason') }), form)
}

const onImport = (form: FormData) => ({
  importId: numberIn(form, 'importId'),
  version: numberIn(form, 'version'),
})

type Told = Result<unknown, ImportProblem | ReasonProblem | Refusal>

/** Shows the import as it stands now: after it was done, and with what stood in the way. */
async function answer(result: Told, form: FormData): Promise<ActState> {
  if (result.ok) redirect(here(form, queryIn(form)))
  refresh()
  return refused(result.problem, form)
}

const queryIn = (form: FormData): ImportQuery => readImportQueryString(textIn(form, 'filter'), localeIn(form))

const here = (form: FormData, query: Partial<ImportQuery>): string =>
  pathOf(localeIn(form), importAddress(numberIn(form, 'importId'), query))
