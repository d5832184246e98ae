import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'

/** The day that all figures of a table are of. */
export function DayLine({ day }: { day: string | null }) {
  const { t, locale } = useWords()
  if (!day) return null
  return (
    <p className="mb-3 text-fine text-muted">{t('outcome.allOfDay', { day: formatDate(locale, day) })}</p>
  )
}
