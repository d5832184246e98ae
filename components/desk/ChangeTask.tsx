import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ChangeView } from '../../lib/desk/view.ts'
import { formatDate } from '../../lib/format.ts'
import type { Saying } from '../../lib/projects/view.ts'
import { Quote } from '../source/Quote.tsx'
import { useReader } from '../source/reader.ts'
import { useValueText } from '../source/SourcedValue.tsx'
import { valueText } from '../source/value.ts'
import { DecideForm, type DecideOption } from './DecideForm.tsx'
import type { DeskAction } from './form-state.ts'
import { useFormTexts } from './form-texts.ts'
import { isTypedInALine } from './typed-in-a-line.ts'

type Props = { task: ChangeView; action: DeskAction; hidden: Readonly<Record<string, string>> }

/** What a source said, what it says now and what it was corrected to, side by side. */
export function ChangeTask({ task, action, hidden }: Props) {
  const t = useTranslations('desk')
  const texts = useFormTexts(t('whatNow'))
  return (
    <>
      <div className="mb-10 grid gap-x-8 gap-y-8 md:grid-cols-3">
        <Words id="before" title={t('beforeTitle')} saying={task.before} none={t('beforeNone')} task={task} />
        <Words id="now" title={t('nowTitle')} saying={task.now} none={t('nowNone')} task={task} />
        <Correction task={task} />
      </div>
      <DecideForm
        action={action}
        hidden={{ ...hidden, basis: task.basis }}
        options={useOptions(task)}
        takesEvidence
        texts={texts}
      />
    </>
  )
}

type ColumnProps = { id: string; title: string; children: ReactNode }

const Column = ({ id, title, children }: ColumnProps) => (
  <section aria-labelledby={id} className="grid min-w-0 content-start gap-2 border-ink border-t pt-3">
    <h2 id={id} className="font-sans font-semibold text-small tracking-normal">
      {title}
    </h2>
    {children}
  </section>
)

type WordsProps = { id: string; title: string; saying: Saying | null; none: string; task: ChangeView }

function Words({ id, title, saying, none, task: { field, period } }: WordsProps) {
  const reader = useReader(period)
  return (
    <Column id={id} title={title}>
      {saying ? (
        <>
          <p className="line-clamp-4 font-semibold font-serif text-h3">
            {valueText(field.key, field.type, saying, reader) ?? (saying.words || none)}
          </p>
          <Quote saying={saying} />
        </>
      ) : (
        <p className="text-muted">{none}</p>
      )}
    </Column>
  )
}

function Correction({ task: { field, period } }: { task: ChangeView }) {
  const t = useTranslations()
  const locale = useLocale()
  const { correction } = field
  const value = useValueText(field, period)
  return (
    <Column id="correction" title={t('desk.correctionTitle')}>
      <p className="line-clamp-4 font-semibold font-serif text-h3">{value}</p>
      {correction && (
        <div className="border-accent border-s-3 ps-3 text-small">
          <p>{t(`state.${field.state}`)}</p>
          <p>{correction.reason}</p>
          {correction.evidence && (
            <p className="break-words">
              {t('source.evidence')}: {correction.evidence}
            </p>
          )}
          <p className="text-fine text-muted">{formatDate(locale, correction.on)}</p>
        </div>
      )}
    </Column>
  )
}

function useOptions({ field, period, now, before, correctionKind }: ChangeView): DecideOption[] {
  const t = useTranslations('desk')
  const reader = useReader(period)
  const shown = useValueText(field, period)
  const text = (saying: Saying | null) =>
    saying && (valueText(field.key, field.type, saying, reader) ?? (saying.words || t('nothing')))
  const nowText = text(now)
  const take = { value: 'take', label: nowText ? t('take', { value: nowText }) : t('takeNothing') }
  const old = before?.state === 'READ' && {
    value: `s${before.id}`,
    label: t('old', { value: text(before) ?? '' }),
  }
  return [
    { value: 'keep', label: t(`keep.${correctionKind}`, { value: shown }), keys: 'r' },
    // A review says nothing of its own: without it, the same value is shown.
    ...(correctionKind === 'REVIEWED' ? (old ? [old] : []) : [take]),
    ...(isTypedInALine(field) ? [{ value: 'typed', label: t('otherValue'), isTyped: true }] : []),
  ]
}
