import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DocumentFile } from '../../lib/projects/view.ts'
import { PageHead } from '../ui/PageHead.tsx'

export function DocumentHead({ document }: { document: DocumentFile }) {
  const t = useTranslations('source')
  const locale = useLocale()
  const { kind, title, publisher, fetchedOn, importedOn, url } = document
  return (
    <PageHead kicker={t(kind)} title={title} titleLang="sv">
      <p className="mt-4 text-muted first-letter:uppercase">
        {publisher && <span lang="sv">{publisher} · </span>}
        {fetchedOn
          ? t('fetched', { date: formatDate(locale, fetchedOn) })
          : t('imported', { date: formatDate(locale, importedOn) })}
        {url && (
          <>
            {' · '}
            <a href={url} rel="external noreferrer">
              {t('openThere')}
            </a>
          </>
        )}
      </p>
      <Versions document={document} />
    </PageHead>
  )
}

/** Other captures of the same source. */
function Versions({ document: { replaces, replacedBy } }: { document: DocumentFile }) {
  const t = useTranslations('document')
  const locale = useLocale()
  const hrefOf = (slug: string) => pathOf(locale, { page: 'documents', slug })
  return (
    <>
      {replacedBy && (
        <p className="mt-4 border-differ border-s-3 ps-4">
          {t('replacedBy')} <a href={hrefOf(replacedBy)}>{t('newer')}</a>
        </p>
      )}
      {replaces && (
        <p className="mt-4 border-line border-s-3 ps-4">
          {t('replaces')} <a href={hrefOf(replaces)}>{t('older')}</a>
        </p>
      )}
    </>
  )
}
