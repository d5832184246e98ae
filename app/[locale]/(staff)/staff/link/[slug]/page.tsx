import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosedLinkView, LinkView } from '../../../../../../components/accounts/LinkView.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { findLink } from '../../../../../../lib/auth/links.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { setPasswordAction } from './actions.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  return { title: (await getTranslations('accounts.link'))('reset') }
}

export default async function LinkPage({ params }: Props) {
  const locale = await pageLocale(params)
  const { slug: token } = await params
  const link = await findLink(token)
  return (
    <StaffFrame here={{ page: 'staff/link', slug: token }}>
      {link.ok ? (
        <LinkView locale={locale} token={token} action={setPasswordAction} {...link.value} />
      ) : (
        <ClosedLinkView locale={locale} why={link.problem.kind} />
      )}
    </StaffFrame>
  )
}
