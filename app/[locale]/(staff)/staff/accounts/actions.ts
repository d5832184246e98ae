'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '../../../../../components/accounts/form-state.ts'
import {
  changeRole,
  disable,
  enable,
  endSessionsOf,
  invite,
  type ManageProblem,
  type Passed,
  renewLinkOf,
  setSecondFactorRequired,
  takeSecondFactor,
} from '../../../../../lib/auth/commands.ts'
import { LINK_HOURS } from '../../../../../lib/auth/links.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'
import type { Result } from '../../../../../lib/result.ts'
import { localeIn, textIn } from '../../../../../lib/sent-form.ts'
import { problemText } from '../account/problem-text.ts'

export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const typed = Object.fromEntries(
    ['email', 'name', 'role', 'mustHaveSecondFactor', 'language'].map((name) => [name, textIn(form, name)]),
  )
  const invited = await invite({
    email: typed.email,
    name: typed.name,
    role: typed.role,
    locale: typed.language,
    mustHaveSecondFactor: typed.mustHaveSecondFactor === 'on',
  })
  const answer = await linkAnswer(locale, invited)
  return invited.ok ? answer : { ...answer, typed }
}

/** What an administrator does to one account: which, by the form's own word. */
export async function manageAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = localeIn(form)
  const id = Number(textIn(form, 'account'))
  if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31)
    return { wrong: await problemText(locale, { kind: 'unknownAccount' }) }
  const does = textIn(form, 'does')
  if (does === 'link') return linkAnswer(locale, await renewLinkOf(id))
  const [done, result] = await carryOut(does, id, form)
  if (!result) return null
  if (!result.ok) return { wrong: await problemText(locale, result.problem) }
  redirect(pathOf(locale, { page: 'staff/accounts', slug: String(id), query: `?done=${done}` }))
}

type CarriedOut = [done: string, result: Result<null, ManageProblem> | null]

async function carryOut(does: string, id: number, form: FormData): Promise<CarriedOut> {
  switch (does) {
    case 'role':
      return [
        'role',
        await changeRole(id, textIn(form, 'role') === 'ADMINISTRATOR' ? 'ADMINISTRATOR' : 'EDITOR'),
      ]
    case 'disable':
      return ['disabled', await disable(id)]
    case 'enable':
      return ['enabled', await enable(id)]
    case 'require':
      return ['required', await setSecondFactorRequired(id, true)]
    case 'unrequire':
      return ['notRequired', await setSecondFactorRequired(id, false)]
    case 'reset':
      return ['reset', await takeSecondFactor(id)]
    case 'end':
      return ['ended', await endSessionsOf(id)]
    default:
      return ['', null]
  }
}

async function linkAnswer(locale: Locale, made: Result<Passed, ManageProblem>): Promise<FormState> {
  if (!made.ok) return { wrong: await problemText(locale, made.problem) }
  const { email, kind, address } = made.value
  const t = await getTranslations({ locale, namespace: 'accounts.manage' })
  if (!address) return { done: t('linkMailed', { email }) }
  return {
    done: t('linkShown', { email, hours: LINK_HOURS[kind] }),
    link: { label: t('link'), address },
  }
}
