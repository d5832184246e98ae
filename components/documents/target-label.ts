import { useTranslations } from 'next-intl'
import { TargetField } from '../../lib/tables/schema.ts'

/** What a column of a table was read as, in words. */
export function useTargetLabel() {
  const t = useTranslations('tables.target')
  return (target: string): string => {
    const known = TargetField.safeParse(target)
    return t(known.success ? known.data : 'unknown')
  }
}
