'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import type { ReplyFormState } from '../../../../components/reports/ReplyForm.tsx'
import type { ReportFormState, ReportValues } from '../../../../components/reports/ReportForm.tsx'
import { valueWriter } from '../../../../components/reports/words.ts'
import { type Locale, pathOf } from '../../../../lib/paths.ts'
import { type About, aboutOf, THE_SITE } from '../../../../lib/reports/about.ts'
import { replyToQuestion } from '../../../../lib/reports/reply.ts'
import { LONGEST, type WrittenErrors } from '../../../../lib/reports/schema.ts'
import { type SendProblem, sendReport } from '../../../../lib/reports/send.ts'
import { checkStamp, stampFor } from '../../../../lib/reports/stamp.ts'
import { mayTellOfNew, tellReporter } from '../../../../lib/reports/tell.ts'
import { localeIn, textIn } from '../../../../lib/sent-form.ts'

/** Takes in a report, and leads to the page that follows it. */
export async function sendReportAction(_before: ReportFormState, form: FormData): Promise<ReportFormState> {
  const locale = localeIn(form)
  const about = aboutIn(form)
  const values = valuesIn(form)
  const stamp = textIn(form, 'stamp')
  const input = { ...values, about, locale, stamp, trap: textIn(form, 'website') }
  const sent = await sendReport(input, await valueWriter(locale))
  if (!sent.ok) return refused(sent.problem, { locale, about, values, stamp })
  const { id, token, isNew } = sent.value
  if (isNew) after(async () => (await mayTellOfNew(id)) && tellReporter(id))
  redirect(pathOf(locale, { page: 'reports', slug: token }))
}

/** Takes in the reporter's answer to a question. */
export async function replyAction(_before: ReplyFormState, form: FormData): Promise<ReplyFormState> {
  const locale = localeIn(form)
  const [token, text] = [textIn(form, 'token'), textIn(form, 'text')]
  const kept = await replyToQuestion(token, text)
  if (kept.ok) redirect(pathOf(locale, { page: 'reports', slug: token }))
  const t = await getTranslations({ locale })
  const { problem } = kept
  if (problem.kind === 'foreign') return { alert: t('staff.refusal.foreign'), text }
  if (problem.kind === 'missing') return { alert: t('reports.problem.missing'), text }
  if (problem.kind === 'text')
    return { alert: t(`reports.error.${MESSAGE_ERRORS[problem.error]}`, { most: LONGEST.message }), text }
  return { alert: t('reports.follow.notAsked'), text }
}

const MESSAGE_ERRORS = { missing: 'message', long: 'long', links: 'links' } as const

const aboutIn = (form: FormData): About =>
  aboutOf(textIn(form, 'kind'), textIn(form, 'key'), textIn(form, 'field')) ?? THE_SITE
const valuesIn = (form: FormData): ReportValues => ({
  field: textIn(form, 'field'),
  suggestion: textIn(form, 'suggestion'),
  where: textIn(form, 'where'),
  email: textIn(form, 'email'),
})

type Sent = { locale: Locale; about: About; values: ReportValues; stamp: string }

/** The form as it was filled in, with why it was not taken. A stamp that holds is kept: waiting counts from the first. */
async function refused(
  problem: SendProblem,
  { locale, about, values, stamp }: Sent,
): Promise<ReportFormState> {
  const isOld = checkStamp(stamp, about) === 'old'
  return {
    alert: await sentenceOf(problem, locale),
    tone: problem.kind === 'same' ? 'done' : 'wrong',
    errors: problem.kind === 'written' ? await errorsOf(problem.errors, locale) : {},
    values,
    stamp: isOld ? stampFor(about) : stamp,
  }
}

async function sentenceOf(problem: SendProblem, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale })
  if (problem.kind === 'written') return t('reports.form.errors')
  if (problem.kind === 'limit') return t(`reports.limit.${problem.limit}`)
  if (problem.kind === 'foreign') return t('staff.refusal.foreign')
  return t(`reports.problem.${problem.kind}`)
}

async function errorsOf(errors: WrittenErrors, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'reports.error' })
  const sentence = (name: keyof WrittenErrors) => {
    const error = errors[name]
    if (!error) return {}
    return { [name]: t(error === 'wrong' ? 'email' : error, { most: LONGEST[name] }) }
  }
  return { ...sentence('suggestion'), ...sentence('where'), ...sentence('email') }
}
