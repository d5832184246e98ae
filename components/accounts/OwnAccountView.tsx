import { useTranslations } from 'next-intl'
import type { OwnAccount } from '../../lib/auth/view.ts'
import type { Locale } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AccountForm } from './AccountForm.tsx'
import { DoneNote } from './DoneNote.tsx'
import type { FormAction } from './form-state.ts'
import { useNewPasswordFields } from './new-password.ts'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

type OwnActions = {
  profile: FormAction
  password: FormAction
  second: FormAction
  session: (form: FormData) => Promise<void>
}
type Props = {
  locale: Locale
  account: OwnAccount
  actions: OwnActions
  /** What was done just now, in a sentence. */
  done: string | null
  /** A second factor is required and not set up: nothing else can be done. */
  isHeld: boolean
}

export function OwnAccountView({ locale, account, actions, done, isHeld }: Props) {
  const t = useTranslations('accounts.own')
  const role = useTranslations('accounts.role')
  return (
    <>
      <PageHead kicker={`${role(account.role)}, ${account.email}`} title={t('title')} />
      <DoneNote done={done} />
      {isHeld && <p className="mb-8 max-w-text text-lead">{t('mustSetUp')}</p>}
      {!isHeld && <Profile locale={locale} account={account} action={actions.profile} />}
      {!isHeld && <Password locale={locale} account={account} action={actions.password} />}
      <SecondFactor locale={locale} account={account} action={actions.second} />
      <Sessions locale={locale} sessions={account.sessions} action={actions.session} />
    </>
  )
}

type Part = { locale: Locale; account: OwnAccount; action: FormAction }

function Profile({ locale, account, action }: Part) {
  const t = useTranslations('accounts.own')
  return (
    <Section id="profile" title={t('profile')}>
      <AccountForm
        id="profile"
        action={action}
        hidden={{ locale }}
        submit={t('save')}
        fields={[
          {
            kind: 'text',
            name: 'name',
            label: t('name'),
            hint: t('nameHint'),
            value: account.name,
            autoComplete: 'name',
          },
          {
            kind: 'choice',
            name: 'language',
            legend: t('locale'),
            value: account.locale,
            options: [
              { value: 'sv', label: t('swedish') },
              { value: 'en', label: t('english') },
            ],
          },
          {
            kind: 'tick',
            name: 'showsName',
            label: t('showsName'),
            hint: t('showsNameHint'),
            checked: account.showsName,
          },
        ]}
      />
    </Section>
  )
}

function Password({ locale, account, action }: Part) {
  const t = useTranslations('accounts.own')
  const wanted = useNewPasswordFields()
  return (
    <Section id="password" title={t('password')}>
      <p className="mb-5 max-w-text">{t(account.hasPassword ? 'passwordText' : 'noPassword')}</p>
      {account.hasPassword && (
        <AccountForm
          id="password"
          action={action}
          hidden={{ locale }}
          submit={t('change')}
          fields={[
            {
              kind: 'password',
              name: 'current',
              label: t('current'),
              autoComplete: 'current-password',
            },
            ...wanted,
          ]}
        />
      )}
    </Section>
  )
}
