import { EVENT_TYPES } from '../../lib/follow-up/kinds.ts'
import { type FollowUpView, fieldIn, type OutcomesView, textIn } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { DecisionLink } from '../decisions/DecisionLink.tsx'
import { useWords } from '../history/words.ts'
import { FollowUpBlock } from './FollowUpBlock.tsx'
import { useFieldLabel, useSaidText } from './field-text.ts'
import { figureText } from './figure-text.ts'
import { Part } from './Part.tsx'
import type { Place } from './place.ts'

/** What happened on the way, day by day, with the decision that a change follows from. */
export function Events({ view, place }: { view: OutcomesView; place: Place }) {
  const { t } = useWords()
  const events = view.followUps.filter(({ kind }) => kind === 'EVENT')
  if (events.length === 0) return null
  return (
    <Part title={t('outcome.events')} place={place}>
      <ol className="divide-y divide-line border-line border-y">
        {events.map((followUp) => (
          <Event key={followUp.id} followUp={followUp} view={view} />
        ))}
      </ol>
    </Part>
  )
}

function Event({ followUp, view }: { followUp: FollowUpView; view: OutcomesView }) {
  const { t } = useWords()
  const event = EVENT_TYPES.find((known) => known === textIn(followUp, 'event'))
  const text = textIn(followUp, 'text')
  const decision = view.decisions[textIn(followUp, 'decision') ?? '']
  return (
    <FollowUpBlock
      followUp={followUp}
      view={view}
      title={t(event ? `followUp.event.${event}` : 'followUp.kind.EVENT')}
    >
      {text && (
        <p lang="sv" className="max-w-text whitespace-pre-line">
          {text}
        </p>
      )}
      <Changes followUp={followUp} view={view} />
      {decision && (
        <div className="text-small">
          <span className="text-muted">{t('followUp.field.decision')}: </span>
          <DecisionLink decision={decision} />
        </div>
      )}
    </FollowUpBlock>
  )
}

/** What an event changed, and what had to be paid back. */
const CHANGED = ['budget', 'support', 'endDate', 'recovered.total'] as const

function Changes({ followUp, view }: { followUp: FollowUpView; view: OutcomesView }) {
  const labelOf = useFieldLabel(view.rows)
  const textOf = useSaidText()
  const changes = CHANGED.flatMap((key) => {
    const field = fieldIn(followUp, key)
    const text = field && textOf(field)
    return text ? [{ key, text }] : []
  })
  return changes.map(({ key, text }) => (
    <p key={key} className="text-small">
      <span className="text-muted">{labelOf(key)}: </span>
      <span className="figures">{text}</span>
      <PageSince measure={key} followUp={followUp} view={view} />
    </p>
  ))
}

type Changed = { measure: string; followUp: FollowUpView; view: OutcomesView }

/** Why the promise is not what an event changed it to: the project's page is of a later day, and says something else. */
function PageSince({ measure, followUp, view }: Changed) {
  const { t, locale } = useWords()
  const shown = view.outcomes[measure]
  const isSince = shown?.source.kind === 'page' && (shown.asOf ?? '') > (followUp.asOf ?? '')
  if (!isSince || shown.value === fieldIn(followUp, measure)?.value) return null
  return (
    <span className="block text-fine text-muted">
      {t('outcome.pageSince', {
        day: formatDate(locale, shown.asOf ?? ''),
        value: figureText(locale, shown),
      })}
    </span>
  )
}
