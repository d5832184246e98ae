import { getTranslations } from 'next-intl/server'
import type { MergeFormState } from '../../../../../../components/merges/form-state.ts'
import type { Refusal } from '../../../../../../lib/auth/guard.ts'
import { REASON } from '../../../../../../lib/corrections/reason.ts'
import { formatOrganisationNumber } from '../../../../../../lib/format.ts'
import type { SplitProblem } from '../../../../../../lib/organisations/commands.ts'
import type { DistinctProblem } from '../../../../../../lib/organisations/distinct.ts'
import type { MergeProblem } from '../../../../../../lib/organisations/mergeable.ts'
import type { InvalidSaying } from '../../../../../../lib/organisations/said.ts'
import { localeIn, textIn } from '../../../../../../lib/sent-form.ts'

type Problem = MergeProblem | SplitProblem | DistinctProblem | InvalidSaying | Refusal | { kind: 'choose' }
type State = NonNullable<MergeFormState>

/** The answer to a form that was not taken: a sentence, and everything that was typed. */
export async function refused(problem: Problem, form: FormData): Promise<State> {
  const values = {
    stays: textIn(form, 'stays'),
    reason: textIn(form, 'reason'),
    evidence: textIn(form, 'evidence'),
    note: textIn(form, 'note'),
  }
  return { ...(await told(problem, form)), values }
}

async function told(problem: Problem, form: FormData): Promise<Omit<State, 'values'>> {
  const locale = localeIn(form)
  const t = await getTranslations({ locale, namespace: 'merges.problem' })
  const alert = (text: string) => ({ alert: text, errors: {} })
  switch (problem.kind) {
    case 'choose':
      return { alert: t('choose'), errors: { stays: t('choose') } }
    case 'invalid':
      return invalid(problem, form)
    case 'private':
      return { alert: problem.sentence[locale], errors: { note: problem.sentence[locale] } }
    case 'alreadyMerged':
      return alert(t('alreadyMerged', { which: problem.which.name, into: problem.into.name }))
    case 'numberStays':
      return alert(t('numberStays', { name: problem.with.name }))
    case 'numbersDiffer': {
      const [from, into] = [problem.from, problem.into].map(formatOrganisationNumber)
      return alert(t('numbersDiffer', { from: from ?? '', into: into ?? '' }))
    }
    case 'signedOut':
    case 'forbidden':
    case 'secondFactor':
    case 'foreign':
      return alert((await getTranslations({ locale, namespace: 'staff.refusal' }))(problem.kind))
    default:
      return alert(t(problem.kind))
  }
}

async function invalid({ reason, evidence }: InvalidSaying, form: FormData): Promise<Omit<State, 'values'>> {
  const locale = localeIn(form)
  const t = await getTranslations({ locale, namespace: 'merges.problem' })
  const wrong =
    reason === 'short'
      ? t('reasonShort', { least: REASON.least })
      : reason === 'long'
        ? t('reasonLong', { most: REASON.most })
        : reason?.[locale]
  const errors = { ...(wrong && { reason: wrong }), ...(evidence && { evidence: evidence[locale] }) }
  return { alert: Object.values(errors).join(' '), errors }
}
