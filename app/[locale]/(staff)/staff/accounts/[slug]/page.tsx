import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountView } from '../../../../../../components/accounts/AccountView.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { findAccount } from '../../../../../../lib/auth/queries.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { doneText } from '../../account/done-text.ts'
import { manageAction } from '../actions.ts'

type Props = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  // Not the name: titles stay in the browser's history.
  return { title: (await getTranslations('accounts.manage'))('title') }
}

export default async function ManagedAccountPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const staff = await requirePage('accounts.manage')
  const { slug } = await params
  const account = /^[1-9]\d{0,8}$/.test(slug) ? await findAccount(Number(slug)) : null
  if (!account) notFound()
  return (
    <StaffFrame here={{ page: 'staff/accounts', slug }}>
      <AccountView
        locale={locale}
        account={account}
        action={manageAction}
        done={await doneText((await searchParams).done)}
        isOwn={account.id === staff.id}
      />
    </StaffFrame>
  )
}
