import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldView } from '../../lib/projects/view.ts'
import { useReader } from './reader.ts'
import { noteId, SourceButton, SourceSign } from './SourceButton.tsx'
import { SourceNote } from './SourceNote.tsx'
import { valueText } from './value.ts'

type Props = {
  field: FieldView
  /** Tells the notes of several entries on a page apart. */
  scope?: number | string
  period?: string | null
  /** The value as a link; the source is then asked for beside it. */
  link?: ReactNode
  /** What follows the value: that it is derived. */
  after?: ReactNode
}

/** A value with the way to its source: which words, in which document, and what others say. */
export function SourcedValue({ field, scope, period = null, link, after }: Props) {
  const target = noteId(field.key, scope)
  const text = useValueText(field, period)
  return (
    <>
      {link && field.value !== null ? (
        <>
          {link} <SourceSign field={field} target={target} />
        </>
      ) : (
        <SourceButton field={field} target={target}>
          {text}
        </SourceButton>
      )}
      {after}
      <SourceNote field={field} id={target} period={period} />
    </>
  )
}

/** The shown value, or in words why there is none. */
export function useValueText(field: FieldView, period: string | null): string {
  const t = useTranslations('value')
  const text = valueText(field.key, field.type, field, useReader(period))
  if (text !== null) return text
  const why = field.state
  return why === 'read' || why === 'corrected' || why === 'reviewed' ? t('notStated') : t(why)
}
