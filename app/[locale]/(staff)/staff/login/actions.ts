'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '../../../../../components/accounts/form-state.ts'
import { logIn } from '../../../../../lib/auth/next-auth.ts'
import { askForReset } from '../../../../../lib/auth/reset.ts'
import { loginPath, safeWayBack } from '../../../../../lib/auth/way-back.ts'
import { localeIn, textIn } from '../../../../../lib/sent-form.ts'
import { problemText } from '../account/problem-text.ts'

export async function logInAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const email = textIn(form, 'email')
  const wayBack = textIn(form, 'wayBack')
  const answer = await logIn('password', { email, password: textIn(form, 'password') })
  if (answer.kind === 'code') redirect(loginPath(locale, wayBack, { code: '1' }))
  if (answer.kind === 'in') redirect(safeWayBack(wayBack, locale))
  return { wrong: await problemText(locale, answer), typed: { email } }
}

export async function codeAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const wayBack = textIn(form, 'wayBack')
  const answer = await logIn('code', { code: textIn(form, 'code') })
  if (answer.kind === 'in') redirect(safeWayBack(wayBack, locale))
  if (answer.kind === 'code' || answer.kind === 'over')
    redirect(loginPath(locale, wayBack, { problem: 'over' }))
  return { wrong: await problemText(locale, answer.kind === 'wrong' ? { kind: 'wrongCode' } : answer) }
}

export async function forgotAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const email = textIn(form, 'email')
  const answer = await askForReset(email)
  if (answer === 'foreign') return { wrong: await problemText(locale, { kind: 'foreign' }), typed: { email } }
  const t = await getTranslations({ locale, namespace: 'accounts.forgot' })
  return answer === 'mailed' ? { done: t('mailed') } : { wrong: t('noMail') }
}
