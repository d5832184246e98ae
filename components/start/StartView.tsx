import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionRow, RegistryFigures } from '../../lib/projects/view.ts'
import { DecisionRows } from '../decisions/DecisionRows.tsx'
import { ArrowIcon } from '../ui/icons.tsx'
import { Section } from '../ui/Section.tsx'
import { ByFund, ByRegion, ByYear } from './Charts.tsx'
import { Hero } from './Hero.tsx'
import { KeyFigures } from './KeyFigures.tsx'

type Props = { figures: RegistryFigures; newest: DecisionRow[] }

/** What this is, the way in, and what the registry holds. */
export function StartView({ figures, newest }: Props) {
  const t = useTranslations('start')
  const locale = useLocale()
  return (
    <>
      <Hero />
      <KeyFigures figures={figures} />
      <div className="mt-14 grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-2">
        <ByRegion figures={figures} />
        <div className="grid content-start gap-14">
          <ByFund figures={figures} />
          <ByYear figures={figures} />
        </div>
      </div>
      {newest.length > 0 && (
        <Section
          id="beslut"
          title={t('newest')}
          className="mt-16!"
          aside={
            <a href={pathOf(locale, { page: 'decisions' })} className="inline-flex items-center gap-1.5 py-1">
              {t('allDecisions')}
              <ArrowIcon />
            </a>
          }
        >
          <DecisionRows rows={newest} />
        </Section>
      )}
    </>
  )
}
