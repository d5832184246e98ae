import { useLocale, useTranslations } from 'next-intl'
import { formatKronor, formatNumber } from '../../lib/format.ts'
import type { OrganisationView } from '../../lib/projects/view.ts'
import { Figure, Figures } from '../ui/Figure.tsx'

export function OrganisationFigures({ organisation }: { organisation: OrganisationView }) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  const { owned, applied, partner } = organisation
  return (
    <div className="mb-12">
      <Figures>
        {owned > 0 && <Figure value={formatNumber(locale, owned)} label={t('owned', { count: owned })} />}
        {owned > 0 && <Granted organisation={organisation} />}
        {applied > 0 && (
          <Figure value={formatNumber(locale, applied)} label={t('applied', { count: applied })} />
        )}
        {partner > 0 && (
          <Figure value={formatNumber(locale, partner)} label={t('partner', { count: partner })} />
        )}
      </Figures>
    </div>
  )
}

/** Says of how many projects it is the sum, where all of them are at hand to be counted. */
function Granted({ organisation: { owned, granted, projects } }: { organisation: OrganisationView }) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  const known = projects.filter(({ grantedSupport }) => grantedSupport !== null).length
  const isCounted = projects.length === owned
  const isUnknown = isCounted ? known === 0 : granted === 0
  return (
    <Figure
      value={isUnknown ? t('grantedUnknown') : formatKronor(locale, granted)}
      label={t('granted')}
      note={isCounted && !isUnknown && t('grantedNote', { known })}
    />
  )
}
