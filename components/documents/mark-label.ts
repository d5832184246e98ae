import { useTranslations } from 'next-intl'
import { useFieldLabel } from '../source/reader.ts'
import type { Mark } from './marked-text.ts'

/** Which field marked words were read as, and that they could not be, or that there are none. */
export function useMarkLabel() {
  const t = useTranslations('value')
  const labelOf = useFieldLabel()
  return ({ field, state }: Pick<Mark, 'field' | 'state'>): string => {
    if (state === 'EMPTY') return `${labelOf(field)} (${t('empty').toLowerCase()})`
    return state === 'UNREADABLE' ? `${labelOf(field)} (${t('unreadable').toLowerCase()})` : labelOf(field)
  }
}
