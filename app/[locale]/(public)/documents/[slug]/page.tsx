import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DocumentDetails } from '../../../../../components/documents/DocumentDetails.tsx'
import { Frame } from '../../../../../components/site/Frame.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../lib/cache/depend.ts'
import { findDocument } from '../../../../../lib/documents/queries.ts'
import { tagOf, tagsOfDocument } from '../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../page-locale.ts'
import { TablePage, tableAt, tableMetadata } from '../table-page.tsx'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

const document = cache(findDocument)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = await document((await params).slug)
  if (!found) {
    const table = await tableAt((await params).slug, null)
    return table ? tableMetadata(table, locale) : missingMetadata()
  }
  const t = await getTranslations('document')
  const { slug, title } = found
  const here = { page: 'documents', slug } as const
  return pageMetadata({ locale, here, title, description: t('description', { title }) })
}

export default async function DocumentPage({ params }: Props) {
  await pageLocale(params)
  const { slug } = await params
  const found = await document(slug)
  const table = found ? null : await tableAt(slug, null)
  if (table) return <TablePage table={table} row={null} />
  // A page that says that there is no such document is kept as well, until there is one.
  await dependOn(found ? tagsOfDocument(found) : [tagOf('document', slug)])
  if (!found) return <Missing />
  return (
    <Frame here={{ page: 'documents', slug: found.slug }}>
      <DocumentDetails document={found} />
    </Frame>
  )
}
