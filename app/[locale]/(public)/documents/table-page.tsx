import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { TableDocument } from '../../../../components/documents/TableDocument.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { pageMetadata } from '../../../../components/site/metadata.ts'
import { dependOn } from '../../../../lib/cache/depend.ts'
import { rowAddress } from '../../../../lib/documents/place.ts'
import { findTable } from '../../../../lib/documents/table-queries.ts'
import type { TableView } from '../../../../lib/documents/table-view.ts'
import type { Address, Locale } from '../../../../lib/paths.ts'
import { tagsOfTable } from '../../../../lib/registry/tags.ts'

/** A table with the page of its rows that holds a row, or the first. */
export const tableAt = cache((slug: string, row: number | null) => findTable(slug, row))

/** One address for every page of rows: that of its first row, and the document's own for the first page. */
function addressOf({ slug, rows: { page, rows } }: TableView): Address {
  const first = rows.at(0)
  return page === 1 || !first ? { page: 'documents', slug } : rowAddress(slug, first.number)
}

export async function tableMetadata(table: TableView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations('tables.document')
  const { title, rows } = table
  return pageMetadata({
    locale,
    here: addressOf(table),
    title: rows.page === 1 ? title : t('pageTitle', { title, page: rows.page }),
    description: t('description', { title }),
  })
}

export async function TablePage({ table, row }: { table: TableView; row: number | null }) {
  await dependOn(tagsOfTable(table))
  const { slug } = table
  return (
    <Frame here={row === null ? { page: 'documents', slug } : rowAddress(slug, row)}>
      <TableDocument table={table} />
    </Frame>
  )
}
