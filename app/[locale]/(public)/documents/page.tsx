import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DocumentsView } from '../../../../components/documents/DocumentsView.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { listDocuments } from '../../../../lib/documents/queries.ts'
import { listAddress, readListQuery, type SearchParams } from '../../../../lib/list-query.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

/** What is asked for stands in the address: nothing here can be made ahead. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('documents')
  const here = listAddress('documents', readListQuery(await searchParams, locale))
  return pageMetadata({ locale, here, title: t('title'), description: t('description') })
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const query = readListQuery(await searchParams, locale)
  const list = await listDocuments(query)
  return (
    <Frame here={listAddress('documents', query)}>
      <DocumentsView query={query} list={list} />
    </Frame>
  )
}
