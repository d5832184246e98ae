import { useLocale, useTranslations } from 'next-intl'
import { FUND_CODES, fundName, REGION_CODES, regionName } from '../../lib/i18n/codes.ts'
import { type ListQuery, listParam, listQueryString } from '../../lib/list-query.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionRow } from '../../lib/projects/view.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { DecisionRows } from './DecisionRows.tsx'

type Props = {
  query: ListQuery
  list: { total: number; page: number; pages: number; rows: DecisionRow[]; years: number[] }
}

export function DecisionsView({ query, list }: Props) {
  const t = useTranslations('decisions')
  const locale = useLocale()
  const hrefOf = (page: number) =>
    pathOf(locale, { page: 'decisions', query: listQueryString({ ...query, page }, locale) })
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('lead')}</p>
      </PageHead>
      <Filter query={query} years={list.years} />
      <p className="border-ink border-t pt-3 font-semibold text-h3">{t('total', { count: list.total })}</p>
      {list.total === 0 ? (
        <p className="mt-4">
          {t('empty')} <a href={pathOf(locale, { page: 'decisions' })}>{t('all')}</a>
        </p>
      ) : (
        <DecisionRows rows={list.rows} />
      )}
      <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
    </>
  )
}

function Filter({ query, years }: { query: ListQuery; years: number[] }) {
  const t = useTranslations('decisions')
  const locale = useLocale()
  const any = { value: '', label: t('any') }
  return (
    <form
      action={pathOf(locale, { page: 'decisions' })}
      className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden"
    >
      <SelectField
        name={listParam('fund', locale)}
        label={t('fund')}
        value={query.fund ?? ''}
        options={[any, ...FUND_CODES.map((value) => ({ value, label: fundName(locale, value) }))]}
      />
      <SelectField
        name={listParam('region', locale)}
        label={t('region')}
        value={query.region ?? ''}
        options={[
          any,
          ...REGION_CODES.map((value) => ({ value, label: regionName(locale, value) ?? value })),
        ]}
      />
      <SelectField
        name={listParam('year', locale)}
        label={t('year')}
        value={String(query.year ?? '')}
        options={[any, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
      />
      <button type="submit" className="button">
        {t('filter')}
      </button>
    </form>
  )
}
