import { useTranslations } from 'next-intl'
import type { DocumentView } from '../../lib/projects/view.ts'
import { Section } from '../ui/Section.tsx'
import { Covered } from './Covered.tsx'
import { DocumentFacts } from './DocumentFacts.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { DocumentText } from './DocumentText.tsx'
import { DocumentWarnings } from './DocumentWarnings.tsx'
import { ReadList } from './ReadList.tsx'
import { Subjects } from './Subjects.tsx'

/** A source document: its text as it is, what was read from it, what that changed, and what one should doubt. */
export const DocumentDetails = ({ document }: { document: DocumentView }) => (
  <article>
    <DocumentHead document={document} />
    <div className="grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-[minmax(0,1fr)_17.5rem]">
      <aside className="grid content-start gap-12 lg:col-start-2">
        <Subjects document={document} />
        <DocumentWarnings document={document} />
        <div className="print:hidden">
          <ReadList document={document} />
        </div>
      </aside>
      <div className="min-w-0 lg:col-start-1 lg:row-start-1">
        <Text document={document} />
        <DocumentFacts document={document} />
      </div>
    </div>
  </article>
)

function Text({ document }: { document: DocumentView }) {
  const t = useTranslations('document')
  const isCovered = document.text.includes('█')
  return (
    <Section id="texten" title={t('text')} aside={t('marks', { count: document.marks.length })}>
      <div className="mb-7 grid max-w-text gap-2 text-muted text-small">
        <p>{t('textNote')}</p>
        {isCovered && (
          <p>
            {t('covered')} <Covered text="█████" />
          </p>
        )}
      </div>
      <DocumentText document={document} />
    </Section>
  )
}
