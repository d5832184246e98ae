import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldView } from '../../lib/projects/view.ts'
import { SourceIcon } from '../ui/icons.tsx'
import { DifferSign } from './DifferSign.tsx'
import { useFieldLabel } from './reader.ts'

type Props = {
  field: FieldView
  /** Of the note that it opens: see noteId. */
  target: string
  children: ReactNode
}

/** The note of a field, by where it stands on the page: `kalla-grantedSupport`, `kalla-17-amount`. */
export const noteId = (key: string, scope?: number | string) =>
  scope === undefined ? `kalla-${key}` : `kalla-${scope}-${key}`

/** A value that opens the words it comes from. */
export function SourceButton({ field, target, children }: Props) {
  const t = useTranslations('source')
  return (
    <>
      <button type="button" className="sourced" popoverTarget={target}>
        {children}
        <span className="sr-only">, {t('show')}</span>
      </button>
      <Differs field={field} />
    </>
  )
}

/** Beside a value that is a link of its own. */
export function SourceSign({ field, target }: Omit<Props, 'children'>) {
  const t = useTranslations('source')
  const labelOf = useFieldLabel()
  return (
    <>
      <button type="button" className="source-sign" popoverTarget={target}>
        <SourceIcon />
        <span className="sr-only">{t('showFor', { field: labelOf(field.key) })}</span>
      </button>
      <Differs field={field} />
    </>
  )
}

function Differs({ field }: { field: FieldView }) {
  const t = useTranslations('source')
  return field.rivals.length > 0 && <DifferSign words={t('differs')} />
}
