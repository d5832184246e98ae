import { useLocale, useTranslations } from 'next-intl'
import { placeAddress } from '../../lib/documents/place.ts'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { Saying } from '../../lib/projects/view.ts'
import { Covered } from '../documents/Covered.tsx'

/** What a source says, word for word, with what stands around it, and which source it is. */
export function Quote({ saying }: { saying: Saying }) {
  const t = useTranslations('source')
  return (
    <figure className="grid gap-2">
      <blockquote
        lang="sv"
        className="whitespace-pre-line rounded-sm bg-sunken px-3.5 py-2.5 font-serif text-muted text-small"
      >
        {saying.before && (
          <>
            …<Covered text={lastLines(saying.before)} />
          </>
        )}
        <mark>{saying.words ? <Covered text={saying.words} /> : t('emptyWords')}</mark>
        {saying.after && (
          <>
            <Covered text={firstLines(saying.after)} />…
          </>
        )}
      </blockquote>
      <figcaption className="grid gap-1 text-fine">
        <Where saying={saying} />
        <DocumentLine saying={saying} />
      </figcaption>
    </figure>
  )
}

/** Enough to read the words in; the document has the rest. */
const lastLines = (text: string) => text.split('\n').slice(-4).join('\n')
const firstLines = (text: string) => text.split('\n').slice(0, 3).join('\n')

/** By what in the source the words are found. */
function Where({ saying: { origin, label, row } }: { saying: Saying }) {
  const t = useTranslations('source')
  if (origin !== 'PROSE' && !label) return null
  return (
    <span className="text-muted">
      {origin === 'PROSE'
        ? t('prose')
        : row === null
          ? t('label', { label: label ?? '' })
          : t('inRow', { row, label: label ?? '' })}
    </span>
  )
}

function DocumentLine({ saying }: { saying: Saying }) {
  const { document } = saying
  const t = useTranslations('source')
  const locale = useLocale()
  return (
    <>
      <span>
        <span lang="sv">{document.title}</span>
        <span className="text-muted">
          {' · '}
          {t(document.kind)}
          {document.publisher && <span lang="sv"> · {document.publisher}</span>}
          {' · '}
          {document.fetchedOn
            ? t('fetched', { date: formatDate(locale, document.fetchedOn) })
            : t('imported', { date: formatDate(locale, document.importedOn) })}
        </span>
      </span>
      {document.replacedBy && <span className="text-differ">{t('replaced')}</span>}
      <span className="flex flex-wrap gap-x-4">
        <a href={pathOf(locale, placeAddress(document.slug, saying))} className="py-1">
          {t('openHere')}
        </a>
        {document.url && (
          <a href={document.url} rel="external noreferrer" className="py-1">
            {t('openThere')}
          </a>
        )}
      </span>
    </>
  )
}
