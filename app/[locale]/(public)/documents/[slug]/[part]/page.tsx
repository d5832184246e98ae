import type { Metadata } from 'next'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { missingMetadata } from '../../../../../../components/site/metadata.ts'
import { dependOn } from '../../../../../../lib/cache/depend.ts'
import { readRowPart } from '../../../../../../lib/documents/place.ts'
import { tagOf } from '../../../../../../lib/registry/tags.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { TablePage, tableAt, tableMetadata } from '../../table-page.tsx'

type Props = { params: Promise<{ locale: string; slug: string; part: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const { slug, part } = await params
  const row = readRowPart(part, locale)
  const table = row === null ? null : await tableAt(slug, row)
  return table ? tableMetadata(table, locale) : missingMetadata()
}

/** The rows of a table around one of them. */
export default async function TableRowPage({ params }: Props) {
  const locale = await pageLocale(params)
  const { slug, part } = await params
  const row = readRowPart(part, locale)
  const table = row === null ? null : await tableAt(slug, row)
  if (table) return <TablePage table={table} row={row} />
  // A page that says that there is no such row is kept as well, until there is one.
  await dependOn([tagOf('document', slug)])
  return <Missing />
}
