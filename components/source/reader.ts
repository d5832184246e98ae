import { useLocale, useTranslations } from 'next-intl'
import type { Reader } from './value.ts'

/** In which language, and by which period's codes, values are written. */
export function useReader(period: string | null = null): Reader {
  const t = useTranslations()
  return { locale: useLocale(), period, yes: t('yes'), no: t('no') }
}

type FieldLabels = ReturnType<typeof useTranslations<'field'>>

/** A field's label; a field that has none of its own is "another value". */
export const useFieldLabel = () => {
  const t = useTranslations('field')
  return (key: string) => (hasLabel(t, key) ? t(key) : t('unknown'))
}

const hasLabel = (t: FieldLabels, key: string): key is Parameters<FieldLabels>[0] =>
  t.has(key as Parameters<FieldLabels>[0])
