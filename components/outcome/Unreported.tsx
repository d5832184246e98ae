import { measureOf } from '../../lib/follow-up/measures.ts'
import { type ToldParts, toldPartsOf } from '../../lib/follow-up/told-parts.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { partsInWords } from '../follow-up/labels.ts'
import { useWords, type Words } from '../history/words.ts'
import { figureText } from './figure-text.ts'

type Props = { measure: string; view: OutcomesView }

/** That nobody reported a figure; of all together, whom or what of it somebody did report. */
export function Unreported({ measure, view }: Props) {
  const words = useWords()
  const parts = toldPartsOf(measure, view.outcomes)
  const text = parts ? partsText(measure, parts, words) : words.t('outcome.notReported')
  return <span className="whitespace-normal text-muted">{text}</span>
}

function partsText(measure: string, { told, missing, sum }: ToldParts, words: Words): string {
  const { t, locale } = words
  if (measureOf(measure)?.name === 'costs') {
    if (missing.length === 0) return t('outcome.onlySeparately')
    return sum
      ? t('outcome.partOfCosts', {
          sum: figureText(locale, { ...sum, measure }),
          missing: partsInWords(missing, words),
        })
      : t('outcome.partsOfCosts', { missing: partsInWords(missing, words) })
  }
  const tellsBoth = ['women', 'men'].every((part) => told.some((key) => measureOf(key)?.part === part))
  return tellsBoth
    ? t('outcome.onlySeparately')
    : t('outcome.onlyParts', { parts: partsInWords(told, words) })
}
