import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ForgotView } from '../../../../../components/accounts/ForgotView.tsx'
import { CodeView, LoginView, RefusedView } from '../../../../../components/accounts/LoginView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { isCodeAwaited } from '../../../../../lib/auth/login.ts'
import { oidcSettings } from '../../../../../lib/auth/oidc.ts'
import { REFUSED } from '../../../../../lib/auth/page.ts'
import { currentStaff } from '../../../../../lib/auth/session.ts'
import { safeWayBack, WAY_BACK } from '../../../../../lib/auth/way-back.ts'
import { canSendMail } from '../../../../../lib/mail/send.ts'
import { type Address, type Locale, pathOf } from '../../../../../lib/paths.ts'
import { pageLocale } from '../../../page-locale.ts'
import { codeAction, forgotAction, logInAction } from './actions.ts'

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

const HERE: Address = { page: 'staff/login' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  return { title: (await getTranslations('accounts.login'))('title') }
}

export default async function LoginPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const asked = await searchParams
  return <StaffFrame here={HERE}>{await viewFor(locale, asked)}</StaffFrame>
}

async function viewFor(locale: Locale, asked: Asked) {
  const staff = await currentStaff()
  const wayBack = safeWayBack(asked[WAY_BACK[locale]], locale)
  if (staff && asked[REFUSED]) return <RefusedView locale={locale} name={staff.name} />
  if (staff) redirect(wayBack)
  if (asked.forgot) return <ForgotView locale={locale} action={forgotAction} canMail={canSendMail()} />
  if (asked.code && (await isCodeAwaited()))
    return <CodeView locale={locale} wayBack={wayBack} action={codeAction} />
  return (
    <LoginView
      locale={locale}
      wayBack={wayBack}
      action={logInAction}
      note={await noteFor(asked)}
      provider={providerFor(locale, wayBack)}
      forgot={pathOf(locale, { ...HERE, query: '?forgot=1' })}
    />
  )
}

const PROBLEMS = ['over', 'oidcUnknown', 'oidcFailed', 'busy'] as const

/** What an address tells of what happened before. */
async function noteFor({ problem, done, code }: Asked) {
  const t = await getTranslations('accounts')
  const known = PROBLEMS.find((each) => each === (code ? 'over' : problem))
  if (known) return { tone: 'wrong', text: t(`problem.${known}`) } as const
  if (done === 'out') return { tone: 'done', text: t('login.signedOut') } as const
  return done === 'password' ? ({ tone: 'done', text: t('login.passwordSet') } as const) : null
}

function providerFor(locale: Locale, wayBack: string) {
  const settings = oidcSettings()
  if (!settings) return null
  const query = new URLSearchParams({ locale, wayBack })
  return { name: settings.name, address: `/api/auth/signin/oidc?${query}` }
}
