import { useTranslations } from 'next-intl'
import { Shortcuts } from '../desk/Shortcuts.tsx'

/** What keys can do in a review. */
const KEYS = { next: 'j', previous: 'k', accept: 'a', skip: 'h', new: 'n' } as const

/** The shortcuts of a review, with the help that lists them. */
export function ReviewShortcuts() {
  const t = useTranslations('imports.keys')
  const texts = {
    title: t('title'),
    lead: t('lead'),
    on: t('on'),
    off: t('off'),
    areOff: t('areOff'),
    close: t('close'),
    help: t('help'),
  }
  const names = Object.keys(KEYS) as (keyof typeof KEYS)[]
  return <Shortcuts keys={names.map((name) => ({ key: KEYS[name], text: t(name) }))} texts={texts} />
}
