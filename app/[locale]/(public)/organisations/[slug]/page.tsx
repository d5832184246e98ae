import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { OrganisationDetails } from '../../../../../components/organisations/OrganisationDetails.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../lib/cache/depend.ts'
import { findOrganisation } from '../../../../../lib/organisations/queries.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import { tagOf, tagsOfOrganisation } from '../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

/** Seconds: how many of its projects have ended changes with the day, though nothing else does. */
export const revalidate = 86_400

const organisation = cache(findOrganisation)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = await organisation((await params).slug)
  if (!found) return missingMetadata()
  const t = await getTranslations('organisation')
  const { slug, name } = found
  const here = { page: 'organisations', slug } as const
  return pageMetadata({ locale, here, title: name, description: t('description', { name }) })
}

export default async function OrganisationPage({ params }: Props) {
  const locale = await pageLocale(params)
  const { slug } = await params
  const found = await organisation(slug)
  // A page that says that there is no such organisation is kept as well, until there is one.
  await dependOn(found ? tagsOfOrganisation(found) : [tagOf('organisation', slug)])
  if (!found) return <Missing />
  // For now, not for ever: a merge can be undone.
  if (found.movedTo) redirect(pathOf(locale, { page: 'organisations', slug: found.movedTo }))
  return (
    <Frame here={{ page: 'organisations', slug: found.slug }}>
      <OrganisationDetails organisation={found} />
    </Frame>
  )
}
