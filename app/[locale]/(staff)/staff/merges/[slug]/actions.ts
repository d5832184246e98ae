'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { mergeAddress } from '../../../../../../components/merges/addresses.ts'
import type { MergeFormState } from '../../../../../../components/merges/form-state.ts'
import { mergeOrganisations, splitOrganisation } from '../../../../../../lib/organisations/commands.ts'
import { sayDistinct } from '../../../../../../lib/organisations/distinct.ts'
import { pathOf } from '../../../../../../lib/paths.ts'
import { localeIn, numberIn, textIn } from '../../../../../../lib/sent-form.ts'
import { refused } from './answers.ts'

/** Makes the two organisations of a comparison one. */
export async function mergeAction(_before: MergeFormState, form: FormData): Promise<MergeFormState> {
  const [a, b, stays] = [textIn(form, 'a'), textIn(form, 'b'), textIn(form, 'stays')]
  if (stays !== a && stays !== b) return refused({ kind: 'choose' }, form)
  const [into, from] = stays === a ? (['a', 'b'] as const) : (['b', 'a'] as const)
  const merged = await mergeOrganisations({
    fromSlug: textIn(form, from),
    intoSlug: textIn(form, into),
    reason: textIn(form, 'reason'),
    evidence: textIn(form, 'evidence'),
    versions: { from: numberIn(form, `version-${from}`), into: numberIn(form, `version-${into}`) },
    rightNumber: textIn(form, `number-${into}`) || null,
  })
  if (!merged.ok) {
    // What both are by now is shown with the answer, and the next try is over that.
    refresh()
    return refused(merged.problem, form)
  }
  const { slug, mergeId } = merged.value
  redirect(pathOf(localeIn(form), mergeAddress(slug, { merged: mergeId })))
}

/** Undoes a merge. */
export async function splitAction(_before: MergeFormState, form: FormData): Promise<MergeFormState> {
  const mergeId = numberIn(form, 'merge')
  const split = await splitOrganisation({ mergeId, reason: textIn(form, 'reason') })
  if (!split.ok) return refused(split.problem, form)
  redirect(pathOf(localeIn(form), mergeAddress(split.value.slug, { divided: mergeId })))
}

/** Says that the two organisations of a comparison are two. */
export async function distinctAction(_before: MergeFormState, form: FormData): Promise<MergeFormState> {
  const [aSlug, bSlug] = [textIn(form, 'a'), textIn(form, 'b')]
  const said = await sayDistinct({ aSlug, bSlug, note: textIn(form, 'note') || null })
  if (!said.ok) return refused(said.problem, form)
  redirect(pathOf(localeIn(form), mergeAddress(aSlug, { distinct: bSlug })))
}
