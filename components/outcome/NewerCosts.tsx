import { newerPartsOf } from '../../lib/follow-up/told-parts.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { partsInWords } from '../follow-up/labels.ts'
import { useWords, type Words } from '../history/words.ts'
import { figureText } from './figure-text.ts'

const WHOLE = 'costs.total'

/** That parts of the costs are told for a later day than all of them: they may come to more than the whole above them. */
export function NewerCosts({ view }: { view: OutcomesView }) {
  const words = useWords()
  const newer = newerPartsOf(WHOLE, view.outcomes)
  if (!newer) return null
  const { t } = words
  const missing = partsInWords(newer.missing, words)
  const sentences = [
    toldText(newer, words),
    newer.missing.length > 0 && t('outcome.newerCosts.missing', { missing }),
  ]
  return <p className="mt-3 max-w-text text-muted text-small">{sentences.filter(Boolean).join(' ')}</p>
}

function toldText({ sum, day }: NonNullable<ReturnType<typeof newerPartsOf>>, { t, locale }: Words): string {
  if (day === null) return t('outcome.newerCosts.days')
  const of = { day: formatDate(locale, day) }
  if (sum === null) return t('outcome.newerCosts.day', of)
  return t('outcome.newerCosts.sum', { ...of, sum: figureText(locale, { ...sum, measure: WHOLE }) })
}
