import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '../../lib/format.ts'
import type { FieldView, Saying } from '../../lib/projects/view.ts'
import { ReportLink } from '../reports/ReportLink.tsx'
import { CrossIcon } from '../ui/icons.tsx'
import { Quote } from './Quote.tsx'
import { useFieldLabel, useReader } from './reader.ts'
import { useValueText } from './SourcedValue.tsx'
import { valueText } from './value.ts'

type Props = { field: FieldView; id: string; period?: string | null }

/** The words behind a value, in a popover of the browser's own: no script opens or closes it. */
export function SourceNote({ field, id, period = null }: Props) {
  const t = useTranslations()
  return (
    <div popover="auto" id={id} role="dialog" aria-labelledby={`${id}-rubrik`} className="source-note">
      <NoteHead field={field} id={id} period={period} />
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
    </div>
  )
}

function NoteHead({ field, id, period }: Required<Props>) {
  const t = useTranslations('source')
  const labelOf = useFieldLabel()
  const value = useValueText(field, period)
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-fine text-muted">{labelOf(field.key)}</p>
        <p id={`${id}-rubrik`} className="line-clamp-4 font-semibold font-serif text-h3">
          <span className="sr-only">{labelOf(field.key)}: </span>
          {value}
        </p>
      </div>
      <button
        type="button"
        popoverTarget={id}
        popoverTargetAction="hide"
        // biome-ignore lint/a11y/noAutofocus: focus goes into the note when it opens, and back when it closes
        autoFocus
        className="-me-2 -mt-1 grid size-9 shrink-0 place-items-center rounded-sm hover:bg-accent-soft"
      >
        <CrossIcon />
        <span className="sr-only">{t('close')}</span>
      </button>
    </div>
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
    <section className="border-line border-t pt-3">
      <h3 className="mb-2 font-sans font-semibold text-small tracking-normal">{title}</h3>
      <ul className="grid gap-4">
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
      </ul>
    </section>
  )
}
