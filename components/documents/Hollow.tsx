import { useLocale, useTranslations } from 'next-intl'
import { useMarkLabel } from './mark-label.ts'
import type { Mark } from './marked-text.ts'

/**
 * A place without words: the source has the field with nothing in it, or it is read from somewhere else, as the fund of an
 * entry is from the heading above it.
 */
export function Hollow({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations('document')
  const locale = useLocale()
  const labelOf = useMarkLabel()
  const isRead = marks.every(({ state }) => state === 'READ')
  return (
    <span lang={locale} aria-hidden="true" className="select-none">
      {isRead ? marks.map(labelOf).join(', ') : t('nothingHere')}
    </span>
  )
}
