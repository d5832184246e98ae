import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { recentAddress } from '../../../../../components/history/addresses.ts'
import { RecentHistory } from '../../../../../components/history/RecentHistory.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../lib/cache/depend.ts'
import { recentHistory } from '../../../../../lib/history/queries.ts'
import { PEOPLE_TAG, REGISTRY_TAG } from '../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../page-locale.ts'
import { readPart } from '../part.ts'

/** `of` is `p2` and so on: the pages after the first. The histories of records stand under it with their slugs. */
type Props = { params: Promise<{ locale: string; of: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

const older = cache(async (of: string) => {
  const part = readPart(of)
  return part?.kind === 'page' ? recentHistory(part.page) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = await older((await params).of)
  if (!found) return missingMetadata()
  const t = await getTranslations('history')
  const title = `${t('recent.title')}, ${t('record.page', { page: found.page })}`
  return pageMetadata({
    locale,
    here: recentAddress(found.page),
    title,
    description: t('recent.description'),
    noIndex: true,
  })
}

export default async function OlderHistoryPage({ params }: Props) {
  await pageLocale(params)
  await dependOn([REGISTRY_TAG, PEOPLE_TAG])
  const found = await older((await params).of)
  if (!found) return <Missing />
  return (
    <Frame here={recentAddress(found.page)}>
      <RecentHistory history={found} />
    </Frame>
  )
}
