import { useTranslations } from 'next-intl'
import type { Progress } from '../../lib/imports/desk/state.ts'
import { useStep } from './sentences.ts'

/** How far the work has come: drawn, and in words. */
export function ProgressBar({ progress }: { progress: Progress | null }) {
  const t = useTranslations('imports.working')
  const stepOf = useStep()
  // A step that counts one thing is under way until it is done: how far is not known.
  const isCounted = progress !== null && progress.of > 1
  return (
    <div className="grid gap-1 text-small">
      <progress
        aria-label={t('progress')}
        {...(isCounted && { max: progress.of, value: progress.done })}
        className="w-80 max-w-full"
      />
      <p>{stepOf(progress)}</p>
    </div>
  )
}
