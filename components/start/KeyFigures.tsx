import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatKronor, formatLargeKronor, formatNumber } from '../../lib/format.ts'
import type { RegistryFigures } from '../../lib/projects/view.ts'
import { Figure, Figures } from '../ui/Figure.tsx'
import { Section } from '../ui/Section.tsx'

/** What the registry holds, as of a day; each sum says how many projects it is of. */
export function KeyFigures({ figures }: { figures: RegistryFigures }) {
  const t = useTranslations('start')
  const locale = useLocale()
  const { projects, granted, participants, disagreements, running } = figures
  return (
    <Section
      id="siffror"
      title={t('figures')}
      aside={<span className="text-muted">{t('asOf', { date: formatDate(locale, figures.asOf) })}</span>}
    >
      <Figures>
        <Figure
          value={formatNumber(locale, projects)}
          label={t('projects', { count: projects })}
          note={t('projectsNote', { running: formatNumber(locale, running) })}
        />
        <Figure
          value={
            <span title={formatKronor(locale, granted.kronor)}>
              {formatLargeKronor(locale, granted.kronor)}
            </span>
          }
          label={t('granted')}
          note={t('grantedNote', { projects: granted.projects })}
        />
        <Figure
          value={formatNumber(locale, participants.people)}
          label={t('participants')}
          note={t('participantsNote', { projects: participants.projects })}
        />
        <Figure
          value={formatNumber(locale, disagreements)}
          label={t('disagreements')}
          note={t('disagreementsNote')}
        />
      </Figures>
    </Section>
  )
}
