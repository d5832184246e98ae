'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '../../../../../../components/accounts/form-state.ts'
import { setPasswordByLink } from '../../../../../../lib/auth/link-use.ts'
import { loginPath } from '../../../../../../lib/auth/way-back.ts'
import { localeIn, textIn } from '../../../../../../lib/sent-form.ts'
import { problemText } from '../../account/problem-text.ts'

export async function setPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const password = textIn(form, 'password')
  if (password !== textIn(form, 'again')) {
    const t = await getTranslations({ locale, namespace: 'accounts.password' })
    return { wrong: t('mismatch'), errors: { again: t('mismatch') } }
  }
  const done = await setPasswordByLink(textIn(form, 'token'), password)
  if (done.ok) redirect(loginPath(locale, null, { done: 'password' }))
  const wrong = await problemText(locale, done.problem)
  return done.problem.kind === 'password' ? { wrong, errors: { password: wrong } } : { wrong }
}
