import { useLocale, useTranslations } from 'next-intl'
import {
  ROW_FILTERS,
  type RowFilter,
  type TableQuery,
  tableAddress,
} from '../../lib/follow-up/table/params.ts'
import type { ReviewView as Review, TableView } from '../../lib/follow-up/table/view.ts'
import { formatNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { Section } from '../ui/Section.tsx'
import { ROWS } from './places.ts'
import { RowCard } from './RowCard.tsx'
import { RowFocus } from './RowFocus.tsx'

export type FormAction = (form: FormData) => Promise<void>
type Actions = { decide: FormAction; accept: FormAction; commit: FormAction; cancel: FormAction }
type Props = {
  one: TableView
  review: Review
  query: TableQuery
  actions: Actions
  /** Sent along with every form. */
  hidden: Readonly<Record<string, string>>
}

/** What a table would change, row by row, and what becomes of it. */
export function ReviewView({ one, review, query, actions, hidden }: Props) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const { unknown, counts, rows } = review
  return (
    <>
      {unknown.length > 0 && (
        <p className="mb-6 max-w-text">{t('unknownColumns', { columns: unknown.join(', ') })}</p>
      )}
      {counts.moved > 0 && <Moved one={one} review={review} action={actions.accept} hidden={hidden} />}
      <Commit review={review} actions={actions} hidden={hidden} />
      <Section
        id={ROWS}
        title={t('rows')}
        aside={
          counts.wrong + counts.unknown + counts.twice + counts.unusual > 0 && (
            <a
              href={`/api/follow-up-tables/${one.id}/problems?locale=${locale}`}
              className="inline-block py-1"
              download
            >
              {t('errorsCsv')}
            </a>
          )
        }
      >
        <RowFocus version={one.version} />
        <FilterLinks one={one} counts={counts} only={query.only} />
        {rows.rows.length === 0 && <p className="text-muted">{t('noRows')}</p>}
        <ol className="grid gap-4 empty:hidden">
          {rows.rows.map((row) => (
            <RowCard key={row.row.row} compared={row} action={actions.decide} hidden={hidden} />
          ))}
        </ol>
        <ListPager
          page={rows.page}
          pages={rows.pages}
          hrefOf={(page) => `${pathOf(locale, tableAddress(one.id, { only: query.only, page }))}#${ROWS}`}
        />
      </Section>
    </>
  )
}

type FilterProps = { one: TableView; counts: Review['counts']; only: RowFilter | null }

/** How many rows there are of each kind, and the way to them. */
function FilterLinks({ one, counts, only }: FilterProps) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const shown = [null, ...ROW_FILTERS].filter(
    (filter) => filter === null || filter === only || counts[filter] > 0,
  )
  return (
    <nav aria-label={t('filters')} className="mb-5">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {shown.map((filter) => (
          <li key={filter ?? 'all'}>
            <a
              href={`${pathOf(locale, tableAddress(one.id, { only: filter }))}#${ROWS}`}
              aria-current={filter === only ? 'page' : undefined}
              className="inline-block py-1.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(`filter.${filter ?? 'all'}`)} {formatNumber(locale, counts[filter ?? 'all'])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type MovedProps = Pick<Props, 'one' | 'review' | 'hidden'> & { action: FormAction }

/** The registry has changed since the rows were looked at: whoever commits has seen how. */
function Moved({ one, review, action, hidden }: MovedProps) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  return (
    <form
      action={action}
      className="mb-8 grid max-w-text justify-items-start gap-3 border-differ border-s-4 ps-4"
    >
      <p className="font-semibold">{t('movedBox', { count: review.counts.moved })}</p>
      <p>{t('movedHow')}</p>
      <p>
        <a
          href={`${pathOf(locale, tableAddress(one.id, { only: 'moved' }))}#${ROWS}`}
          className="inline-block py-1"
        >
          {t('movedSee')}
        </a>
      </p>
      <HiddenFields fields={{ ...hidden, movedTo: review.movedTo }} />
      <SubmitButton quiet>{t('movedAccept')}</SubmitButton>
    </form>
  )
}

function Commit({ review, actions, hidden }: Pick<Props, 'review' | 'actions' | 'hidden'>) {
  const t = useTranslations('followUpTable')
  const { counts, followUps } = review
  const left = counts.wrong + counts.unknown + counts.twice
  return (
    <Section id="for-in" title={t('commitTitle')}>
      <p>{t('commitCount', { rows: counts.ready, count: followUps })}</p>
      {counts.unusual > 0 && <p className="font-semibold">{t('commitUnusual', { count: counts.unusual })}</p>}
      {left > 0 && <p>{t('commitLeft', { count: left })}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={actions.commit}>
          <HiddenFields fields={hidden} />
          <SubmitButton>{t('commit')}</SubmitButton>
        </form>
        <form action={actions.cancel}>
          <HiddenFields fields={hidden} />
          <SubmitButton quiet>{t('cancel')}</SubmitButton>
        </form>
      </div>
    </Section>
  )
}
