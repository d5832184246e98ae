import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountsView } from '../../../../../components/accounts/AccountsView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { listAccounts } from '../../../../../lib/auth/queries.ts'
import { listAddress, readListQuery, type SearchParams } from '../../../../../lib/list-query.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import { pageLocale } from '../../../page-locale.ts'
import { inviteAction } from './actions.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  return { title: (await getTranslations('accounts.manage'))('title') }
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('accounts.manage')
  const { page } = readListQuery(await searchParams, locale)
  const list = await listAccounts(page)
  const addressOf = (number: number) => listAddress('staff/accounts', { page: number, q: '' })
  return (
    <StaffFrame here={addressOf(list.page)}>
      <AccountsView
        locale={locale}
        list={list}
        invite={inviteAction}
        hrefOf={(number) => pathOf(locale, addressOf(number))}
      />
    </StaffFrame>
  )
}
