import { DOCUMENT_TYPES } from '../../lib/follow-up/kinds.ts'
import { type FollowUpView, type OutcomesView, textIn } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'
import { FollowUpBlock } from './FollowUpBlock.tsx'
import { sourceHref } from './source-href.ts'

/** Reports, evaluations, press: what it is, its title, who wrote it, its day, and the link or the file. */
export function AttachedDocuments({ view }: { view: OutcomesView }) {
  const documents = documentsIn(view).reverse()
  return (
    <ul className="divide-y divide-line border-line border-y">
      {documents.map((followUp) => (
        <AttachedDocument key={followUp.id} followUp={followUp} view={view} />
      ))}
    </ul>
  )
}

export const documentsIn = ({ followUps }: OutcomesView): FollowUpView[] =>
  followUps.filter(({ kind }) => kind === 'DOCUMENT')

function AttachedDocument({ followUp, view }: { followUp: FollowUpView; view: OutcomesView }) {
  const { t } = useWords()
  const type = DOCUMENT_TYPES.find((known) => known === textIn(followUp, 'documentType')) ?? 'other'
  const author = textIn(followUp, 'author')
  return (
    <FollowUpBlock followUp={followUp} view={view} title={<Title followUp={followUp} />}>
      <p className="text-muted text-small">
        {t(`followUp.document.${type}`)}
        {author && <span lang="sv"> · {author}</span>}
      </p>
    </FollowUpBlock>
  )
}

/** The title leads to the document where it stands on the web; a file is named beside it. */
function Title({ followUp }: { followUp: FollowUpView }) {
  const { locale } = useWords()
  const title = <span lang="sv">{textIn(followUp, 'title')}</span>
  const href = sourceHref(followUp.source, locale)
  if (href === null) return title
  return (
    <a href={href} rel={href.startsWith('/') ? undefined : 'external nofollow noopener noreferrer'}>
      {title}
    </a>
  )
}
