import type { ReactNode } from 'react'
import type { FollowUpMoment } from '../../lib/follow-up/timeline.ts'
import { anchorOf } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionReference, ProjectView } from '../../lib/projects/view.ts'
import { useWords } from '../history/words.ts'
import { SideSection } from './SideSection.tsx'
import { eventsOf, type TimelineEvent } from './timeline.ts'

/** What happened when, by what the sources and the follow-ups say. */
export function Timeline({ project }: { project: ProjectView }) {
  const { t } = useWords()
  const events = eventsOf(project)
  if (events.length === 0) return null
  return (
    <SideSection id="tidslinje" title={t('project.timeline')}>
      <ol className="ms-1.5 border-line border-s-2">
        {events.map((event) => (
          <Event key={keyOf(event)} event={event} decisions={project.followUp.decisions} />
        ))}
      </ol>
    </SideSection>
  )
}

function keyOf(event: TimelineEvent): string {
  const of =
    event.kind === 'decided'
      ? event.decision.slug
      : event.kind === 'followUp'
        ? event.moment.followUp
        : 'document' in event
          ? event.document
          : ''
  return `${event.kind}-${event.on}-${of}`
}

type Decisions = ProjectView['followUp']['decisions']

function Event({ event, decisions }: { event: TimelineEvent; decisions: Decisions }) {
  const { t, locale } = useWords()
  const isTheirs = event.kind !== 'captured' && event.kind !== 'importedEvent'
  return (
    <li className="relative pb-4 ps-5 text-small last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute start-[-0.4375rem] top-1.5 size-3 rounded-full border-2 border-accent ${isTheirs ? 'bg-accent' : 'bg-paper'}`}
      />
      {event.on === null ? (
        <span className="block text-fine text-muted">{t('outcome.noDay')}</span>
      ) : (
        <time dateTime={event.on} className="block text-fine text-muted">
          {formatDate(locale, event.on)}
        </time>
      )}
      <What event={event} decisions={decisions} />
    </li>
  )
}

function What({ event, decisions }: { event: TimelineEvent; decisions: Decisions }): ReactNode {
  const { t, locale } = useWords()
  switch (event.kind) {
    case 'call':
      return t('outcome.call', { number: event.number })
    case 'decided':
      return <Decided decision={event.decision}>{t('project.decided')}</Decided>
    case 'followUp':
      return <Moment moment={event.moment} decisions={decisions} />
    case 'captured':
    case 'importedEvent':
      return (
        <>
          <a href={pathOf(locale, { page: 'documents', slug: event.document })}>
            {t(`project.${event.kind}`)}
          </a>
          <Title>{event.title}</Title>
        </>
      )
    default:
      return t(`project.${event.kind}`)
  }
}

function Decided({ decision, children }: { decision: DecisionReference; children: ReactNode }) {
  const { locale } = useWords()
  return <a href={pathOf(locale, { page: 'decisions', slug: decision.slug })}>{children}</a>
}

/** What a document is called, in its own words. */
const Title = ({ children }: { children: string }) => (
  <span lang="sv" className="block text-fine text-muted">
    {children}
  </span>
)

/** What a follow-up tells leads to where the page tells it in full; a change, to its decision as well. */
function Moment({ moment, decisions }: { moment: FollowUpMoment; decisions: Decisions }) {
  const { t } = useWords()
  const decision = moment.is === 'event' ? decisions[moment.decision ?? ''] : undefined
  return (
    <>
      <a href={`#${anchorOf(moment.followUp)}`}>
        {moment.is === 'event' && t(`followUp.event.${moment.event}`)}
        {moment.is === 'document' && t(`followUp.document.${moment.type}`)}
        {moment.is === 'told' && t(`outcome.told.${moment.kind}.done`)}
      </a>
      {moment.is === 'document' && <Title>{moment.title}</Title>}
      {decision && (
        <span className="block text-fine">
          <Decided decision={decision}>{t('outcome.theDecision')}</Decided>
        </span>
      )}
    </>
  )
}
