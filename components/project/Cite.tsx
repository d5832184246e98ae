import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { siteOrigin } from '../../lib/site.ts'
import { SideSection } from './SideSection.tsx'

export function Cite({ project: { slug, name, number, updatedAt } }: { project: ProjectView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  const url = siteOrigin() + pathOf(locale, { page: 'projects', slug })
  return (
    <SideSection id="hanvisa" title={t('cite')}>
      <p className="select-all break-words text-small">
        {t('citation', { name, number, url, date: formatDate(locale, updatedAt) })}
      </p>
    </SideSection>
  )
}
