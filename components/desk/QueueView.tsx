import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { queueAddress } from '../../lib/desk/addresses.ts'
import { type DeskFilter, isFiltered } from '../../lib/desk/filter.ts'
import type { WorkedQueue } from '../../lib/desk/queues.ts'
import { pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { DeskShortcuts } from './DeskShortcuts.tsx'
import { KeyHint } from './KeyHint.tsx'
import { type FilterChoice, QueueFilters } from './QueueFilters.tsx'

type Props = {
  queue: WorkedQueue
  filter: DeskFilter
  choices?: FilterChoice[]
  list: { total: number; page: number; pages: number }
  /** What was just saved. */
  notice?: ReactNode
  /** The things are worked through one at a time. */
  isWalked?: boolean
  children: ReactNode
}

/** A queue: what is in it, and the way to begin. */
export function QueueView({ queue, filter, choices = [], list, notice, isWalked = true, children }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const hrefOf = (page: number) => pathOf(locale, queueAddress(queue, { ...filter, page }))
  return (
    <>
      {notice}
      <PageHead title={t(`queue.${queue}.title`)}>
        <p className="mt-3 max-w-text text-muted">{t(`queue.${queue}.note`)}</p>
      </PageHead>
      {isWalked && <QueueFilters queue={queue} filter={filter} choices={choices} />}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 border-ink border-t pt-3">
        <p className="font-semibold text-h3">{t('total', { count: list.total })}</p>
        <div className="flex flex-wrap items-center gap-3">
          {isWalked && list.total > 0 && (
            <a
              href={pathOf(locale, queueAddress(queue, { ...filter, page: 1 }, { begin: '1' }))}
              data-keys="n j"
              className="button no-underline"
            >
              {t('begin')}
              <KeyHint>n</KeyHint>
            </a>
          )}
          <DeskShortcuts keys={isWalked ? ['begin'] : []} />
        </div>
      </div>
      {list.total === 0 ? (
        <p>{isFiltered(filter) ? t('emptyFiltered') : t(`queue.${queue}.empty`)}</p>
      ) : (
        children
      )}
      <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
    </>
  )
}
