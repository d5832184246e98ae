import { useLocale, useTranslations } from 'next-intl'
import type { Locale } from '../../lib/paths.ts'

/** Every text, in a language: a page has it from `useTranslations`, a feed from `createTranslator`. */
export type Words = { t: ReturnType<typeof useTranslations<never>>; locale: Locale }

export const useWords = (): Words => ({ t: useTranslations(), locale: useLocale() })
