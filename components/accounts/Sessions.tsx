import { useTranslations } from 'next-intl'
import type { SessionRow } from '../../lib/auth/view.ts'
import type { Locale } from '../../lib/paths.ts'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Moment } from './Moment.tsx'

type Props = { locale: Locale; sessions: SessionRow[]; action: (form: FormData) => Promise<void> }

/** Where somebody is signed in, and a way to end each. */
export function Sessions({ locale, sessions, action }: Props) {
  const t = useTranslations('accounts.own')
  return (
    <Section id="sessions" title={t('sessions')}>
      <table className="table stacks">
        <thead>
          <tr>
            <th scope="col">{t('browser')}</th>
            <th scope="col">{t('address')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('lastSeen')}</th>
            <th scope="col">
              <span className="sr-only">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} locale={locale} session={session} action={action} />
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form action={action} className="mt-6">
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton quiet>{t('endOthers')}</SubmitButton>
        </form>
      )}
    </Section>
  )
}

function Row({ locale, session, action }: { locale: Locale; session: SessionRow; action: Props['action'] }) {
  const t = useTranslations('accounts.own')
  const browser = session.browser || t('unknownBrowser')
  return (
    <tr>
      <th scope="row">
        {browser}
        {session.isThis && <span className="font-normal text-muted"> ({t('thisOne')})</span>}
      </th>
      <td data-label={t('address')}>{session.address}</td>
      <td data-label={t('since')}>
        <Moment locale={locale} at={session.since} />
      </td>
      <td data-label={t('lastSeen')}>
        <Moment locale={locale} at={session.lastSeen} />
      </td>
      <td>
        {!session.isThis && (
          <form action={action}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="session" value={session.id} />
            <SubmitButton quiet label={t('endOf', { browser, address: session.address })}>
              {t('end')}
            </SubmitButton>
          </form>
        )}
      </td>
    </tr>
  )
}
