import type { useTranslations } from 'next-intl'

type Words = ReturnType<typeof useTranslations<never>>

/** A field's label outside of a component; a field that has none of its own is "another value". */
export function fieldLabel(t: Words, field: string): string {
  const key = `field.${field}` as Parameters<Words>[0]
  return t.has(key) ? t(key) : t('field.unknown')
}
