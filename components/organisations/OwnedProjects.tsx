import { useLocale, useTranslations } from 'next-intl'
import { formatKronor, formatPeriod } from '../../lib/format.ts'
import { fundShort, regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationView, ProjectReference } from '../../lib/projects/view.ts'
import { projectsOfOwner } from '../outcome-sums/behind.ts'
import { projectsHref } from '../projects/address.ts'
import { Section } from '../ui/Section.tsx'

export function OwnedProjects({
  organisation: { slug, owned, projects },
}: {
  organisation: Pick<OrganisationView, 'slug' | 'owned' | 'projects'>
}) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  if (projects.length === 0) return null
  const behind = projectsOfOwner(slug)
  const all = behind && <a href={projectsHref(behind, locale)}>{t('projectsAll')}</a>
  return (
    <Section id="projekt" title={t('projects')} aside={all}>
      <ul className="divide-y divide-line border-line border-b">
        {projects.map((project) => (
          <Project key={project.slug} project={project} />
        ))}
      </ul>
      {owned > projects.length && (
        <p className="mt-4 text-small">
          {t('projectsListed', { count: projects.length })} {all}
        </p>
      )}
    </Section>
  )
}

function Project({ project }: { project: ProjectReference }) {
  const t = useTranslations('projects')
  const locale = useLocale()
  const about = [
    project.number,
    project.fund && fundShort(locale, project.fund),
    regionName(locale, project.region),
    formatPeriod(locale, project.startDate, project.endDate),
  ]
  return (
    <li className="grid gap-x-8 gap-y-1 py-4 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-h3">
          <a
            lang="sv"
            href={pathOf(locale, { page: 'projects', slug: project.slug })}
            className="hyphens-auto"
          >
            {project.name}
          </a>
        </h3>
        <p className="mt-1 text-muted text-small">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <p className="figures text-small sm:text-end">
        <span className="text-muted sm:block sm:text-fine">{t('support')} </span>
        {project.grantedSupport === null ? (
          <span className="text-muted">{t('unknown')}</span>
        ) : (
          formatKronor(locale, project.grantedSupport)
        )}
      </p>
    </li>
  )
}
