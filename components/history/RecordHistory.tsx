import { useLocale, useTranslations } from 'next-intl'
import type { HistoryView } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { historyAddress } from './addresses.ts'
import { ChangeList } from './ChangeList.tsx'
import { FeedLink } from './FeedLink.tsx'

/** Every change of one record. */
export function RecordHistory({ history }: { history: HistoryView }) {
  const t = useTranslations('history.record')
  const locale = useLocale()
  const { of, record, changes, total, page, pages } = history
  return (
    <>
      <PageHead kicker={t('kicker')} title={record.name} titleLang="sv">
        <p className="mt-4 text-muted">{total > 0 ? t('count', { count: total }) : t('none')}</p>
        <ul className="mt-3 grid gap-1 text-small print:hidden">
          <li>
            <a href={pathOf(locale, { page: of, slug: record.slug })} className="inline-block py-0.5">
              {t(`toRecord.${of}`)}
            </a>
          </li>
          <li>
            <FeedLink record={{ of, ...record }} />
          </li>
        </ul>
      </PageHead>
      <ChangeList changes={changes} own={history} />
      <ListPager
        page={page}
        pages={pages}
        hrefOf={(number) => pathOf(locale, historyAddress(of, record.slug, number))}
      />
    </>
  )
}
