import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'

export function SampleBanner() {
  const t = useTranslations('site')
  return (
    <aside
      aria-label={t('sampleLabel')}
      className="border-line border-b bg-sunken px-5 py-2 text-center text-small md:px-8"
    >
      {t('sample')}{' '}
      <a href={`${pathOf(useLocale(), { page: 'about' })}#prov`} className="print:hidden">
        {t('sampleMore')}
      </a>
    </aside>
  )
}
