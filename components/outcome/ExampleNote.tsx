import { useTranslations } from 'next-intl'
import type { FollowUpView } from '../../lib/follow-up/view.ts'

/** Says of what is invented that it is; where some is not, that the invented is marked. */
export function ExampleNote({ followUps }: { followUps: readonly FollowUpView[] }) {
  const t = useTranslations('outcome')
  if (!followUps.some(({ isExample }) => isExample)) return null
  const isMixed = followUps.some(({ isExample }) => !isExample)
  return (
    <p
      role="note"
      className="mb-6 max-w-text rounded-sm border border-differ border-s-4 bg-raised px-4 py-3 text-small"
    >
      {isMixed ? (
        t('exampleAmong', { example: t('example') })
      ) : (
        <>
          <strong>{t('example')}.</strong> {t('exampleNote')}
        </>
      )}
    </p>
  )
}

/** Among follow-ups of which only some are invented, each of those says so itself. */
export function ExampleTag({ followUp }: { followUp: FollowUpView }) {
  const t = useTranslations('outcome')
  if (!followUp.isExample) return null
  return <span className="font-semibold text-differ text-fine">{t('example')}</span>
}
