import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AboutView } from '../../../../components/about/AboutView.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import type { Address } from '../../../../lib/paths.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

const here: Address = { page: 'about' }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = await getTranslations('about')
  return pageMetadata({ locale, here, title: t('title'), description: t('description') })
}

export default async function AboutPage({ params }: Props) {
  await pageLocale(params)
  return (
    <Frame here={here}>
      <AboutView />
    </Frame>
  )
}
