import { useLocale, useTranslations } from 'next-intl'
import type { HistoryOf } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { SideSection } from '../project/SideSection.tsx'
import { historyAddress } from './addresses.ts'
import { FeedLink } from './FeedLink.tsx'

type Props = { of: HistoryOf; slug: string; name: string }

/** From a record to what has changed in it, and to where it is corrected. */
export function HistoryLink({ of, slug, name }: Props) {
  const t = useTranslations('history.links')
  const locale = useLocale()
  return (
    <SideSection id="andringar" title={t('title')}>
      <ul className="grid gap-1.5 text-small print:hidden">
        <li>
          <a href={pathOf(locale, historyAddress(of, slug))} className="inline-block py-0.5">
            {t('history')}
          </a>
        </li>
        <li>
          <FeedLink record={{ of, slug, name }} />
        </li>
        <li>
          <a
            href={pathOf(locale, { page: `staff/${of}`, slug })}
            rel="nofollow"
            className="inline-block py-0.5"
          >
            {t('correct')}
          </a>
        </li>
      </ul>
    </SideSection>
  )
}
