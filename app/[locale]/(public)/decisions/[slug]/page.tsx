import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DecisionDetails } from '../../../../../components/decisions/DecisionDetails.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../lib/cache/depend.ts'
import { findDecision } from '../../../../../lib/decisions/queries.ts'
import { tagOf, tagsOfDecision } from '../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

const decision = cache(findDecision)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = await decision((await params).slug)
  if (!found) return missingMetadata()
  const t = await getTranslations('decision')
  const { slug, heading } = found
  const here = { page: 'decisions', slug } as const
  return pageMetadata({ locale, here, title: heading, description: t('description', { heading }) })
}

export default async function DecisionPage({ params }: Props) {
  await pageLocale(params)
  const { slug } = await params
  const found = await decision(slug)
  // A page that says that there is no such decision is kept as well, until there is one.
  await dependOn(found ? tagsOfDecision(found) : [tagOf('decision', slug)])
  if (!found) return <Missing />
  return (
    <Frame here={{ page: 'decisions', slug: found.slug }}>
      <DecisionDetails decision={found} />
    </Frame>
  )
}
