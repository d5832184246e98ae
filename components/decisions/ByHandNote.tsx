import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '../../lib/format.ts'
import { evidenceHref } from '../../lib/history/evidence.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ByHand } from '../../lib/projects/view.ts'

type Props = { byHand: ByHand; what: 'decision' | 'entry' | 'removed' }

/** That a person said it and no document that was read: who, when, why, and where it stands. */
export function ByHandNote({ byHand, what }: Props) {
  const t = useTranslations('decisionDraft.byHand')
  const locale = useLocale()
  const who = byHand.by === 'editor' || byHand.by === 'administrator' ? byHand.by : 'other'
  return (
    <div className="max-w-text border-accent border-s-3 ps-3 text-small">
      {what === 'decision' && <p className="font-semibold">{t('title')}</p>}
      <p>{t(what, { who: t(who), on: formatDate(locale, byHand.on) })}</p>
      <p>
        <span className="text-muted">{t('reason')}</span> <span lang="sv">{byHand.reason}</span>
      </p>
      {byHand.evidence && (
        <p className="[overflow-wrap:anywhere]">
          <span className="text-muted">{t('source')}</span> <Evidence text={byHand.evidence} />
        </p>
      )}
    </div>
  )
}

/** Evidence as a link where it leads somewhere. A document's own address is the Swedish one. */
function Evidence({ text }: { text: string }): ReactNode {
  const t = useTranslations('decisionDraft.byHand')
  const locale = useLocale()
  const slug = /^\/dokument\/([0-9a-f]{12})$/.exec(text)?.[1]
  if (slug) return <a href={pathOf(locale, { page: 'documents', slug })}>{t('document')}</a>
  const href = evidenceHref(text)
  return href ? (
    <a href={href} rel="nofollow noopener">
      {text}
    </a>
  ) : (
    text
  )
}
