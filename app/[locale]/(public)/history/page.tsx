import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecentHistory } from '../../../../components/history/RecentHistory.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { dependOn } from '../../../../lib/cache/depend.ts'
import { recentHistory } from '../../../../lib/history/queries.ts'
import { PEOPLE_TAG, REGISTRY_TAG } from '../../../../lib/registry/tags.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('history.recent')
  return pageMetadata({ locale, here: { page: 'history' }, title: t('title'), description: t('description') })
}

export default async function HistoryPage({ params }: Props) {
  await pageLocale(params)
  await dependOn([REGISTRY_TAG, PEOPLE_TAG])
  const history = await recentHistory(1)
  return (
    <Frame here={{ page: 'history' }}>
      <RecentHistory history={history ?? { changes: [], page: 1, hasMore: false }} />
    </Frame>
  )
}
