import { type OutcomesView, textIn } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'
import { FollowUpBlock } from './FollowUpBlock.tsx'
import { Part } from './Part.tsx'
import type { Place } from './place.ts'

const WORDS = ['achieved', 'notAchieved', 'livesOn'] as const

/** Results in words, the latest first: what was achieved, what was not, what lives on. */
export function Results({ view, place }: { view: OutcomesView; place: Place }) {
  const { t } = useWords()
  const told = view.followUps.filter(({ kind }) => kind === 'RESULTS').reverse()
  if (told.length === 0) return null
  return (
    <Part title={t('followUp.kind.RESULTS')} place={place}>
      <ul className="divide-y divide-line border-line border-y">
        {told.map((followUp) => (
          <FollowUpBlock key={followUp.id} followUp={followUp} view={view} title={t('outcome.resultsTold')}>
            <dl className="grid max-w-text gap-3">
              {WORDS.map((field) => {
                const text = textIn(followUp, field)
                return (
                  text && (
                    <div key={field}>
                      <dt className="text-muted text-small">{t(`followUp.field.${field}`)}</dt>
                      <dd lang="sv" className="whitespace-pre-line font-serif">
                        {text}
                      </dd>
                    </div>
                  )
                )
              })}
            </dl>
          </FollowUpBlock>
        ))}
      </ul>
    </Part>
  )
}
