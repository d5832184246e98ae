import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReportsList } from '../../../../../components/reports/ReportsList.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { readReportsQuery, reportsAddress } from '../../../../../lib/reports/params.ts'
import { listReports } from '../../../../../lib/reports/queries.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('reports.staff')
  return { title: t('title') }
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('reports.handle')
  const query = readReportsQuery(await searchParams, locale)
  const list = await listReports(query)
  return (
    <StaffFrame here={reportsAddress({ ...query, page: list.page })}>
      <ReportsList query={query} list={list} />
    </StaffFrame>
  )
}
