import { useTranslations } from 'next-intl'
import type { FieldSpec } from './AccountForm.tsx'

/** Where a new password is chosen: with the rules in words, and typed twice, for it cannot be seen. */
export function useNewPasswordFields(): FieldSpec[] {
  const t = useTranslations('accounts.new')
  return [
    {
      kind: 'password',
      name: 'password',
      label: t('password'),
      hint: t('rules'),
      autoComplete: 'new-password',
    },
    { kind: 'password', name: 'again', label: t('again'), autoComplete: 'new-password' },
  ]
}
