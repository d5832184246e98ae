import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerForm } from '../../../../../../components/reports/AnswerForm.tsx'
import { ReportDetails } from '../../../../../../components/reports/ReportDetails.tsx'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { canSendMail } from '../../../../../../lib/mail/send.ts'
import { pileOf } from '../../../../../../lib/reports/params.ts'
import { findReport } from '../../../../../../lib/reports/queries.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { answerAction } from '../actions.ts'

type Props = { params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('reports.staff')
  return { title: t('title') }
}

export default async function ReportDetailsPage({ params }: Props) {
  const locale = await pageLocale(params)
  await requirePage('reports.handle')
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const report = id ? await findReport(Number(id)) : null
  if (!report) return <Missing />
  return (
    <StaffFrame here={{ page: 'staff/reports', slug: String(report.id) }}>
      <ReportDetails report={report} isMailed={report.hasEmail && canSendMail()}>
        <AnswerForm
          action={answerAction}
          hidden={{ locale, id: String(report.id) }}
          version={report.version}
          isClosed={pileOf(report.status) === 'closed'}
          texts={await formTexts()}
        />
      </ReportDetails>
    </StaffFrame>
  )
}

async function formTexts() {
  const t = await getTranslations('reports.staff')
  return {
    choose: t('choose'),
    ask: t('ask'),
    askHint: t('askHint'),
    decline: t('decline'),
    declineHint: t('declineHint'),
    mended: t('mended'),
    mendedHint: t('mendedHint'),
    text: t('text'),
    textHint: t('textHint'),
    send: t('send'),
  }
}
