import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { historyAddress } from '../../../../components/history/addresses.ts'
import { RecordHistory } from '../../../../components/history/RecordHistory.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { Missing } from '../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../components/site/metadata.ts'
import { dependOn } from '../../../../lib/cache/depend.ts'
import { historyOf } from '../../../../lib/history/queries.ts'
import { isHistoryOf } from '../../../../lib/history/view.ts'
import { pageLocale } from '../../page-locale.ts'
import { tagOfRecord, tagsOfHistory } from './tags.ts'

type Params = Promise<{ locale: string; of: string; slug: string }>

const history = cache(async (of: string, slug: string, page: number) =>
  isHistoryOf(of) ? historyOf(of, slug, page) : null,
)

/** What is said of a page of a record's history. */
export async function recordHistoryMetadata(params: Params, page: number): Promise<Metadata> {
  const locale = await pageLocale(params)
  const { of, slug } = await params
  const found = await history(of, slug, page)
  if (!found) return missingMetadata()
  const t = await getTranslations('history.record')
  const { name } = found.record
  const title = t('title', { name })
  return pageMetadata({
    locale,
    here: historyAddress(found.of, slug, page),
    title: page > 1 ? `${title}, ${t('page', { page })}` : title,
    description: t('description', { name }),
    noIndex: page > 1,
  })
}

/** A page of a record's history. */
export async function RecordHistoryView({ params, page }: { params: Params; page: number }) {
  await pageLocale(params)
  const { of, slug } = await params
  const found = await history(of, slug, page)
  // That there is no such record, or no such page of its history, is kept as well, until there is one.
  if (isHistoryOf(of)) await dependOn(found ? tagsOfHistory(found) : [tagOfRecord(of, slug)])
  if (!found) return <Missing />
  return (
    <Frame here={historyAddress(found.of, slug, page)}>
      <RecordHistory history={found} />
    </Frame>
  )
}
