import { useLocale, useTranslations } from 'next-intl'
import { filterString } from '../../lib/desk/filter.ts'
import type { ChangeView } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { ChangeList } from '../history/ChangeList.tsx'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'

type Props = { list: { rows: ChangeView[]; page: number; pages: number } }

/** Everything that one has done oneself. */
export function MineView({ list: { rows, page, pages } }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const hrefOf = (number: number) =>
    pathOf(locale, { page: 'staff/work/mine', query: filterString({ page: number }, locale) })
  return (
    <>
      <PageHead title={t('mine')}>
        <p className="mt-3 max-w-text text-muted">{t('mineNote')}</p>
      </PageHead>
      {rows.length > 0 ? <ChangeList changes={rows} /> : <p>{t('mineEmpty')}</p>}
      <ListPager page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}
