import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatKronor, formatLargeKronor } from '../../lib/format.ts'
import { fundShort, regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionRow } from '../../lib/projects/view.ts'

export function DecisionRows({ rows }: { rows: DecisionRow[] }) {
  const t = useTranslations('decisions')
  return (
    <ol aria-label={t('listLabel')} className="mt-4 divide-y divide-line border-line border-y">
      {rows.map((row) => (
        <Row key={row.slug} row={row} />
      ))}
    </ol>
  )
}

function Row({ row }: { row: DecisionRow }) {
  const t = useTranslations('decisions')
  const locale = useLocale()
  const about = [row.fund && fundShort(locale, row.fund), regionName(locale, row.region), row.county]
  return (
    <li className="grid gap-x-8 gap-y-1.5 py-4 md:grid-cols-[9.5rem_minmax(0,1fr)_minmax(0,20rem)]">
      <p className="text-small">
        {row.decidedOn ? (
          <time dateTime={row.decidedOn}>{formatDate(locale, row.decidedOn)}</time>
        ) : (
          <span className="text-muted">{t('noDate')}</span>
        )}
      </p>
      <div className="min-w-0">
        <p className="font-semibold">
          <a lang="sv" href={pathOf(locale, { page: 'decisions', slug: row.slug })} className="hyphens-auto">
            {row.heading}
          </a>
        </p>
        <p className="text-muted text-small">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="text-small">
        <p>
          {t('items', { count: row.items })}
          <span className="text-muted">, {t('linked', { count: row.linked })}</span>
        </p>
        <Sums row={row} />
      </div>
    </li>
  )
}

/** One sum for each kind of amount: what was applied for is never added to what was granted. */
function Sums({ row }: { row: Pick<DecisionRow, 'sums'> }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <ul>
      {row.sums.map(({ kind, kronor, rounded }) => (
        <li key={kind} className="figures">
          <span className="text-muted">{t(`amountKind.${kind}`)}: </span>
          {rounded
            ? `${t('approximately')}\u00a0${formatLargeKronor(locale, kronor)}`
            : formatKronor(locale, kronor)}
        </li>
      ))}
    </ul>
  )
}
