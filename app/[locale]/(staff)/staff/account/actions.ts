'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '../../../../../components/accounts/form-state.ts'
import {
  beginSecondFactor,
  changePassword,
  endOtherSessions,
  endOwnSession,
  finishSecondFactor,
  type OwnProblem,
  removeSecondFactor,
  renewRecoveryCodes,
  saveProfile,
} from '../../../../../lib/auth/own-account.ts'
import { SECOND_FACTOR } from '../../../../../lib/auth/page.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'
import type { Result } from '../../../../../lib/result.ts'
import { localeIn, textIn } from '../../../../../lib/sent-form.ts'
import { problemText } from './problem-text.ts'

export async function profileAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const typed = {
    name: textIn(form, 'name'),
    language: textIn(form, 'language'),
    showsName: textIn(form, 'showsName'),
  }
  const saved = await saveProfile({
    name: typed.name,
    locale: typed.language,
    showsName: typed.showsName === 'on',
  })
  if (saved.ok) redirect(doneAt(locale, 'profile'))
  const wrong = await problemText(locale, saved.problem)
  return { wrong, typed, ...(saved.problem.kind === 'invalidProfile' && { errors: { name: wrong } }) }
}

export async function passwordAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const wanted = textIn(form, 'password')
  if (wanted !== textIn(form, 'again')) {
    const t = await getTranslations({ locale, namespace: 'accounts.password' })
    return { wrong: t('mismatch'), errors: { again: t('mismatch') } }
  }
  const changed = await changePassword(textIn(form, 'current'), wanted)
  if (changed.ok) redirect(doneAt(locale, 'password'))
  const wrong = await problemText(locale, changed.problem)
  const field = { password: 'password', wrongPassword: 'current' }[changed.problem.kind as string]
  return { wrong, ...(field && { errors: { [field]: wrong } }) }
}

export async function secondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const proof = textIn(form, 'proof')
  switch (textIn(form, 'step')) {
    case 'begin':
      return ledOn(locale, 'secondBegun', await beginSecondFactor(proof))
    case 'finish': {
      const shown = await codesShown(
        locale,
        'secondOn',
        await finishSecondFactor(textIn(form, 'code')),
        'code',
      )
      // The rest of the page follows what has changed; the codes stand in this answer alone.
      refresh()
      return shown
    }
    case 'codes':
      return codesShown(locale, 'codes', await renewRecoveryCodes(proof), 'proof')
    case 'remove':
      return ledOn(locale, 'secondOff', await removeSecondFactor(proof))
    default:
      return null
  }
}

export async function sessionAction(form: FormData): Promise<void> {
  const locale = localeIn(form)
  const id = Number(textIn(form, 'session'))
  const isOne = Number.isInteger(id) && id > 0 && id < 2 ** 31
  const ended = await (isOne ? endOwnSession(id) : endOtherSessions())
  redirect(
    ended.ok ? doneAt(locale, isOne ? 'session' : 'others') : pathOf(locale, { page: 'staff/account' }),
  )
}

type Done = 'profile' | 'password' | 'secondBegun' | 'secondOn' | 'secondOff' | 'codes' | 'session' | 'others'

const doneAt = (locale: Locale, done: Done): string =>
  pathOf(locale, { page: 'staff/account', query: `?done=${done}` })

async function ledOn(locale: Locale, done: Done, result: Result<null, OwnProblem>): Promise<FormState> {
  if (result.ok) redirect(`${doneAt(locale, done)}#${SECOND_FACTOR}`)
  const wrong = await problemText(locale, result.problem)
  return { wrong, errors: { proof: wrong } }
}

async function codesShown(
  locale: Locale,
  done: 'secondOn' | 'codes',
  result: Result<string[], OwnProblem>,
  field: 'code' | 'proof',
): Promise<FormState> {
  if (!result.ok) {
    const wrong = await problemText(locale, result.problem)
    return { wrong, errors: { [field]: wrong } }
  }
  const t = await getTranslations({ locale, namespace: 'accounts' })
  const codes = { title: t('own.codesTitle'), text: t('own.codesText'), list: result.value }
  return { done: t(`done.${done}`), codes }
}
