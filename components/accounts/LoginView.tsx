import { useTranslations } from 'next-intl'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { FormAlert } from '../staff/FormAlert.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountForm } from './AccountForm.tsx'
import type { FormAction } from './form-state.ts'

type Props = {
  locale: Locale
  /** Where to go after the login. */
  wayBack: string
  action: FormAction
  /** What happened before, in a sentence. */
  note: { tone: 'wrong' | 'done'; text: string } | null
  /** Another service to log in at. */
  provider: { name: string; address: string } | null
  forgot: string
}

export function LoginView({ locale, wayBack, action, note, provider, forgot }: Props) {
  const t = useTranslations('accounts.login')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('description')}</p>
      </PageHead>
      {note && (
        <div className="mb-6">
          <FormAlert tone={note.tone}>
            <p>{note.text}</p>
          </FormAlert>
        </div>
      )}
      <div className="max-w-narrow">
        <AccountForm
          id="login"
          action={action}
          hidden={{ locale, wayBack }}
          submit={t('submit')}
          fields={[
            { kind: 'email', name: 'email', label: t('email'), autoComplete: 'username', hasFocus: !note },
            { kind: 'password', name: 'password', label: t('password'), autoComplete: 'current-password' },
          ]}
        />
        {provider && (
          <div className="mt-8 border-line border-t pt-6">
            <p className="mb-3 text-muted text-small">{t('or')}</p>
            <a href={provider.address} className="button-quiet no-underline">
              {t('oidc', { name: provider.name })}
            </a>
          </div>
        )}
        <p className="mt-8">
          <a href={forgot}>{t('forgot')}</a>
        </p>
      </div>
    </>
  )
}

type CodeProps = { locale: Locale; wayBack: string; action: FormAction }

export function CodeView({ locale, wayBack, action }: CodeProps) {
  const t = useTranslations('accounts.login')
  return (
    <>
      <PageHead kicker={t('title')} title={t('codeTitle')}>
        <p className="mt-4 max-w-text">{t('codeText')}</p>
      </PageHead>
      <AccountForm
        id="code"
        action={action}
        hidden={{ locale, wayBack }}
        submit={t('codeSubmit')}
        fields={[{ kind: 'code', name: 'code', label: t('code'), autoComplete: 'one-time-code' }]}
      />
      <p className="mt-8">
        <a href={pathOf(locale, { page: 'staff/login' })}>{t('again')}</a>
      </p>
    </>
  )
}

/** To somebody who is signed in and may not see what they asked for. */
export function RefusedView({ locale, name }: { locale: Locale; name: string }) {
  const t = useTranslations('accounts.login')
  return (
    <PageHead title={t('refusedTitle')}>
      <p className="mt-4 max-w-text text-lead">{t('refusedText', { name })}</p>
      <p className="mt-6">
        <a href={pathOf(locale, { page: 'staff' })}>{t('toDesk')}</a>
      </p>
    </PageHead>
  )
}
