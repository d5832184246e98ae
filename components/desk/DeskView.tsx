import { useLocale, useTranslations } from 'next-intl'
import { queueAddress } from '../../lib/desk/addresses.ts'
import { type DeskCounts, isWalked, QUEUES, type Queue, waiting } from '../../lib/desk/queues.ts'
import { formatNumber } from '../../lib/format.ts'
import type { ChangeView } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Change } from '../history/Change.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { DeskShortcuts } from './DeskShortcuts.tsx'
import { FindForm } from './FindForm.tsx'
import { KeyHint } from './KeyHint.tsx'

/** Projects end all the time: that some lack follow-up is no reason to hurry. */
const moodOf = (open: readonly Queue[]) =>
  open.length === 0 ? 'calm' : open.every((queue) => queue === 'missing') ? 'unhurried' : 'lead'

type Props = { counts: DeskCounts; mine: ChangeView[] }

/** What needs a person, the most pressing first. */
export function DeskView({ counts, mine }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const open = waiting(counts)
  const done = QUEUES.filter((queue) => counts[queue] === 0)
  const first = open.find(isWalked)
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-3 max-w-text text-muted">{t(moodOf(open))}</p>
      </PageHead>
      <div className="mb-10 flex flex-wrap items-end justify-between gap-4">
        <FindForm q="" />
        <DeskShortcuts keys={first ? ['begin', 'find'] : ['find']} />
      </div>
      {open.length > 0 && (
        <ul className="mb-10 divide-y divide-line border-ink border-y">
          {open.map((queue) => (
            <QueueRow key={queue} queue={queue} counts={counts} isFirst={queue === first} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <Section id="klart" title={t('done')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-small">
            {done.map((queue) => (
              <li key={queue}>
                <a href={pathOf(locale, queueAddress(queue, { page: 1 }))}>{t(`queue.${queue}.title`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="mitt"
        title={t('mine')}
        aside={mine.length > 0 && <a href={pathOf(locale, { page: 'staff/work/mine' })}>{t('mineAll')}</a>}
      >
        {mine.length > 0 ? (
          <ol className="divide-y divide-line">
            {mine.map((change) => (
              <Change key={change.id} change={change} isOwn={false} isWithin={false} linksState={false} />
            ))}
          </ol>
        ) : (
          <p className="text-muted">{t('mineEmpty')}</p>
        )}
      </Section>
    </>
  )
}

type RowProps = { queue: Queue; counts: Props['counts']; isFirst: boolean }

function QueueRow({ queue, counts, isFirst }: RowProps) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const title = t(`queue.${queue}.title`)
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2 py-4 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <p className="figures text-end font-semibold font-serif text-h2">
        {formatNumber(locale, counts[queue])}
      </p>
      <div className="min-w-0">
        <h2 className="text-h3">
          <a href={pathOf(locale, queueAddress(queue, { page: 1 }))}>{title}</a>
        </h2>
        <p className="max-w-text text-muted text-small">
          {t(`queue.${queue}.note`)}
          {queue === 'warnings' && counts.errors > 0 && ` ${t('errors', { count: counts.errors })}`}
          {queue === 'missing' && counts.overdue > 0 && ` ${t('overdue', { count: counts.overdue })}`}
        </p>
      </div>
      {isWalked(queue) && (
        <p className="col-start-2 sm:col-start-3">
          <a
            href={pathOf(locale, queueAddress(queue, { page: 1 }, { begin: '1' }))}
            {...(isFirst && { 'data-keys': 'n j' })}
            className={`${isFirst ? 'button' : 'button-quiet'} no-underline`}
          >
            {t('begin')}
            <span className="sr-only">: {title}</span>
            {isFirst && <KeyHint>n</KeyHint>}
          </a>
        </p>
      )}
    </li>
  )
}
