import type { OutcomeView } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'
import { DifferSign } from '../source/DifferSign.tsx'
import { shareText } from './figure-text.ts'

type Props = { actual: OutcomeView; promised: OutcomeView }

/** How much of a promise came true; nothing where nothing was promised. */
export function Share({ actual, promised }: Props) {
  const words = useWords()
  if (promised.value <= 0) return null
  const isDisputed = actual.isDisputed || promised.isDisputed
  return (
    <span>
      {shareText(actual.value / promised.value, words)}
      {isDisputed && <DifferSign words={words.t('outcome.derived.disputed')} />}
    </span>
  )
}
