import { useLocale, useTranslations } from 'next-intl'
import {
  listName,
  type MissingRow,
  type StaffListQuery,
  staffListAddress,
} from '../../lib/follow-up/staff-view.ts'
import { formatDate } from '../../lib/format.ts'
import { REGION_CODES, regionName } from '../../lib/i18n/codes.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { CONTROL } from '../staff/Field.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { sinceText } from './texts.ts'

type Props = { list: Page<MissingRow>; today: string; query: StaffListQuery }

/** Projects that have ended and lack follow-up, with what they lack and the way to add it. */
export function MissingTable({ list, today, query }: Props) {
  const t = useTranslations('followUpForm')
  const isFiltered = query.region !== undefined || query.owner !== ''
  return (
    <>
      <p className="mb-4 max-w-text text-muted">{t('missingLead')}</p>
      <Filters query={query} isFiltered={isFiltered} />
      {list.total === 0 ? (
        <p>{isFiltered ? t('noneFiltered') : t('none.missing')}</p>
      ) : (
        <>
          <p className="mb-3 font-semibold">{t('missingCount', { count: list.total })}</p>
          <Table rows={list.rows} today={today} />
        </>
      )}
    </>
  )
}

function Filters({ query, isFiltered }: { query: StaffListQuery; isFiltered: boolean }) {
  const t = useTranslations()
  const locale = useLocale()
  const regions = REGION_CODES.map((value) => ({ value, label: regionName(locale, value) ?? value }))
  const name = listName('owner', locale)
  return (
    <form
      action={pathOf(locale, staffListAddress())}
      aria-label={t('desk.filter')}
      className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden"
    >
      <SelectField
        name={listName('region', locale)}
        label={t('field.region')}
        value={query.region ?? ''}
        options={[{ value: '', label: t('desk.any') }, ...regions]}
      />
      <label className="inline-flex min-w-0 items-center gap-2 text-small">
        <span className="text-muted">{t('followUpForm.owner')}</span>
        <input
          type="search"
          name={name}
          defaultValue={query.owner}
          maxLength={200}
          autoComplete="off"
          placeholder={t('followUpForm.ownerHint')}
          className={`${CONTROL} h-10 max-w-64`}
        />
      </label>
      <button type="submit" className="button-quiet">
        {t('desk.show')}
      </button>
      {isFiltered && (
        <a href={pathOf(locale, staffListAddress())} className="py-1 text-small">
          {t('desk.clear')}
        </a>
      )}
    </form>
  )
}

function Table({ rows, today }: { rows: MissingRow[]; today: string }) {
  const t = useTranslations('followUpForm')
  return (
    <table className="stacks table">
      <caption className="sr-only">{t('missingLead')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          <th scope="col">{t('owner')}</th>
          <th scope="col">{t('ended')}</th>
          <th scope="col">{t('lacks')}</th>
          <th scope="col">{t('add')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.slug} row={row} today={today} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, today }: { row: MissingRow; today: string }) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  const { locale } = words
  const lacks = [
    row.lacksCosts && t('lacksCosts'),
    row.lacksParticipants && t('lacksParticipants'),
    row.lacksReport && t('lacksReport'),
  ]
  return (
    <tr>
      <th scope="row">
        <a lang="sv" href={pathOf(locale, { page: 'projects', slug: row.slug })}>
          {row.name}
        </a>
        <span className="block font-normal text-fine text-muted">
          {[row.number, regionName(locale, row.region)].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td lang="sv" data-label={t('owner')}>
        {row.owner}
      </td>
      <td data-label={t('ended')}>
        <span>
          {formatDate(locale, row.endDate)}
          <span className="block text-fine text-muted">{sinceText(row.endDate, today, words)}</span>
        </span>
      </td>
      <td data-label={t('lacks')}>
        <span>
          {new Intl.ListFormat(locale).format(lacks.filter((lack) => lack !== false))}
          {row.drafts > 0 && (
            <span className="block text-fine text-muted">{t('draftsOf', { count: row.drafts })}</span>
          )}
        </span>
      </td>
      <td>
        <a
          href={pathOf(locale, staffListAddress({ project: row.slug }))}
          aria-label={t('addTo', { name: row.name })}
          className="inline-block py-1"
        >
          {t('add')}
        </a>
      </td>
    </tr>
  )
}
