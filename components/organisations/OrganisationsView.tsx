import { useLocale, useTranslations } from 'next-intl'
import { formatKronor, formatNumber, formatOrganisationNumber } from '../../lib/format.ts'
import { type ListQuery, listQueryString } from '../../lib/list-query.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationRow } from '../../lib/projects/view.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { OrganisationsEmpty } from './OrganisationsEmpty.tsx'

type Props = {
  query: ListQuery
  list: { total: number; page: number; pages: number; rows: OrganisationRow[] }
}

export function OrganisationsView({ query, list }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const here = pathOf(locale, { page: 'organisations' })
  const hrefOf = (page: number) =>
    pathOf(locale, { page: 'organisations', query: listQueryString({ ...query, page }, locale) })
  return (
    <>
      <PageHead title={query.q ? t('organisations.titleFor', { q: query.q }) : t('organisations.title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('organisations.lead')}</p>
      </PageHead>
      <form action={here} className="mb-8 max-w-[46rem]">
        <SearchField
          label={t('organisations.searchLabel')}
          hint={t('organisations.searchHint')}
          submit={t('site.submit')}
          value={query.q}
        />
      </form>
      <p className="mb-4 border-ink border-t pt-3 font-semibold text-h3">
        {t('organisations.total', { count: list.total })}
      </p>
      {list.total === 0 ? (
        <OrganisationsEmpty q={query.q ?? ''} />
      ) : (
        <>
          <OrganisationTable rows={list.rows} />
          <p className="mt-4 max-w-text text-fine text-muted">{t('organisations.sumNote')}</p>
        </>
      )}
      <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
    </>
  )
}

function OrganisationTable({ rows }: { rows: OrganisationRow[] }) {
  const t = useTranslations('organisations')
  return (
    <table className="stacks table">
      <caption className="sr-only">{t('listLabel')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('number')}</th>
          <th scope="col" className="number">
            {t('owned')}
          </th>
          <th scope="col" className="number">
            {t('granted')}
          </th>
          <th scope="col" className="number">
            {t('applied')}
          </th>
          <th scope="col" className="number">
            {t('partner')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.slug} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: OrganisationRow }) {
  const t = useTranslations('organisations')
  const locale = useLocale()
  // A phone shows what there is; a column needs its zeros.
  const number = (label: string, value: number) =>
    value > 0 ? (
      <td className="number" data-label={label}>
        {formatNumber(locale, value)}
      </td>
    ) : (
      <td className="number text-muted max-md:hidden">0</td>
    )
  return (
    <tr>
      <th scope="row">
        <a lang="sv" href={pathOf(locale, { page: 'organisations', slug: row.slug })}>
          {row.name}
        </a>
      </th>
      {row.number ? <td data-label={t('numberShort')}>{formatOrganisationNumber(row.number)}</td> : <td />}
      {number(t('owned'), row.owned)}
      <td className={row.owned > 0 ? 'number' : 'number max-md:hidden'} data-label={t('granted')}>
        {row.granted > 0 ? formatKronor(locale, row.granted) : <NotGranted owned={row.owned} />}
      </td>
      {number(t('applied'), row.applied)}
      {number(t('partner'), row.partner)}
    </tr>
  )
}

/** A sum that is not known is another thing than one of nothing. */
function NotGranted({ owned }: { owned: number }) {
  const t = useTranslations('organisations')
  if (owned > 0) return <span className="text-muted">{t('grantedUnknown')}</span>
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('grantedNone')}</span>
    </span>
  )
}
