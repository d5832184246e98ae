import type { FollowUpField, OutcomeRow } from '../../lib/follow-up/view.ts'
import { formatCount, formatDate, formatDecimal, formatKronor } from '../../lib/format.ts'
import { followUpCode, followUpLabel } from '../follow-up/labels.ts'
import { useWords } from '../history/words.ts'
import { rowName } from './figure-text.ts'

/** A field of a follow-up by its label, with the group or the indicator that it is of. */
export function useFieldLabel(rows: readonly OutcomeRow[]) {
  const words = useWords()
  return (key: string): string => {
    const row = rows.find((one) => key.endsWith(`@${one.key}`))
    return row ? followUpLabel(key, words, rowName(row, words.locale)) : followUpLabel(key, words)
  }
}

type Saying = Pick<FollowUpField, 'key' | 'type' | 'value' | 'precision' | 'qualifier'>

/** What a field says in the reader's language; null where it says nothing. */
export function useSaidText() {
  const words = useWords()
  const { locale } = words
  return ({ key, type, value, precision, qualifier }: Saying): string | null => {
    if (typeof value === 'number') {
      if (type === 'amount') return formatKronor(locale, value, { precision, qualifier })
      return type === 'number'
        ? formatDecimal(locale, value, qualifier)
        : formatCount(locale, value, qualifier)
    }
    if (typeof value !== 'string') return null
    if (type === 'date') return formatDate(locale, value)
    return type === 'code' ? (followUpCode(key, value, words) ?? value) : value
  }
}
