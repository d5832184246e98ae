import { useTranslations } from 'next-intl'
import { alikeLabel } from '../desk/code-label.ts'

/** Why the registry takes two organisations for one, in words. */
export const useWhy = (why: string): string => alikeLabel(useTranslations(), why)
