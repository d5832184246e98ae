import { useTranslations } from 'next-intl'
import type { Option } from '../staff/Choice.tsx'

/** The roles to choose from, with what each may do. */
export function useRoles(): Option[] {
  const t = useTranslations('accounts')
  return [
    { value: 'EDITOR', label: t('role.EDITOR'), hint: t('manage.editorHint') },
    { value: 'ADMINISTRATOR', label: t('role.ADMINISTRATOR'), hint: t('manage.administratorHint') },
  ]
}
