import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OutcomesView } from '../../../../components/outcome-sums/OutcomesView.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { dependOn } from '../../../../lib/cache/depend.ts'
import { outcomeOverview } from '../../../../lib/follow-up/sum-queries.ts'
import { dayInSweden } from '../../../../lib/format.ts'
import type { Address } from '../../../../lib/paths.ts'
import { REGISTRY_TAG } from '../../../../lib/registry/tags.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

const here: Address = { page: 'outcomes' }

/** Seconds: how many projects have ended changes with the day, though nothing else does. */
export const revalidate = 3600

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('outcomeSums')
  return pageMetadata({ locale, here, title: t('title'), description: t('description') })
}

export default async function OutcomesPage({ params }: Props) {
  await pageLocale(params)
  const overview = await outcomeOverview(dayInSweden(new Date()))
  await dependOn([REGISTRY_TAG])
  return (
    <Frame here={here}>
      <OutcomesView overview={overview} />
    </Frame>
  )
}
