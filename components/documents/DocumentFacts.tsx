import { useLocale, useTranslations } from 'next-intl'
import { formatBytes, formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DocumentFile } from '../../lib/projects/view.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { Section } from '../ui/Section.tsx'

/** Where the document is from, and by what one knows that it is the same. */
export function DocumentFacts({ document }: { document: DocumentFile }) {
  const t = useTranslations('document')
  const locale = useLocale()
  const { publisher, url, fetchedOn, importedOn } = document
  return (
    <Section id="om-dokumentet" title={t('facts')}>
      <FactList>
        <Fact label={t('publisher')}>{publisher ? <span lang="sv">{publisher}</span> : <Unknown />}</Fact>
        <Fact label={t('url')}>
          {url ? (
            <a href={url} rel="external noreferrer" className="break-all">
              {url}
            </a>
          ) : (
            <Unknown />
          )}
        </Fact>
        <Fact label={t('fetched')}>{fetchedOn ? formatDate(locale, fetchedOn) : <Unknown />}</Fact>
        <Fact label={t('imported')}>{formatDate(locale, importedOn)}</Fact>
        <File document={document} />
        <Version label={t('replacesLabel')} slug={document.replaces} />
        <Version label={t('replacedByLabel')} slug={document.replacedBy} />
      </FactList>
    </Section>
  )
}

function File({ document }: { document: DocumentFile }) {
  const t = useTranslations('document')
  const locale = useLocale()
  return (
    <>
      <Fact label={t('mediaType')}>{document.mediaType}</Fact>
      <Fact label={t('size')}>{formatBytes(locale, document.byteLength)}</Fact>
      <Fact label={t('hash')}>
        <code className="break-all font-sans text-small">{document.sha256}</code>
      </Fact>
      <Fact label={t('parser')}>{document.parserVersion}</Fact>
    </>
  )
}

function Version({ label, slug }: { label: string; slug: string | null }) {
  const locale = useLocale()
  if (!slug) return null
  return (
    <Fact label={label}>
      <a href={pathOf(locale, { page: 'documents', slug })}>{slug}</a>
    </Fact>
  )
}

function Unknown() {
  const t = useTranslations('document')
  return <span className="text-muted">{t('unknown')}</span>
}
