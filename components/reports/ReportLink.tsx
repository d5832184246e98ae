import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { type About, reportAddress } from '../../lib/reports/about.ts'

/** The way to tell that a value is wrong. */
export function ReportLink({ about }: { about: About }) {
  const t = useTranslations('reports')
  return (
    <p className="border-line border-t pt-3 text-small print:hidden">
      <a href={pathOf(useLocale(), reportAddress(about))} rel="nofollow" className="inline-block py-1">
        {t('link')}
      </a>
    </p>
  )
}
