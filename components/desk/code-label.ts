import type { useTranslations } from 'next-intl'

type Words = ReturnType<typeof useTranslations<never>>

/** What a kind of warning is called; one that no text knows is "something else". */
export function codeLabel(t: Words, code: string): string {
  const key = `desk.code.${code}` as Parameters<Words>[0]
  return t.has(key) ? t(key) : t('desk.otherCode')
}

/** Why two organisations may be one. */
export function alikeLabel(t: Words, why: string): string {
  const key = `desk.alike.${why}` as Parameters<Words>[0]
  return t.has(key) ? t(key) : t('desk.alike.other')
}
