import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FollowPage } from '../../../../../components/reports/FollowPage.tsx'
import { ReplyForm } from '../../../../../components/reports/ReplyForm.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { canSendMail } from '../../../../../lib/mail/send.ts'
import { type Address, pathOf } from '../../../../../lib/paths.ts'
import { followReport } from '../../../../../lib/reports/queries.ts'
import { siteOrigin } from '../../../../../lib/site.ts'
import { pageLocale } from '../../../page-locale.ts'
import { replyAction } from '../actions.ts'

type Props = { params: Promise<{ locale: string; token: string }> }

/** For who has the link, each time anew; headers keep it out of caches and lists (next.config.js). */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('reports.follow')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'same-origin' }
}

export default async function FollowReportPage({ params }: Props) {
  const locale = await pageLocale(params)
  const { token } = await params
  const report = await followReport(token)
  if (!report) return <Missing />
  const here: Address = { page: 'reports', slug: token }
  const t = await getTranslations('reports.follow')
  const isMailed = report.hasEmail && canSendMail()
  return (
    <Frame here={here}>
      <FollowPage report={report} link={siteOrigin() + pathOf(locale, here)} isMailed={isMailed}>
        <ReplyForm
          action={replyAction}
          hidden={{ locale, token }}
          isAsked={report.status === 'ASKED'}
          texts={{ reply: t('reply'), replyHint: t('replyHint'), sendReply: t('sendReply') }}
        />
      </FollowPage>
    </Frame>
  )
}
