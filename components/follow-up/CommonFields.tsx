'use client'

import { useTranslations } from 'next-intl'
import type { FollowUpForm } from '../../lib/follow-up/form.ts'
import { FileField } from '../files/FileField.tsx'
import { Section } from '../ui/Section.tsx'
import type { BoxOf } from './boxes.ts'
import { AreaBox, LineBox } from './controls.tsx'

type Props = { form: FollowUpForm; boxOf: BoxOf }

/** The day that a follow-up is about: of an event the day on which it happened. */
export function DayField({ form: { kind }, boxOf }: Props) {
  const t = useTranslations('followUpForm')
  const hint =
    kind === 'EVENT' ? t('hint.asOfEvent') : kind === 'DOCUMENT' ? t('hint.asOfDocument') : t('hint.asOf')
  return <LineBox box={boxOf('asOf')} hint={hint} short />
}

/** Where it stands, and what a reader has to know. */
export function SourceFields({ form, boxOf, mostBytes }: Props & { mostBytes: number }) {
  const t = useTranslations('followUpForm')
  const file = useTranslations('files.field')
  const meanwhile = form.stopped === 'attachFile' && form.file && file('meanwhile', { name: form.file.name })
  return (
    <Section id="kalla" title={t('source')}>
      <div className="grid gap-5">
        <LineBox box={boxOf('sourceUrl')} hint={t('hint.sourceUrl')} />
        <FileField attached={form.file} most={mostBytes} error={form.fileProblem ?? meanwhile} />
        <LineBox box={boxOf('sourcePage')} hint={t('hint.sourcePage')} />
        <AreaBox box={boxOf('sourceWords')} hint={t('hint.sourceWords')} rows={3} />
        <AreaBox box={boxOf('comment')} hint={t('hint.comment')} rows={3} />
      </div>
    </Section>
  )
}
