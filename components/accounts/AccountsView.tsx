import { useTranslations } from 'next-intl'
import type { AccountRow } from '../../lib/auth/view.ts'
import type { Page } from '../../lib/paging.ts'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AccountForm } from './AccountForm.tsx'
import type { FormAction } from './form-state.ts'
import { Moment } from './Moment.tsx'
import { useRoles } from './roles.ts'

type Props = { locale: Locale; list: Page<AccountRow>; invite: FormAction; hrefOf: (page: number) => string }

export function AccountsView({ locale, list, invite, hrefOf }: Props) {
  const t = useTranslations('accounts.manage')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('description')}</p>
        <p className="mt-5">
          <a href="#invite">{t('invite')}</a>
        </p>
      </PageHead>
      <Section id="list" title={t('list')} aside={t('count', { count: list.total })}>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('second')}</th>
              <th scope="col">{t('lastSeen')}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((account) => (
              <Row key={account.id} locale={locale} account={account} />
            ))}
          </tbody>
        </table>
        <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
      </Section>
      <Section id="invite" title={t('invite')}>
        <Invite locale={locale} action={invite} />
      </Section>
    </>
  )
}

function Row({ locale, account }: { locale: Locale; account: AccountRow }) {
  const t = useTranslations('accounts')
  return (
    <tr>
      <th scope="row">
        <a href={pathOf(locale, { page: 'staff/accounts', slug: String(account.id) })}>{account.name}</a>
      </th>
      <td data-label={t('manage.email')} className="[overflow-wrap:anywhere]">
        {account.email}
      </td>
      <td data-label={t('manage.role')}>{t(`role.${account.role}`)}</td>
      <td data-label={t('manage.state')}>{t(`state.${account.state}`)}</td>
      <td data-label={t('manage.second')}>{t(`manage.${secondFactorOf(account)}`)}</td>
      <td data-label={t('manage.lastSeen')}>
        {account.lastSeenAt ? <Moment locale={locale} at={account.lastSeenAt} /> : t('manage.never')}
      </td>
    </tr>
  )
}

export const secondFactorOf = ({
  hasSecondFactor,
  mustHaveSecondFactor,
}: Pick<AccountRow, 'hasSecondFactor' | 'mustHaveSecondFactor'>) =>
  hasSecondFactor ? 'on' : mustHaveSecondFactor ? 'awaited' : 'off'

function Invite({ locale, action }: { locale: Locale; action: FormAction }) {
  const t = useTranslations('accounts')
  return (
    <AccountForm
      id="invite"
      action={action}
      hidden={{ locale }}
      submit={t('manage.send')}
      fields={[
        { kind: 'email', name: 'email', label: t('manage.email'), autoComplete: 'off' },
        { kind: 'text', name: 'name', label: t('manage.name'), autoComplete: 'off' },
        { kind: 'choice', name: 'role', legend: t('manage.role'), value: 'EDITOR', options: useRoles() },
        { kind: 'tick', name: 'mustHaveSecondFactor', label: t('manage.mustHave'), checked: false },
        {
          kind: 'choice',
          name: 'language',
          legend: t('manage.locale'),
          value: locale,
          options: [
            { value: 'sv', label: t('own.swedish') },
            { value: 'en', label: t('own.english') },
          ],
        },
      ]}
    />
  )
}
