'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '../../../../../../components/accounts/form-state.ts'
import { setPasswordByLink } from '../../../../../../lib/auth/link-use.ts'
import { loginPath } from '../../../../../../lib/auth/way-back.ts'
import { localeOf, problemText, textOf } from '../../account/problem-text.ts'

export async function setPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form)
  const password = textOf(form, 'password')
  if (password !== textOf(form, 'again')) {
    const t = await getTranslations({ locale, namespace: 'accounts.password' })
    return { wrong: t('mismatch'), errors: { again: t('mismatch') } }
  }
  const done = await setPasswordByLink(textOf(form, 'token'), password)
  if (done.ok) redirect(loginPath(locale, null, { done: 'password' }))
  const wrong = await problemText(locale, done.problem)
  return done.problem.kind === 'password' ? { wrong, errors: { password: wrong } } : { wrong }
}
