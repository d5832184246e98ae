import { useLocale, useTranslations } from 'next-intl'
import { ALL_ACTIONS } from '../../lib/history/actions.ts'
import {
  type AuditQuery,
  accountsWord,
  auditAddress,
  auditParam,
  NO_FILTER,
} from '../../lib/history/audit-query.ts'
import type { Colleague } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { CONTROL, Field } from '../staff/Field.tsx'

type Props = { query: AuditQuery; people: Colleague[] }

/** What the log is asked for. A form that needs no script: the address says it all. */
export function AuditFilters({ query, people }: Props) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  const { of } = query
  return (
    <form action={pathOf(locale, { page: 'staff/audit' })} className="mb-10 grid gap-4 print:hidden">
      {of === 'accounts' && (
        <input type="hidden" name={auditParam('of', locale)} value={accountsWord(locale)} />
      )}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr_auto_auto]">
        <Who query={query} people={people} />
        {of === 'registry' && <What query={query} />}
        {of === 'registry' && <Record query={query} />}
        <Day query={query} end="since" />
        <Day query={query} end="until" />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button">
          {t('show')}
        </button>
        <a href={pathOf(locale, auditAddress({ ...NO_FILTER, of }))} className="py-1 text-small">
          {t('clear')}
        </a>
      </div>
    </form>
  )
}

function Who({ query, people }: Props) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  return (
    <Field id="vem" label={t('who')}>
      {(tied) => (
        <select {...tied} name={auditParam('who', locale)} defaultValue={query.who ?? ''} className={CONTROL}>
          <option value="">{t('anyone')}</option>
          <option value="operator">{t('operators')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function What({ query }: { query: AuditQuery }) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  return (
    <Field id="handelse" label={t('action')}>
      {(tied) => (
        <select
          {...tied}
          name={auditParam('action', locale)}
          defaultValue={query.action ?? ''}
          className={CONTROL}
        >
          <option value="">{t('anyAction')}</option>
          {ALL_ACTIONS.map((action) => (
            <option key={action} value={action}>
              {t(`actions.${action}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Record({ query }: { query: AuditQuery }) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  return (
    <Field id="post" label={t('record')} hint={t('recordHint')}>
      {(tied) => (
        <input
          {...tied}
          name={auditParam('record', locale)}
          defaultValue={query.record}
          maxLength={200}
          autoComplete="off"
          className={CONTROL}
        />
      )}
    </Field>
  )
}

function Day({ query, end }: { query: AuditQuery; end: 'since' | 'until' }) {
  const t = useTranslations('history.audit')
  const locale = useLocale()
  return (
    <Field id={end} label={t(end)}>
      {(tied) => (
        <input
          {...tied}
          type="date"
          name={auditParam(end, locale)}
          defaultValue={query[end] ?? ''}
          className={CONTROL}
        />
      )}
    </Field>
  )
}
