'use server'

import { redirect } from 'next/navigation'
import { beginDraft, restoreDraft } from '../../../../../lib/decisions/drafts/commands.ts'
import type { DraftForm } from '../../../../../lib/decisions/drafts/form.ts'
import { submitDraft } from '../../../../../lib/decisions/drafts/submit.ts'
import { type Address, pathOf } from '../../../../../lib/paths.ts'
import { localeIn } from '../../../../../lib/sent-form.ts'

/** Begins a draft and goes to it. */
export async function beginDraftAction(form: FormData): Promise<void> {
  const addsTo = form.get('decision')
  const begun = await beginDraft(typeof addsTo === 'string' && addsTo ? addsTo.slice(0, 200) : null)
  redirect(
    here(
      form,
      begun.ok
        ? { page: 'staff/drafts', slug: String(begun.value.id) }
        : { page: 'staff/drafts', query: `?refused=${begun.problem.kind}` },
    ),
  )
}

/** Keeps what the form of a draft holds, and does what was asked for. Without JavaScript it leads to what became of it. */
export async function writeDraftAction(before: DraftForm, form: FormData): Promise<DraftForm> {
  const after = await submitDraft(before, form)
  if (after.published && !form.has('script'))
    redirect(here(form, { page: 'decisions', slug: after.published }))
  if (after.discarded && !form.has('script')) redirect(here(form, { page: 'staff/drafts' }))
  return after
}

export async function restoreDraftAction(form: FormData): Promise<void> {
  const restored = await restoreDraft(idIn(form))
  redirect(here(form, { page: 'staff/drafts', ...(restored.ok && { slug: String(idIn(form)) }) }))
}

const idIn = (form: FormData): number => {
  const id = Number(form.get('id'))
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : 0
}

const here = (form: FormData, address: Address): string => pathOf(localeIn(form), address)
