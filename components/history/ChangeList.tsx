import type { ReactNode } from 'react'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import type { ChangeView, HistoryView } from '../../lib/history/view.ts'
import { isOwn } from './addresses.ts'
import { Change } from './Change.tsx'
import { useWords } from './words.ts'

type Props = {
  changes: readonly ChangeView[]
  /** Whose history it is, which is not named again with every change. */
  own?: HistoryView
}

/** Changes under the days on which they were made, newest first. */
export function ChangeList({ changes, own }: Props) {
  const { locale } = useWords()
  const days = Map.groupBy(changes, ({ at }) => dayInSweden(new Date(at)))
  return [...days].map(([day, ofDay]) => (
    <Day key={day} day={day} title={formatDate(locale, day)}>
      {ofDay.map((change, at) => (
        <Change
          key={change.id}
          change={change}
          isOwn={own !== undefined && change.subject !== null && isOwn(own, change.subject)}
          isWithin={own?.of === 'decisions'}
          linksState={change.hasState && !leadsToTheSame(change, ofDay[at - 1])}
        />
      ))}
    </Day>
  ))
}

/** One act may change many fields: all of them stand in one earlier state. */
const leadsToTheSame = (change: ChangeView, above: ChangeView | undefined): boolean =>
  above?.hasState === true &&
  above.revision === change.revision &&
  above.subject?.slug === change.subject?.slug &&
  (above.subject?.kind === 'project') === (change.subject?.kind === 'project')

const Day = ({ day, title, children }: { day: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={`dag-${day}`} className="mt-10 first:mt-0">
    <h2 id={`dag-${day}`} className="mb-1 border-ink border-t pt-3 text-h3">
      {title}
    </h2>
    <ol className="divide-y divide-line">{children}</ol>
  </section>
)
