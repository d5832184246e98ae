import { useTranslations } from 'next-intl'
import type { OwnAccount } from '../../lib/auth/view.ts'
import type { Locale } from '../../lib/paths.ts'
import { Section } from '../ui/Section.tsx'
import { AccountForm, type FieldSpec } from './AccountForm.tsx'
import type { FormAction } from './form-state.ts'
import { QrCode } from './QrCode.tsx'

type Props = { locale: Locale; account: OwnAccount; action: FormAction }

/** One's own second factor: not there, being set up, or on. */
export function SecondFactor(props: Props) {
  const { locale, account, action } = props
  const t = useTranslations('accounts.own')
  const proof = useProof(account)
  const code = { kind: 'code', name: 'code', label: t('code'), autoComplete: 'one-time-code' } as const
  const isOn = account.secondFactor === 'on'
  return (
    <Section id="second-factor" title={t('second')}>
      <p className="mb-5 max-w-text">{isOn ? t('secondOn', { left: account.codesLeft }) : t('secondOff')}</p>
      {account.enrolment && <Enrolment {...account.enrolment} />}
      {/* One form in one place, whatever it does next: the answer to what it did last stands in it. */}
      <AccountForm
        id="second"
        action={action}
        hidden={{ locale, step: STEP[account.secondFactor] }}
        submit={t(BUTTON[account.secondFactor])}
        quiet={isOn}
        fields={account.secondFactor === 'begun' ? [code] : proof}
      />
      {account.secondFactor === 'begun' && <Other {...props} does="anew" step="begin" />}
      {isOn && !account.isRequired && <Other {...props} does="remove" step="remove" />}
    </Section>
  )
}

const STEP = { off: 'begin', begun: 'finish', on: 'codes' } as const
const BUTTON = { off: 'begin', begun: 'finish', on: 'newCodes' } as const

function Enrolment({ secret, address }: { secret: string; address: string }) {
  const t = useTranslations('accounts.own')
  return (
    <div className="mb-6 grid max-w-text gap-4">
      <p>{t('scan')}</p>
      <QrCode text={address} label={t('picture')} />
      <p className="text-small">
        {t('typed')} <code className="select-all [overflow-wrap:anywhere]">{inFours(secret)}</code>
      </p>
    </div>
  )
}

/** Easier to type. Apps leave the spaces out. */
const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** What shows that it is really they. Who has no password has nothing to show before there is a second factor. */
function useProof({ hasPassword, secondFactor }: OwnAccount): FieldSpec[] {
  const t = useTranslations('accounts.own')
  if (hasPassword)
    return [{ kind: 'password', name: 'proof', label: t('proofPassword'), autoComplete: 'current-password' }]
  if (secondFactor !== 'on') return []
  return [{ kind: 'code', name: 'proof', label: t('proofCode'), autoComplete: 'one-time-code' }]
}

type OtherProps = Props & { does: 'anew' | 'remove'; step: string }

/** Something else that can be done, under a heading of its own. */
function Other({ locale, account, action, does, step }: OtherProps) {
  const t = useTranslations('accounts.own')
  return (
    <div className="mt-8">
      <h3 className="mb-4 text-h3">{t(does)}</h3>
      <AccountForm
        id={does}
        action={action}
        hidden={{ locale, step }}
        submit={t(does)}
        quiet
        fields={useProof(account)}
      />
    </div>
  )
}
