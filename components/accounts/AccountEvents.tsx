import { useTranslations } from 'next-intl'
import type { AccountEventRow } from '../../lib/auth/view.ts'
import type { Locale } from '../../lib/paths.ts'
import { Moment } from './Moment.tsx'

/** What happened to an account, the newest first. */
export const AccountEvents = ({ locale, events }: { locale: Locale; events: AccountEventRow[] }) => (
  <ol className="divide-y divide-line border-line border-y">
    {events.map((event) => (
      <Event key={event.id} locale={locale} event={event} />
    ))}
  </ol>
)

function Event({ locale, event }: { locale: Locale; event: AccountEventRow }) {
  const t = useTranslations('accounts')
  const role = t(`actor.${event.actor}`)
  return (
    <li className="grid gap-x-6 py-2.5 sm:grid-cols-[12rem_1fr]">
      <span className="text-muted text-small">
        <Moment locale={locale} at={event.at} />
      </span>
      <span>
        {t(`event.${event.action}`)},{' '}
        {event.by ? t('manage.by', { name: event.by, role }) : t('manage.byRole', { role })}
      </span>
    </li>
  )
}
