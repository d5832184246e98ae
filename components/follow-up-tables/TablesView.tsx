import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { choiceParam } from '../../lib/follow-up/table/choice.ts'
import { tableAddress } from '../../lib/follow-up/table/params.ts'
import type { TableView } from '../../lib/follow-up/table/view.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { Moment } from '../accounts/Moment.tsx'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'

type Props = { tables: Page<TableView>; choose: ReactNode; upload: ReactNode }

/** The way there and back: choose and download, upload, and every table that came. */
export function TablesView({ tables, choose, upload }: Props) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const path = pathOf(locale, { page: 'staff/follow-up-tables' })
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text">{t('lead')}</p>
      </PageHead>
      <Section id="valj" title={t('choose')}>
        {choose}
      </Section>
      <Section id="ladda-upp" title={t('upload')}>
        {upload}
      </Section>
      <Section id="tabeller" title={t('tables')}>
        {tables.rows.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ol className="divide-y divide-line border-line border-y empty:hidden">
          {tables.rows.map((one) => (
            <li key={one.id} className="grid gap-0.5 py-3">
              <h3 className="font-sans text-base tracking-normal">
                <a
                  href={pathOf(locale, tableAddress(one.id))}
                  className="inline-block min-w-0 break-words py-0.5"
                >
                  {one.fileName}
                </a>
              </h3>
              <p className="text-muted text-small">
                <span className="font-semibold">{t(`state.${one.state}`)}</span> · {t('one', { id: one.id })}{' '}
                · <Moment locale={locale} at={one.at.toISOString()} /> · {t('by', { name: one.by })}
              </p>
            </li>
          ))}
        </ol>
        <ListPager
          page={tables.page}
          pages={tables.pages}
          hrefOf={(page) => `${path}?${choiceParam('page', locale)}=${page}#tabeller`}
        />
      </Section>
    </>
  )
}
