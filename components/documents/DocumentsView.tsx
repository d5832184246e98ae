import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { type ListQuery, listParam, listQueryString } from '../../lib/list-query.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DocumentReference } from '../../lib/projects/view.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SelectField } from '../ui/SelectField.tsx'

type Row = DocumentReference & { projects: number; items: number; warnings: number }
type Props = { query: ListQuery; list: { total: number; page: number; pages: number; rows: Row[] } }

export function DocumentsView({ query, list }: Props) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const hrefOf = (page: number) =>
    pathOf(locale, { page: 'documents', query: listQueryString({ ...query, page }, locale) })
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('lead')}</p>
      </PageHead>
      <form
        action={pathOf(locale, { page: 'documents' })}
        className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3 print:hidden"
      >
        <SelectField
          name={listParam('kind', locale)}
          label={t('kind')}
          value={query.kind ?? ''}
          options={[
            { value: '', label: t('any') },
            { value: 'PROJECT_PAGE', label: t('projectPages') },
            { value: 'DECISION_LIST', label: t('decisionLists') },
            { value: 'OPERATION_LIST', label: t('operationLists') },
          ]}
        />
        <button type="submit" className="button">
          {t('filter')}
        </button>
      </form>
      <p className="border-ink border-t pt-3 font-semibold text-h3">{t('total', { count: list.total })}</p>
      {list.total === 0 && (
        <p className="mt-4">
          {t('empty')} <a href={pathOf(locale, { page: 'documents' })}>{t('all')}</a>
        </p>
      )}
      <ol aria-label={t('listLabel')} className="mt-4 divide-y divide-line border-line border-y">
        {list.rows.map((row) => (
          <DocumentRow key={row.slug} row={row} />
        ))}
      </ol>
      <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
    </>
  )
}

function DocumentRow({ row }: { row: Row }) {
  const t = useTranslations()
  const locale = useLocale()
  const holds = [
    row.projects > 0 && t('documents.projects', { count: row.projects }),
    row.items > 0 && t('documents.items', { count: row.items }),
    row.warnings > 0 && t('documents.warnings', { count: row.warnings }),
  ]
  return (
    <li className="grid gap-x-8 gap-y-0.5 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <a
          lang="sv"
          href={pathOf(locale, { page: 'documents', slug: row.slug })}
          className="font-semibold hyphens-auto"
        >
          {row.title}
        </a>
        <p className="text-muted text-small">
          {t(`source.${row.kind}`)}
          {row.publisher && <span lang="sv"> · {row.publisher}</span>}
          {row.replacedBy && <span className="text-differ"> · {t('documents.replaced')}</span>}
        </p>
      </div>
      <p className="text-small sm:text-end">
        {row.fetchedOn
          ? t('source.fetched', { date: formatDate(locale, row.fetchedOn) })
          : t('source.imported', { date: formatDate(locale, row.importedOn) })}
        <span className="block text-muted">{holds.filter(Boolean).join(', ')}</span>
      </p>
    </li>
  )
}
