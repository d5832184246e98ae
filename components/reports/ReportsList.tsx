import { useLocale, useTranslations } from 'next-intl'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { PILES, type ReportsQuery, reportsAddress } from '../../lib/reports/params.ts'
import type { ReportCounts, ReportRow } from '../../lib/reports/view.ts'
import { ListPager } from '../site/ListPager.tsx'
import { useFieldLabel } from '../source/reader.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { nameOf } from './AboutLine.tsx'

type Props = { query: ReportsQuery; list: Page<ReportRow> & { counts: ReportCounts } }

/** What visitors report: open, asked, closed. */
export function ReportsList({ query, list }: Props) {
  const t = useTranslations('reports.staff')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('title')} />
      <Piles query={query} counts={list.counts} />
      {list.rows.length === 0 && <p className="text-muted">{t(`none.${query.pile}`)}</p>}
      <ol className="divide-y divide-line border-line border-y empty:hidden">
        {list.rows.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ol>
      <ListPager
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => pathOf(locale, reportsAddress({ ...query, page }))}
      />
    </>
  )
}

function Piles({ query, counts }: { query: ReportsQuery; counts: ReportCounts }) {
  const t = useTranslations('reports.staff')
  const locale = useLocale()
  return (
    <nav aria-label={t('piles')} className="mb-6">
      <ul className="flex flex-wrap gap-2 text-small">
        {PILES.map((pile) => (
          <li key={pile}>
            <a
              href={pathOf(locale, reportsAddress({ pile, page: 1 }))}
              aria-current={pile === query.pile ? 'page' : undefined}
              className="inline-flex min-h-10 items-center rounded-sm border border-edge px-3.5 no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-accent-ink"
            >
              {t(`pile.${pile}`)} ({counts[pile]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Characters of a report that a row has room for. */
const ROOM = 180

function Row({ report: { id, status, at, record, page, field, suggestion } }: { report: ReportRow }) {
  const t = useTranslations('reports')
  const locale = useLocale()
  const labelOf = useFieldLabel()
  const name = record ? nameOf(record) : page || t('form.site')
  return (
    <li className="grid gap-0.5 py-3">
      <h2 className="font-sans text-base tracking-normal">
        <a href={pathOf(locale, { page: 'staff/reports', slug: String(id) })} className="inline-block py-0.5">
          {field ? `${labelOf(field)} – ${name}` : name}
        </a>
      </h2>
      <p className="max-w-text">{suggestion.length > ROOM ? `${suggestion.slice(0, ROOM)}…` : suggestion}</p>
      <p className="text-muted text-small">
        {t(`staff.status.${status}`)} · {t(`kind.${record?.kind ?? 'page'}`)} ·{' '}
        {formatDate(locale, dayInSweden(at))}
      </p>
    </li>
  )
}
