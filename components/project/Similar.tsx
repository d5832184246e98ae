import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectReference } from '../../lib/projects/view.ts'
import { SideSection } from './SideSection.tsx'

export function Similar({ projects }: { projects: ProjectReference[] }) {
  const t = useTranslations('project')
  const locale = useLocale()
  if (projects.length === 0) return null
  return (
    <SideSection id="liknande" title={t('similar')}>
      <ul className="grid gap-4 text-small print:hidden">
        {projects.map(({ slug, name, owner, startDate }) => (
          <li key={slug}>
            <a lang="sv" href={pathOf(locale, { page: 'projects', slug })}>
              {name}
            </a>
            <span className="block text-fine text-muted">
              {[owner?.name, startDate?.slice(0, 4)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}
