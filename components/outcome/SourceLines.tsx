import { useTranslations } from 'next-intl'
import type { FollowUpSource } from '../../lib/follow-up/view.ts'
import { FileLink } from '../files/FileLink.tsx'
import { useWords } from '../history/words.ts'
import { isGone, sourceHref } from './source-href.ts'

/** Where something stands: the link or the file, where in it, and its words. */
export function SourceLines({ source }: { source: FollowUpSource }) {
  const t = useTranslations('outcome')
  const { url, file, page, words } = source
  return (
    <div className="grid gap-1 text-fine">
      <p className="[overflow-wrap:anywhere]">
        <span className="text-muted">{t('source')}: </span>
        {url && <SourceLink source={source} />}
        {url && file && ' · '}
        {file && <FileLink file={file} />}
        {page && <span className="text-muted">, {page}</span>}
      </p>
      {words && (
        <blockquote
          lang="sv"
          className="whitespace-pre-line rounded-sm bg-sunken px-3 py-2 font-serif text-small"
        >
          <mark>{words}</mark>
        </blockquote>
      )}
    </div>
  )
}

/** A document of the registry by its title, another site by its address; in words where its import was taken back. */
function SourceLink({ source }: { source: FollowUpSource }) {
  const { t, locale } = useWords()
  const { url, title } = source
  if (isGone(source)) return t('outcome.sourceGone')
  const href = sourceHref(source, locale)
  const text = title ?? (url ?? '').replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  if (!href) return text
  return (
    <a
      href={href}
      lang={title === null ? undefined : 'sv'}
      rel={href.startsWith('/') ? undefined : 'external nofollow noopener noreferrer'}
    >
      {text}
    </a>
  )
}
