import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ManagedAccount } from '../../lib/auth/view.ts'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AccountEvents } from './AccountEvents.tsx'
import { AccountForm, type FieldSpec } from './AccountForm.tsx'
import { secondFactorOf } from './AccountsView.tsx'
import { DoneNote } from './DoneNote.tsx'
import type { FormAction } from './form-state.ts'
import { Moment } from './Moment.tsx'
import { useRoles } from './roles.ts'

type Props = {
  locale: Locale
  account: ManagedAccount
  action: FormAction
  /** What was done just now, in a sentence. */
  done: string | null
  /** It is the reader's own. */
  isOwn: boolean
}

/** One account, to an administrator. */
export function AccountView({ locale, account, action, done, isOwn }: Props) {
  const t = useTranslations('accounts.manage')
  return (
    <>
      <PageHead
        kicker={<a href={pathOf(locale, { page: 'staff/accounts' })}>{t('back')}</a>}
        title={account.name}
      />
      <DoneNote done={done} />
      <Facts locale={locale} account={account} />
      {isOwn ? (
        <p className="mt-8">
          {t('own')} <a href={pathOf(locale, { page: 'staff/account' })}>{t('toOwn')}</a>
        </p>
      ) : (
        <Acts locale={locale} account={account} action={action} />
      )}
      <Section id="events" title={t('events')}>
        <AccountEvents locale={locale} events={account.events} />
      </Section>
    </>
  )
}

function Facts({ locale, account }: { locale: Locale; account: ManagedAccount }) {
  const t = useTranslations('accounts')
  return (
    <FactList>
      <Fact label={t('manage.email')}>{account.email}</Fact>
      <Fact label={t('manage.role')}>{t(`role.${account.role}`)}</Fact>
      <Fact label={t('manage.state')}>{t(`state.${account.state}`)}</Fact>
      <Fact label={t('manage.second')}>{t(`manage.${secondFactorOf(account)}`)}</Fact>
      <Fact label={t('manage.lastSeen')}>
        {account.lastSeenAt ? <Moment locale={locale} at={account.lastSeenAt} /> : t('manage.never')}
      </Fact>
    </FactList>
  )
}

type ActsProps = Pick<Props, 'locale' | 'account' | 'action'>

function Acts({ locale, account, action }: ActsProps) {
  const t = useTranslations('accounts.manage')
  const act = { locale, account, action }
  const isDisabled = account.state === 'disabled'
  return (
    <>
      <Section id="access" title={t('access')}>
        <div className="grid gap-8">
          {!isDisabled && (
            <Act {...act} does="link" submit={t(account.state === 'invited' ? 'newInvitation' : 'newLink')} />
          )}
          <Act {...act} does="end" submit={t('endAll')}>
            {t('sessions', { count: account.sessions })}
          </Act>
          {isDisabled ? (
            <Act {...act} does="enable" submit={t('enable')} />
          ) : (
            <Act {...act} does="disable" submit={t('disable')}>
              {t('disableText')}
            </Act>
          )}
        </div>
      </Section>
      <Section id="role" title={t('role')}>
        <Act
          {...act}
          does="role"
          submit={t('newRole')}
          fields={[
            { kind: 'choice', name: 'role', legend: t('role'), value: account.role, options: useRoles() },
          ]}
        />
      </Section>
      <Section id="second" title={t('second')}>
        <div className="grid gap-8">
          {account.mustHaveSecondFactor ? (
            <Act {...act} does="unrequire" submit={t('unrequire')} />
          ) : (
            <Act {...act} does="require" submit={t('require')} />
          )}
          {account.hasSecondFactor && (
            <Act {...act} does="reset" submit={t('reset')}>
              {t('resetText')}
            </Act>
          )}
        </div>
      </Section>
    </>
  )
}

type ActProps = ActsProps & { does: string; submit: string; fields?: FieldSpec[]; children?: ReactNode }

const Act = ({ locale, account, action, does, submit, fields = [], children }: ActProps) => (
  <div>
    {children && <p className="mb-3 max-w-text">{children}</p>}
    <AccountForm
      id={does}
      action={action}
      hidden={{ locale, account: String(account.id), does }}
      submit={submit}
      quiet
      fields={fields}
    />
  </div>
)
