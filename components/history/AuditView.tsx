import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type AuditQuery, auditAddress, NO_FILTER } from '../../lib/history/audit-query.ts'
import type { Colleague } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { AuditFilters } from './AuditFilters.tsx'

type Props = {
  query: AuditQuery
  people: Colleague[]
  /** The reader may see the trace of accounts. */
  seesAccounts: boolean
  older: number | null
  /** What there is to see, or why there is nothing. */
  children: ReactNode
}

/** The log: what it is of, what it is asked for, and a page of it. */
export function AuditView({ query, people, seesAccounts, older, children }: Props) {
  const t = useTranslations('history.audit')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-3 max-w-text text-muted">{t(query.of === 'accounts' ? 'leadAccounts' : 'lead')}</p>
      </PageHead>
      {seesAccounts && <Kinds of={query.of} />}
      <AuditFilters query={query} people={people} />
      {children}
      <Pages query={query} older={older} />
    </>
  )
}

function Kinds({ of }: { of: AuditQuery['of'] }) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  const kinds = [
    { kind: 'registry', name: t('ofRegistry') },
    { kind: 'accounts', name: t('ofAccounts') },
  ] as const
  return (
    <nav aria-label={t('of')} className="mb-6">
      <ul className="flex flex-wrap gap-2 text-small">
        {kinds.map(({ kind, name }) => (
          <li key={kind}>
            <a
              href={pathOf(locale, auditAddress({ ...NO_FILTER, of: kind }))}
              aria-current={kind === of ? 'page' : undefined}
              className="inline-flex min-h-10 items-center rounded-sm border border-edge px-3.5 no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-accent-ink"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pages({ query, older }: { query: AuditQuery; older: number | null }) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  if (query.before === null && older === null) return null
  return (
    <nav aria-label={t('pages')} className="mt-10 flex flex-wrap gap-3 border-line border-t pt-5">
      {query.before !== null && (
        <a
          href={pathOf(locale, auditAddress({ ...query, before: null }))}
          className="button-quiet no-underline"
        >
          {t('newest')}
        </a>
      )}
      {older !== null && (
        <a
          href={pathOf(locale, auditAddress({ ...query, before: older }))}
          rel="next"
          className="button-quiet no-underline"
        >
          {t('older')}
        </a>
      )}
    </nav>
  )
}
