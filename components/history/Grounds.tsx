import type { ReactNode } from 'react'
import { evidenceHref } from '../../lib/history/evidence.ts'
import type { ChangeView } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from './words.ts'

/** Why a change was made: the reason, the evidence, a visitor's report, the documents that were brought in. */
export function Grounds({ change }: { change: ChangeView }) {
  const { t } = useWords()
  const { reason, evidence, isReported } = change
  return (
    <>
      {reason && <Ground label={t('history.reason')}>{reason}</Ground>}
      {evidence && (
        <Ground label={t('history.evidence')}>
          <Evidence evidence={evidence} />
        </Ground>
      )}
      {isReported && <p className="text-muted text-small">{t('history.reported')}</p>}
      <Documents change={change} />
    </>
  )
}

const Ground = ({ label, children }: { label: string; children: ReactNode }) => (
  <p className="whitespace-pre-line break-words text-small">
    <span className="text-muted">{label}</span> {children}
  </p>
)

/** A link where it leads somewhere safe, or else the words. */
function Evidence({ evidence }: { evidence: string }) {
  const href = evidenceHref(evidence)
  if (!href) return evidence
  return (
    <a href={href} rel={href.startsWith('/') ? undefined : 'external nofollow noopener noreferrer'}>
      {evidence}
    </a>
  )
}

function Documents({ change: { documents, moreDocuments } }: { change: ChangeView }) {
  const { t, locale } = useWords()
  if (documents.length === 0) return null
  return (
    <p className="text-fine">
      <span className="text-muted">{t('history.documents')}</span>{' '}
      {documents.map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && ', '}
          <a lang="sv" href={pathOf(locale, { page: 'documents', slug })}>
            {name}
          </a>
        </span>
      ))}
      {moreDocuments > 0 && ` ${t('history.moreDocuments', { count: moreDocuments })}`}
    </p>
  )
}
