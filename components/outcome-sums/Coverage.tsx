import type { OutcomeGroup } from '../../lib/follow-up/sums.ts'
import { formatNumber } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'

/** How many projects sums are of, how many of those have ended, and how many bring invented figures with them. */
export function Coverage({ group: { projects, ended, examples } }: { group: OutcomeGroup }) {
  const { t, locale } = useWords()
  return (
    <>
      <p className="mb-4">{t('outcomeSums.coverage', { projects, ended: formatNumber(locale, ended) })}</p>
      {examples > 0 && (
        <p
          role="note"
          className="mb-6 max-w-text rounded-sm border border-differ border-s-4 bg-raised px-4 py-3 text-small"
        >
          {t('outcomeSums.examples', { count: examples })}
        </p>
      )}
    </>
  )
}
