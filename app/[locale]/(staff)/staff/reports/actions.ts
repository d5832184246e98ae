'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import type { AnswerFormState } from '../../../../../components/reports/AnswerForm.tsx'
import type { Refusal } from '../../../../../lib/auth/guard.ts'
import { dayInSweden, formatDate } from '../../../../../lib/format.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'
import {
  ANSWERS,
  type AnswerProblem,
  answerReport,
  type Meanwhile,
} from '../../../../../lib/reports/answer.ts'
import { LONGEST } from '../../../../../lib/reports/schema.ts'
import { tellReporter } from '../../../../../lib/reports/tell.ts'
import { localeIn, numberIn, textIn } from '../../../../../lib/sent-form.ts'

/** Answers a report without a correction. */
export async function answerAction(_before: AnswerFormState, form: FormData): Promise<AnswerFormState> {
  const locale = localeIn(form)
  const values = { as: textIn(form, 'as'), text: textIn(form, 'text') }
  const [id, version] = [numberIn(form, 'id'), numberIn(form, 'version')]
  const as = ANSWERS.find((answer) => answer === values.as)
  if (!as) return { ...(await unchosen(locale)), values, version }
  const answered = await answerReport({ id, version, as, text: values.text })
  if (!answered.ok) return { version, ...(await refused(answered.problem, locale)), values }
  after(() => tellReporter(id))
  redirect(pathOf(locale, { page: 'staff/reports', slug: String(id) }))
}

type Refused = Pick<NonNullable<AnswerFormState>, 'alert' | 'more' | 'errors'> & { version?: number }

async function unchosen(locale: Locale): Promise<Refused> {
  const t = await getTranslations({ locale, namespace: 'reports.staff' })
  return { alert: t('chooseError'), more: null, errors: { as: t('chooseError') } }
}

async function refused(problem: AnswerProblem | Refusal, locale: Locale): Promise<Refused> {
  const t = await getTranslations({ locale })
  if (problem.kind === 'stale') return { ...(await stale(problem.now, locale)), version: problem.version }
  if (problem.kind === 'missing') return { alert: t('reports.staff.missing'), more: null, errors: {} }
  if (problem.kind !== 'text') return { alert: t(`staff.refusal.${problem.kind}`), more: null, errors: {} }
  const error = problem.error === 'missing' ? 'message' : problem.error
  const text = t(`reports.error.${error}`, { most: LONGEST.message })
  return { alert: text, more: null, errors: { text } }
}

/** Who was first, and with what. */
async function stale({ status, by, at, text }: Meanwhile, locale: Locale): Promise<Refused> {
  const t = await getTranslations({ locale, namespace: 'reports.staff' })
  const more = text && t('staleText', { text })
  if (status === 'OPEN') return { alert: t('reporterAnswered'), more, errors: {} }
  const date = at ? formatDate(locale, dayInSweden(at)) : ''
  const alert = t(`stale.${status}`, { by: by ?? t('somebody'), date })
  return { alert, more, errors: {} }
}
