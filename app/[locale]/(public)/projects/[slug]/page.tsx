import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ProjectDetails } from '../../../../../components/project/ProjectDetails.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../lib/cache/depend.ts'
import { findProject } from '../../../../../lib/projects/queries.ts'
import { tagOf, tagsOfProject } from '../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../page-locale.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

/** Seconds: a page says how long ago its project ended, which time changes though nobody changes the registry. */
export const revalidate = 21600

const project = cache(findProject)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = await project((await params).slug)
  if (!found) return missingMetadata()
  const t = await getTranslations('project')
  const { slug, name, number } = found
  const here = { page: 'projects', slug } as const
  return pageMetadata({
    locale,
    here,
    title: `${name} (${number})`,
    description: t('description', { name, number }),
  })
}

export default async function ProjectPage({ params }: Props) {
  await pageLocale(params)
  const { slug } = await params
  const found = await project(slug)
  // A page that says that there is no such project is kept as well, until there is one.
  await dependOn(found ? tagsOfProject(found) : [tagOf('project', slug)])
  if (!found) return <Missing />
  return (
    <Frame here={{ page: 'projects', slug: found.slug }}>
      <ProjectDetails project={found} />
    </Frame>
  )
}
