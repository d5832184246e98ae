import { useTranslations } from 'next-intl'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountForm } from './AccountForm.tsx'
import type { FormAction } from './form-state.ts'

type Props = { locale: Locale; action: FormAction; canMail: boolean }

export function ForgotView({ locale, action, canMail }: Props) {
  const t = useTranslations('accounts')
  return (
    <>
      <PageHead kicker={t('login.title')} title={t('forgot.title')}>
        <p className="mt-4 max-w-text">{t(canMail ? 'forgot.text' : 'forgot.noMail')}</p>
      </PageHead>
      {canMail && (
        <AccountForm
          id="forgot"
          action={action}
          hidden={{ locale }}
          submit={t('forgot.submit')}
          fields={[{ kind: 'email', name: 'email', label: t('login.email'), autoComplete: 'username' }]}
        />
      )}
      <p className="mt-8">
        <a href={pathOf(locale, { page: 'staff/login' })}>{t('forgot.back')}</a>
      </p>
    </>
  )
}
