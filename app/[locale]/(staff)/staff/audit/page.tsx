import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountLog } from '../../../../../components/history/AccountLog.tsx'
import { AuditView } from '../../../../../components/history/AuditView.tsx'
import { ChangeList } from '../../../../../components/history/ChangeList.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { may } from '../../../../../lib/auth/policy.ts'
import { type AuditQuery, auditAddress, readAuditQuery } from '../../../../../lib/history/audit-query.ts'
import { auditOf, colleagues, logOfAccounts } from '../../../../../lib/history/queries.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('history.audit')
  return { title: t('title') }
}

/** The log: of the registry for all staff, of accounts for administrators. Nothing here can change it. */
export default async function AuditPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const query = readAuditQuery(await searchParams, locale)
  const staff = await requirePage(query.of === 'accounts' ? 'accounts.manage' : 'desk.read')
  const [people, { older, content }] = await Promise.all([colleagues(), pageOfLog(query)])
  return (
    <StaffFrame here={auditAddress(query)}>
      <AuditView
        query={query}
        people={people}
        seesAccounts={may(staff.role, 'accounts.manage')}
        older={older}
      >
        {content}
      </AuditView>
    </StaffFrame>
  )
}

async function pageOfLog(query: AuditQuery): Promise<{ older: number | null; content: ReactNode }> {
  const t = await getTranslations('history.audit')
  const nothing = (text: string) => <p className="text-muted">{text}</p>
  if (query.of === 'accounts') {
    const { events, older } = await logOfAccounts(query)
    return { older, content: events.length > 0 ? <AccountLog events={events} /> : nothing(t('none')) }
  }
  const { changes, older, isRecordMissing } = await auditOf(query)
  if (changes.length > 0) return { older, content: <ChangeList changes={changes} /> }
  return { older, content: nothing(t(isRecordMissing ? 'noRecord' : 'none')) }
}
