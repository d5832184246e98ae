import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReportPage } from '../../../../components/reports/ReportPage.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import type { SearchParams } from '../../../../lib/list-query.ts'
import { canSendMail } from '../../../../lib/mail/send.ts'
import { readAbout, reportAddress, THE_SITE } from '../../../../lib/reports/about.ts'
import { stampFor } from '../../../../lib/reports/stamp.ts'
import { findSubject, theSite } from '../../../../lib/reports/subject.ts'
import { pageLocale } from '../../page-locale.ts'
import { sendReportAction } from './actions.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

/** What it is about stands in the address, and the form is marked with when it was made. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('reports.form')
  const about = { title: t('title'), description: t('description') }
  return pageMetadata({ locale, here: { page: 'reports' }, ...about, noIndex: true })
}

export default async function ReportFormPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const asked = readAbout(await searchParams, locale)
  const found = await findSubject(asked)
  const { about } = found ?? { about: THE_SITE }
  return (
    <Frame here={reportAddress(about)}>
      <ReportPage
        subject={found ?? theSite()}
        isLost={!found}
        stamp={stampFor(about)}
        hasMail={canSendMail()}
        hidden={{ locale, kind: about.kind, key: about.key, ...(about.field && { field: about.field }) }}
        action={sendReportAction}
      />
    </Frame>
  )
}
