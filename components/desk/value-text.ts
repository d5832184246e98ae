import { useTranslations } from 'next-intl'
import type { FieldType } from '../../lib/projects/fields.ts'
import { useReader } from '../source/reader.ts'
import type { Valued } from '../source/value.ts'
import { valueText } from '../source/value.ts'

const LONGEST = 160

/** A value in a line of a list: cut where it is long, and in words where there is none. */
export function useShortValue(period: string | null) {
  const t = useTranslations('desk')
  const reader = useReader(period)
  return (field: string, type: FieldType, valued: (Valued & { words?: string | null }) | null): string => {
    const text = (valued && (valueText(field, type, valued, reader) ?? valued.words)) || t('nothing')
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  }
}
