import { useTranslations } from 'next-intl'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountForm } from './AccountForm.tsx'
import type { FormAction } from './form-state.ts'
import { useNewPasswordFields } from './new-password.ts'

type Props = {
  locale: Locale
  token: string
  kind: 'INVITATION' | 'RESET'
  email: string
  action: FormAction
}

export function LinkView({ locale, token, kind, email, action }: Props) {
  const t = useTranslations('accounts.link')
  return (
    <>
      <PageHead title={t(kind === 'INVITATION' ? 'invitation' : 'reset')}>
        <p className="mt-4 max-w-text">{t('text', { email })}</p>
      </PageHead>
      <AccountForm
        id="link"
        action={action}
        hidden={{ locale, token }}
        submit={t('submit')}
        fields={useNewPasswordFields()}
      />
    </>
  )
}

export function ClosedLinkView({ locale, why }: { locale: Locale; why: 'unknown' | 'used' | 'expired' }) {
  const t = useTranslations('accounts.link')
  return (
    <PageHead title={t('closedTitle')}>
      <p className="mt-4 max-w-text text-lead">{t(why)}</p>
      <p className="mt-6">
        <a href={pathOf(locale, { page: 'staff/login' })}>{t('toLogin')}</a>
      </p>
    </PageHead>
  )
}
