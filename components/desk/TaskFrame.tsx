import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { editAddress, publicPath, queueAddress, taskAddress } from '../../lib/desk/addresses.ts'
import type { DeskFilter } from '../../lib/desk/filter.ts'
import type { ItemQueue } from '../../lib/desk/queues.ts'
import type { DeskRecord, Neighbours } from '../../lib/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { DeskShortcuts, type ShortcutName } from './DeskShortcuts.tsx'
import { KeyHint } from './KeyHint.tsx'
import { RecordLine } from './RecordLine.tsx'

type Props = {
  queue: ItemQueue
  filter: DeskFilter
  /** How many wait, this one included if it does. */
  left: number
  title: string
  titleLang?: string
  /** What it is, in a sentence. */
  lead?: string
  record: DeskRecord
  field?: string | null
  neighbours: Neighbours
  isOpen: boolean
  keys: readonly ShortcutName[]
  notice?: ReactNode
  children: ReactNode
}

/** One thing of a queue: what it is about, and the ways to the next and the one before. */
export function TaskFrame(props: Props) {
  const { queue, filter, left, title, titleLang, lead, record, isOpen, notice, children } = props
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <>
      {notice}
      <PageHead
        kicker={
          <>
            <a href={pathOf(locale, queueAddress(queue, filter))}>{t(`queue.${queue}.title`)}</a> ·{' '}
            {t('left', { count: left })}
          </>
        }
        title={title}
        {...(titleLang && { titleLang })}
      >
        {lead && <p className="mt-3 max-w-text text-lead">{lead}</p>}
        <p className="mt-3 text-base">
          {record.kind === 'item' && title === record.name ? (
            <a href={publicPath(locale, record)}>{t('inEntry', { heading: record.heading })}</a>
          ) : (
            <RecordLine record={record} />
          )}
        </p>
      </PageHead>
      <Ways {...props} />
      {!isOpen && (
        <p className="mb-6 max-w-text border-accent border-s-4 ps-4 font-semibold">{t('closed')}</p>
      )}
      {children}
    </>
  )
}

function Ways({ queue, filter, record, field, neighbours: { previous, next }, keys }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const pathTo = (key: string) => pathOf(locale, taskAddress(queue, key, filter))
  const then = next ? pathTo(next) : pathOf(locale, queueAddress(queue, filter))
  return (
    <nav
      aria-label={t('walk')}
      className="mb-8 flex flex-wrap items-center gap-2 border-line border-y py-3 text-small print:hidden"
    >
      {previous && <Way href={pathTo(previous)} keys="p k" rel="prev" text={t('previous')} />}
      {next && <Way href={pathTo(next)} keys="n j" rel="next" text={t('next')} />}
      <Way href={pathOf(locale, queueAddress(queue, filter))} keys="l" text={t('toList')} />
      <span className="flex-1" />
      {record.kind === 'document' ? (
        <Way href={publicPath(locale, record)} keys="e" text={t('publicPage')} />
      ) : (
        <Way href={pathOf(locale, editAddress(record, field, then))} keys="e" text={t('edit')} />
      )}
      <DeskShortcuts
        keys={[
          ...(next ? ['next' as const] : []),
          ...(previous ? ['previous' as const] : []),
          ...keys,
          'edit',
          'list',
        ]}
      />
    </nav>
  )
}

type WayProps = { href: string; keys: string; text: string; rel?: 'prev' | 'next' }

const Way = ({ href, keys, text, rel }: WayProps) => (
  <a href={href} rel={rel} data-keys={keys} className="button-quiet no-underline">
    {text}
    <KeyHint>{keys.slice(0, 1)}</KeyHint>
  </a>
)
