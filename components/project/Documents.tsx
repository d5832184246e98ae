import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DocumentReference } from '../../lib/projects/view.ts'
import { SideSection } from './SideSection.tsx'

/** The documents that the values come from. */
export function Documents({ documents }: { documents: DocumentReference[] }) {
  const t = useTranslations()
  const locale = useLocale()
  if (documents.length === 0) return null
  return (
    <SideSection id="kallor" title={t('project.documents')}>
      <ul className="grid gap-4 text-small">
        {documents.map((document) => (
          <li key={document.slug}>
            <a lang="sv" href={pathOf(locale, { page: 'documents', slug: document.slug })}>
              {document.title}
            </a>
            <span className="block text-fine text-muted">
              {t(`source.${document.kind}`)}
              {' · '}
              {document.fetchedOn
                ? t('source.fetched', { date: formatDate(locale, document.fetchedOn) })
                : t('source.imported', { date: formatDate(locale, document.importedOn) })}
            </span>
            {document.replacedBy && (
              <span className="block text-differ text-fine">{t('documents.replaced')}</span>
            )}
          </li>
        ))}
      </ul>
    </SideSection>
  )
}
