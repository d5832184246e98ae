import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnAccountView } from '../../../../../components/accounts/OwnAccountView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { ownAccount } from '../../../../../lib/auth/queries.ts'
import { pageLocale } from '../../../page-locale.ts'
import { passwordAction, profileAction, secondFactorAction, sessionAction } from './actions.ts'
import { doneText } from './done-text.ts'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  return { title: (await getTranslations('accounts.own'))('title') }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const staff = await requirePage('account.own')
  const account = await ownAccount(staff)
  return (
    <StaffFrame here={{ page: 'staff/account' }}>
      <OwnAccountView
        locale={locale}
        account={account}
        isHeld={staff.needsSecondFactor}
        done={await doneText((await searchParams).done)}
        actions={{
          profile: profileAction,
          password: passwordAction,
          second: secondFactorAction,
          session: sessionAction,
        }}
      />
    </StaffFrame>
  )
}
