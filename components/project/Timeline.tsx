import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { SideSection } from './SideSection.tsx'
import { eventsOf, type TimelineEvent } from './timeline.ts'

/** What happened when, by what the sources say. */
export function Timeline({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const events = eventsOf(project)
  if (events.length === 0) return null
  return (
    <SideSection id="tidslinje" title={t('timeline')}>
      <ol className="ms-1.5 border-line border-s-2">
        {events.map((event) => (
          <Event
            key={`${event.kind}-${event.on}-${event.document ?? event.decision?.slug ?? ''}`}
            event={event}
          />
        ))}
      </ol>
    </SideSection>
  )
}

function Event({ event }: { event: TimelineEvent }) {
  const t = useTranslations('project')
  const locale = useLocale()
  const isTheirs = event.kind === 'started' || event.kind === 'ends' || event.kind === 'decided'
  const href = event.decision
    ? pathOf(locale, { page: 'decisions', slug: event.decision.slug })
    : event.document && pathOf(locale, { page: 'documents', slug: event.document })
  return (
    <li className="relative pb-4 ps-5 text-small last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute start-[-0.4375rem] top-1.5 size-3 rounded-full border-2 border-accent ${isTheirs ? 'bg-accent' : 'bg-paper'}`}
      />
      <time dateTime={event.on} className="block text-fine text-muted">
        {formatDate(locale, event.on)}
      </time>
      {href ? <a href={href}>{t(event.kind)}</a> : t(event.kind)}
    </li>
  )
}
