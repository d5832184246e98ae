import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { earlierAddress } from '../../../../components/history/addresses.ts'
import { EarlierState } from '../../../../components/history/EarlierState.tsx'
import { Frame } from '../../../../components/site/Frame.tsx'
import { Missing } from '../../../../components/site/Missing.tsx'
import { missingMetadata, pageMetadata } from '../../../../components/site/metadata.ts'
import { dependOn } from '../../../../lib/cache/depend.ts'
import { dayInSweden, formatDate } from '../../../../lib/format.ts'
import { earlierState } from '../../../../lib/history/queries.ts'
import { isHistoryOf } from '../../../../lib/history/view.ts'
import { pageLocale } from '../../page-locale.ts'
import { tagOfRecord, tagsOfEarlier } from './tags.ts'

type Params = Promise<{ locale: string; of: string; slug: string }>

const earlier = cache(async (of: string, slug: string, revision: number) =>
  isHistoryOf(of) ? earlierState(of, slug, revision) : null,
)

/** What is said of an earlier state: search engines are to find the present one. */
export async function earlierMetadata(params: Params, revision: number): Promise<Metadata> {
  const locale = await pageLocale(params)
  const { of, slug } = await params
  const found = await earlier(of, slug, revision)
  if (!found) return missingMetadata()
  const t = await getTranslations('history.earlier')
  const about = { name: found.record.name, date: formatDate(locale, dayInSweden(new Date(found.at))) }
  return pageMetadata({
    locale,
    here: earlierAddress(found.of, slug, revision),
    title: t('title', about),
    description: t('description', about),
    noIndex: true,
  })
}

/** A record as it was after one of its changes. */
export async function EarlierStateView({ params, revision }: { params: Params; revision: number }) {
  await pageLocale(params)
  const { of, slug } = await params
  const found = await earlier(of, slug, revision)
  if (isHistoryOf(of)) await dependOn(found ? tagsOfEarlier(found) : [tagOfRecord(of, slug)])
  if (!found) return <Missing />
  return (
    <Frame here={earlierAddress(found.of, slug, revision)}>
      <EarlierState earlier={found} />
    </Frame>
  )
}
