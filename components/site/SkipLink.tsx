import { useTranslations } from 'next-intl'

/** First on every page: past the menu to the content. */
export function SkipLink() {
  const t = useTranslations('site')
  return (
    <a
      href="#innehall"
      className="absolute start-4 -top-20 z-10 rounded-md bg-accent px-4 py-2 text-accent-ink focus:top-3 print:hidden"
    >
      {t('skip')}
    </a>
  )
}
