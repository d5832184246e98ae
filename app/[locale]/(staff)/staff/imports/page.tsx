import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportsView } from '../../../../../components/imports/ImportsView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { importsAddress, readImportsPage } from '../../../../../lib/imports/desk/params.ts'
import { listImports } from '../../../../../lib/imports/desk/queries.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('imports')
  return { title: t('title') }
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('imports.run')
  const list = await listImports(readImportsPage(await searchParams, locale))
  return (
    <StaffFrame here={importsAddress(list.page)}>
      <ImportsView list={list} />
    </StaffFrame>
  )
}
