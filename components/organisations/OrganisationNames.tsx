import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationView } from '../../lib/projects/view.ts'
import { HistoryLink } from '../history/HistoryLink.tsx'
import { SideSection } from '../project/SideSection.tsx'
import { Aliases } from './Aliases.tsx'

/** Every name that it goes by, each with the document in which it was first read, and its units. */
export const OrganisationNames = ({ organisation }: { organisation: OrganisationView }) => (
  <aside className="grid content-start gap-12">
    <Names organisation={organisation} />
    <Aliases organisation={organisation} />
    <Units units={organisation.units} />
    <HistoryLink of="organisations" slug={organisation.slug} name={organisation.name} />
  </aside>
)

function Names({ organisation: { names, aliases } }: { organisation: OrganisationView }) {
  const t = useTranslations('organisation')
  const m = useTranslations('merges.public')
  const locale = useLocale()
  return (
    <SideSection id="namn" title={t('names')}>
      <p className="mb-4 text-fine text-muted">
        {aliases.length > 0 ? m('namesNote') : t('namesNote', { count: names.length })}
      </p>
      <ul lang="sv" className="grid gap-3 text-small">
        {names.map(({ name, document }) => (
          <li key={name}>
            <span className="block font-semibold">{name}</span>
            {document ? (
              <a href={pathOf(locale, { page: 'documents', slug: document.slug })}>{document.title}</a>
            ) : (
              <span className="text-muted">{m('nameGiven')}</span>
            )}
          </li>
        ))}
      </ul>
    </SideSection>
  )
}

function Units({ units }: { units: string[] }) {
  const t = useTranslations('organisation')
  if (units.length === 0) return null
  return (
    <SideSection id="enheter" title={t('units')}>
      <ul lang="sv" className="grid gap-1 text-small">
        {units.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
    </SideSection>
  )
}
