import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { projectsAddress } from '../../../../components/projects/address.ts'
import { ProjectsView } from '../../../../components/projects/ProjectsView.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { dayInSweden } from '../../../../lib/format.ts'
import { readProjectQuery, type SearchParams } from '../../../../lib/projects/search/params.ts'
import { findProjects } from '../../../../lib/projects/search/queries.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

/** What is asked for stands in the address: nothing here can be made ahead. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('projects')
  const query = readProjectQuery(await searchParams, locale)
  const title = query.q ? t('titleFor', { q: query.q }) : t('title')
  const here = projectsAddress(query)
  return pageMetadata({ locale, here, title, description: t('description'), noIndex: query.q !== '' })
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const query = readProjectQuery(await searchParams, locale)
  const list = await findProjects(query, { today: dayInSweden(new Date()) })
  return (
    <Frame here={projectsAddress(query)}>
      <ProjectsView query={query} list={list} />
    </Frame>
  )
}
