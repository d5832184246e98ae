import { useLocale, useTranslations } from 'next-intl'
import type { AccountLogRow } from '../../lib/history/view.ts'
import { Moment } from '../accounts/Moment.tsx'

/** What happened to accounts, newest first. */
export function AccountLog({ events }: { events: readonly AccountLogRow[] }) {
  const t = useTranslations('history.audit')
  return (
    <table className="table stacks">
      <caption className="sr-only">{t('ofAccounts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('whom')}</th>
          <th scope="col">{t('event')}</th>
          <th scope="col">{t('by')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id} event={event} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ event }: { event: AccountLogRow }) {
  const t = useTranslations()
  const locale = useLocale()
  const role = t.has(`accounts.actor.${event.actor}`) ? t(`accounts.actor.${event.actor}`) : event.actor
  const what = t.has(`accounts.event.${event.action}`)
    ? t(`accounts.event.${event.action}`)
    : t('history.audit.otherEvent')
  const detail = detailOf(event)
  return (
    <tr>
      <td data-label={t('history.audit.time')}>
        <Moment locale={locale} at={event.at} />
      </td>
      <td data-label={t('history.audit.whom')}>
        <span>
          {event.account.name} <span className="break-all text-muted">{event.account.email}</span>
        </span>
      </td>
      <td data-label={t('history.audit.event')}>
        <span>
          {what}
          {detail && <span className="block text-fine text-muted">{detail}</span>}
        </span>
      </td>
      <td data-label={t('history.audit.by')}>
        {event.by ? t('accounts.manage.by', { name: event.by, role }) : t('accounts.manage.byRole', { role })}
      </td>
    </tr>
  )
}

/** What it was and is, as the trace has it: names of settings and plain values, never a secret. */
function detailOf({ from, to }: AccountLogRow): string {
  const [before, after] = [valuesIn(from), valuesIn(to)]
  return Object.keys({ ...before, ...after })
    .filter((key) => before[key] !== after[key])
    .map((key) =>
      [key, [before[key], after[key]].filter((value) => value !== undefined).join(' → ')].join(': '),
    )
    .join(', ')
}

const valuesIn = (json: unknown): Record<string, string | undefined> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, String(value)]))
    : {}
