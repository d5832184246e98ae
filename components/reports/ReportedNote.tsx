import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'

type Props = {
  id: number
  /** What the reporter wrote; null where the report is answered already. */
  report: { suggestion: string; whereItStands: string | null } | null
}

/** The report that a correction follows, beside the form that makes it. */
export function ReportedNote({ id, report }: Props) {
  const t = useTranslations('reports.staff')
  const href = pathOf(useLocale(), { page: 'staff/reports', slug: String(id) })
  return (
    <aside aria-label={t('oneTitle', { id })} className="mb-8 max-w-text border-accent border-s-4 ps-4">
      <p className="text-small">
        <a href={href} className="inline-block py-0.5 font-semibold">
          {t('oneTitle', { id })}
        </a>
        {' · '}
        {t(report ? 'isFollowed' : 'isAnswered')}
      </p>
      {report && <p className="mt-1 whitespace-pre-line">{report.suggestion}</p>}
      {report?.whereItStands && (
        <p className="mt-1 whitespace-pre-line text-small">
          <span className="text-muted">{t('where')}: </span>
          {report.whereItStands}
        </p>
      )}
    </aside>
  )
}
