import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { WarningView } from '../../lib/projects/view.ts'

/** Warnings with the way to the words that give rise to them. */
export function WarningList({
  warnings,
  isInDocument = false,
}: {
  warnings: WarningView[]
  isInDocument?: boolean
}) {
  return (
    <ul className="grid gap-3">
      {warnings.map((warning) => (
        <WarningItem
          key={`${warning.document.slug}-${warning.document.start}-${warning.code}-${warning.sv}`}
          warning={warning}
          isInDocument={isInDocument}
        />
      ))}
    </ul>
  )
}

function WarningItem({ warning, isInDocument }: { warning: WarningView; isInDocument: boolean }) {
  const t = useTranslations('warning')
  const locale = useLocale()
  const { slug, start } = warning.document
  const document = isInDocument ? '' : pathOf(locale, { page: 'documents', slug })
  const isGrave = warning.severity !== 'info'
  return (
    <li className={`border-s-3 ps-4 text-small ${isGrave ? 'border-differ' : 'border-line'}`}>
      <p>
        <span className={`font-semibold ${isGrave ? 'text-differ' : 'text-muted'}`}>
          {t(warning.severity)}.
        </span>{' '}
        {warning[locale]}{' '}
        <a href={`${document}#p${start}`} className="whitespace-nowrap">
          {t('inDocument')}
        </a>
      </p>
      <LookedAt warning={warning} />
    </li>
  )
}

/** That an editor has looked, and what there was to say. */
function LookedAt({ warning: { lookedAt } }: { warning: WarningView }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  if (!lookedAt) return null
  const { on, note } = lookedAt
  const date = formatDate(locale, on)
  return (
    <p className="text-fine text-muted">
      {note ? t('lookedAtNote', { date, note }) : t('lookedAt', { date })}
    </p>
  )
}
