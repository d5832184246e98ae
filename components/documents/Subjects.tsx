import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { DocumentView } from '../../lib/projects/view.ts'
import { DecisionLink } from '../decisions/DecisionLink.tsx'
import { SideSection } from '../project/SideSection.tsx'

/** What came of the document: the projects and decisions that it tells of. */
export function Subjects({ document: { projects, decisions } }: { document: DocumentView }) {
  const t = useTranslations('document')
  const locale = useLocale()
  return (
    <SideSection id="galler" title={t('about')}>
      {projects.length + decisions.length === 0 && (
        <p className="text-muted text-small">{t('aboutNothing')}</p>
      )}
      <ul className="grid gap-4 text-small">
        {projects.map(({ slug, name }) => (
          <li key={slug}>
            <a lang="sv" href={pathOf(locale, { page: 'projects', slug })}>
              {name}
            </a>
            <span className="block text-fine text-muted">{t('aboutProject')}</span>
          </li>
        ))}
        {decisions.map((decision) => (
          <li key={decision.slug}>
            <DecisionLink decision={decision} />
          </li>
        ))}
      </ul>
    </SideSection>
  )
}
