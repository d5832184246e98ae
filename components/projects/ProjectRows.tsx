import { useLocale, useTranslations } from 'next-intl'
import { formatKronor, formatNumber, formatPeriod, formatYears } from '../../lib/format.ts'
import { fundShort, regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectRow } from '../../lib/projects/search/types.ts'
import { SnippetText } from './SnippetText.tsx'

export function ProjectRows({ rows }: { rows: ProjectRow[] }) {
  const t = useTranslations('projects')
  return (
    <ol aria-label={t('listLabel')} className="mt-4 divide-y divide-line border-line border-y">
      {rows.map((row) => (
        <Row key={row.slug} row={row} />
      ))}
    </ol>
  )
}

function Row({ row }: { row: ProjectRow }) {
  const locale = useLocale()
  const t = useTranslations()
  const kicker = [
    row.number,
    row.fund && fundShort(locale, row.fund),
    row.period && formatYears(row.period),
    row.status && t(`status.${row.status}`),
  ]
  return (
    <li className="grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="text-fine text-muted">{kicker.filter(Boolean).join(' · ')}</p>
        <h3 className="mt-0.5 text-h3">
          <a lang="sv" href={pathOf(locale, { page: 'projects', slug: row.slug })} className="hyphens-auto">
            {row.name}
          </a>
        </h3>
        <p className="mt-1 text-small">
          <Place row={row} />
        </p>
        {row.snippet && <SnippetText snippet={row.snippet} />}
        {row.disagreements > 0 && (
          <p className="mt-1.5 text-fine text-muted">
            <span aria-hidden="true" className="me-1 font-bold text-differ">
              ≠
            </span>
            {t('projects.disagreementCount', { count: row.disagreements })}
          </p>
        )}
      </div>
      <Figures row={row} />
    </li>
  )
}

function Place({ row }: { row: ProjectRow }) {
  const locale = useLocale()
  const rest = [regionName(locale, row.region), formatPeriod(locale, row.startDate, row.endDate)].filter(
    Boolean,
  )
  return (
    <>
      {row.owner && <span lang="sv">{row.owner.name}</span>}
      {rest.length > 0 && (
        <span className="text-muted">
          {row.owner && ' · '}
          {rest.join(' · ')}
        </span>
      )}
    </>
  )
}

function Figures({ row }: { row: ProjectRow }) {
  const t = useTranslations('projects')
  const locale = useLocale()
  return (
    <dl className="figures flex flex-wrap gap-x-5 gap-y-1 text-small sm:block sm:min-w-36 sm:text-end">
      <div>
        <dt className="text-fine text-muted">{t('support')}</dt>
        <dd className={row.grantedSupport === null ? 'text-muted' : 'font-semibold'}>
          {row.grantedSupport === null ? t('unknown') : formatKronor(locale, row.grantedSupport)}
        </dd>
      </div>
      {row.plannedParticipants !== null && (
        <div className="sm:mt-1.5">
          <dt className="text-fine text-muted">{t('participants')}</dt>
          <dd>{formatNumber(locale, row.plannedParticipants)}</dd>
        </div>
      )}
    </dl>
  )
}
