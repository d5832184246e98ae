import { useLocale, useTranslations } from 'next-intl'
import type { HistoryOf } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { feedAddress } from './addresses.ts'

type Props = { record?: { of: HistoryOf; slug: string; name: string } }

/** The way to a feed of changes, for readers and, in the page's head, for programs. */
export function FeedLink({ record }: Props) {
  const t = useTranslations('history.feed')
  const href = pathOf(useLocale(), feedAddress(record))
  const title = record ? t('record', { name: record.name }) : t('recent')
  return (
    <>
      <link rel="alternate" type="application/atom+xml" href={href} title={title} />
      <a href={href} className="inline-block py-0.5">
        {t('link')}
      </a>
    </>
  )
}
