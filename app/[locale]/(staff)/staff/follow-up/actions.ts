'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { BeginState } from '../../../../../components/follow-up/BeginForm.tsx'
import type { WithdrawState } from '../../../../../components/follow-up/WithdrawForm.tsx'
import { staffWho } from '../../../../../lib/auth/guard.ts'
import { REASON } from '../../../../../lib/corrections/reason.ts'
import { beginFollowUp, restoreFollowUp, withdrawFollowUp } from '../../../../../lib/follow-up/commands.ts'
import type { FollowUpForm } from '../../../../../lib/follow-up/form.ts'
import { isFollowUpKind } from '../../../../../lib/follow-up/kinds.ts'
import { followUpAddress, staffListAddress } from '../../../../../lib/follow-up/staff-view.ts'
import { submitFollowUp } from '../../../../../lib/follow-up/submit.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import { findProjectsLike, projectMeant } from '../../../../../lib/projects/finder.ts'
import { localeIn, numberIn, textIn } from '../../../../../lib/sent-form.ts'

/** Begins a draft and goes to it; without a script it looks for a project, too. */
export async function beginFollowUpAction(_before: BeginState, form: FormData): Promise<BeginState> {
  const locale = localeIn(form)
  const t = await getTranslations({ locale })
  const typed = (textIn(form, 'project.chosen') || textIn(form, 'project')).slice(0, 400)
  const kind = textIn(form, 'kind')
  const item = numberIn(form, 'item')
  const back = { errors: {}, alert: null, project: typed, kind }
  const allowed = await staffWho('followUps.write')
  if (!allowed.ok) return { ...back, alert: t(`staff.refusal.${allowed.problem.kind}`) }
  if (textIn(form, 'act') === 'find') return { ...back, found: await findProjectsLike(typed) }
  const project = item > 0 ? null : await projectMeant(typed)
  const errors = {
    ...(item === 0 && !project && { project: t('followUpForm.beginProblem.project') }),
    ...(!isFollowUpKind(kind) && { kind: t('followUpForm.beginProblem.kind') }),
  }
  if (Object.keys(errors).length > 0) return { ...back, errors }
  const begun = await beginFollowUp(kind, project ? { project: project.slug } : { item })
  if (begun.ok) redirect(pathOf(locale, followUpAddress(begun.value.id)))
  const why = begun.problem.kind
  if (why === 'missing' || why === 'malformed')
    return { ...back, alert: t('followUpForm.beginProblem.missing') }
  return { ...back, alert: t(`staff.refusal.${why}`) }
}

/** Keeps what the form of a draft holds, and does what was asked for. */
export async function writeFollowUpAction(before: FollowUpForm, form: FormData): Promise<FollowUpForm> {
  const after = await submitFollowUp(before, form)
  if (after.done === 'published')
    redirect(pathOf(localeIn(form), staffListAddress({ tab: 'published', published: after.id })))
  if (after.done === 'discarded')
    redirect(pathOf(localeIn(form), staffListAddress({ tab: 'discarded', discarded: after.id })))
  return after
}

/** Takes a public follow-up back; its page then tells why. */
export async function withdrawFollowUpAction(_before: WithdrawState, form: FormData): Promise<WithdrawState> {
  const locale = localeIn(form)
  const [id, reason] = [numberIn(form, 'id'), textIn(form, 'reason')]
  const withdrawn = await withdrawFollowUp({ id, reason })
  if (withdrawn.ok) redirect(pathOf(locale, followUpAddress(id)))
  const t = await getTranslations({ locale })
  const { problem } = withdrawn
  if (problem.kind === 'missing') return { reason, alert: t('followUpForm.withdraw.missing') }
  if (problem.kind !== 'invalid') return { reason, alert: t(`staff.refusal.${problem.kind}`) }
  const wrong =
    typeof problem.reason === 'string'
      ? t(`followUpForm.withdraw.${problem.reason}`, REASON)
      : (problem.reason?.[locale] ?? '')
  return { reason, alert: wrong, reasonError: wrong }
}

/** Takes a draft up again that was set aside. */
export async function restoreFollowUpAction(form: FormData): Promise<void> {
  const id = numberIn(form, 'id')
  await restoreFollowUp(id)
  redirect(pathOf(localeIn(form), followUpAddress(id)))
}
