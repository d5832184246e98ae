import { useLocale, useTranslations } from 'next-intl'
import type { RecentView } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { recentAddress } from './addresses.ts'
import { ChangeList } from './ChangeList.tsx'
import { FeedLink } from './FeedLink.tsx'

/** The newest changes of the whole registry. */
export function RecentHistory({ history }: { history: RecentView }) {
  const t = useTranslations('history')
  const { changes, page, hasMore } = history
  return (
    <>
      <PageHead kicker={page > 1 ? t('record.page', { page }) : undefined} title={t('recent.title')}>
        {page === 1 && <p className="mt-4 max-w-text text-lead">{t('recent.lead')}</p>}
        <p className="mt-3 text-small print:hidden">
          <FeedLink />
        </p>
      </PageHead>
      {changes.length === 0 && <p className="text-muted">{t('recent.none')}</p>}
      <ChangeList changes={changes} />
      {!hasMore && changes.length > 0 && <p className="mt-10 text-muted text-small">{t('recent.oldest')}</p>}
      <Pages page={page} hasMore={hasMore} />
    </>
  )
}

/** How many pages there are is not counted: they are turned. */
function Pages({ page, hasMore }: { page: number; hasMore: boolean }) {
  const t = useTranslations('history.recent')
  const locale = useLocale()
  if (page === 1 && !hasMore) return null
  return (
    <nav
      aria-label={t('pages')}
      className="mt-10 flex flex-wrap gap-3 border-line border-t pt-5 print:hidden"
    >
      {page > 1 && (
        <a href={pathOf(locale, recentAddress(page - 1))} rel="prev" className="button-quiet no-underline">
          {t('newer')}
        </a>
      )}
      {hasMore && (
        <a href={pathOf(locale, recentAddress(page + 1))} rel="next" className="button-quiet no-underline">
          {t('older')}
        </a>
      )}
    </nav>
  )
}
