import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '../../lib/format.ts'
import type { FieldView, Saying } from '../../lib/projects/view.ts'
import { ReportLink } from '../reports/ReportLink.tsx'
import { Note, NotePart } from './Note.tsx'
import { Quote } from './Quote.tsx'
import { useFieldLabel, useReader } from './reader.ts'
import { useValueText } from './SourcedValue.tsx'
import { valueText } from './value.ts'

type Props = { field: FieldView; id: string; period?: string | null }

/** The words behind a value. */
export function SourceNote({ field, id, period = null }: Props) {
  const t = useTranslations()
  const labelOf = useFieldLabel()
  const value = useValueText(field, period)
  return (
    <Note id={id} label={labelOf(field.key)} value={value}>
      <p>
        {t(`state.${field.state}`)}
        {field.correction?.sourceChanged && <strong> {t('source.sourceChanged')}</strong>}
      </p>
      <Correction correction={field.correction} />
      {field.shown && <Quote saying={field.shown} />}
      <Sayings title={t('source.rivals')} sayings={field.rivals} field={field} period={period} />
      <Sayings title={t('source.agreeing')} sayings={field.agreeing} />
      <Sayings title={t('source.apart')} sayings={field.apart} field={field} period={period} />
      <Sayings title={t('source.older')} sayings={field.older} />
      {field.owner && <ReportLink about={{ ...field.owner, field: field.key }} />}
    </Note>
  )
}

function Correction({ correction }: { correction: FieldView['correction'] }) {
  const t = useTranslations('source')
  const locale = useLocale()
  if (!correction) return null
  return (
    <div className="border-accent border-s-3 ps-3">
      <p className="font-semibold">{t('correction')}</p>
      <p>{correction.reason}</p>
      {correction.evidence && (
        <p>
          {t('evidence')}: {correction.evidence}
        </p>
      )}
      <p className="text-fine text-muted">
        {t('correctedBy', { by: correction.by, on: formatDate(locale, correction.on) })}
      </p>
    </div>
  )
}

type SayingsProps = { title: ReactNode; sayings: Saying[]; field?: FieldView; period?: string | null }

function Sayings({ title, sayings, field, period = null }: SayingsProps) {
  const reader = useReader(period)
  if (sayings.length === 0) return null
  return (
    <NotePart title={title}>
      {sayings.map((saying) => (
        <li key={saying.id}>
          {field && (
            <p className="mb-1 font-semibold font-serif text-base">
              {valueText(field.key, field.type, saying, reader)}
            </p>
          )}
          <Quote saying={saying} />
        </li>
      ))}
    </NotePart>
  )
}
