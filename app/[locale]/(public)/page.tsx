import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../components/site/metadata.ts'
import { StartView } from '../../../components/start/StartView.tsx'
import { dependOn } from '../../../lib/cache/depend.ts'
import type { Address } from '../../../lib/paths.ts'
import { newestDecisions, registryFigures } from '../../../lib/registry/queries.ts'
import { REGISTRY_TAG, tagsOfDecisions } from '../../../lib/registry/tags.ts'
import { pageLocale } from '../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

const here: Address = { page: 'start' }
const NEWEST = 5

/** Seconds: how many projects are running changes with the day, though nothing else does. */
export const revalidate = 3600

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('start')
  return pageMetadata({ locale, here, title: t('title'), description: t('description'), isStart: true })
}

export default async function StartPage({ params }: Props) {
  await pageLocale(params)
  const [figures, newest] = await Promise.all([registryFigures(), newestDecisions(NEWEST)])
  await dependOn([REGISTRY_TAG, ...tagsOfDecisions(newest)])
  return (
    <Frame here={here}>
      <StartView figures={figures} newest={newest} />
    </Frame>
  )
}
