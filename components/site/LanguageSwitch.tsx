import { useLocale, useTranslations } from 'next-intl'
import { type Address, pathOf } from '../../lib/paths.ts'

/** The same page in the other language. */
export function LanguageSwitch({ here = { page: 'start' } }: { here?: Address }) {
  const t = useTranslations('site')
  const other = useLocale() === 'sv' ? 'en' : 'sv'
  return (
    <a href={pathOf(other, here)} lang={other} hrefLang={other} className="py-1 text-small">
      {t('otherLanguage')}
    </a>
  )
}
