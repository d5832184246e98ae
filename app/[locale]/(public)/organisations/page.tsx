import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OrganisationsView } from '../../../../components/organisations/OrganisationsView.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { listAddress, readListQuery, type SearchParams } from '../../../../lib/list-query.ts'
import { listOrganisations } from '../../../../lib/organisations/queries.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

/** What is asked for stands in the address: nothing here can be made ahead. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('organisations')
  const query = readListQuery(await searchParams, locale)
  const { q } = query
  const title = q ? t('titleFor', { q }) : t('title')
  const here = listAddress('organisations', query)
  return pageMetadata({ locale, here, title, description: t('description'), noIndex: Boolean(q) })
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const query = readListQuery(await searchParams, locale)
  const list = await listOrganisations(query)
  return (
    <Frame here={listAddress('organisations', query)}>
      <OrganisationsView query={query} list={list} />
    </Frame>
  )
}
