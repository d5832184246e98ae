import { useTranslations } from 'next-intl'
import type { DocumentView } from '../../lib/projects/view.ts'
import { SideSection } from '../project/SideSection.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Covered } from './Covered.tsx'
import { useMarkLabel } from './mark-label.ts'
import type { Mark } from './marked-text.ts'

/** So much of the words as tells which they are. */
const LONGEST = 60

/** Everything that was read, in the order of the text, each the way to its words. */
export function ReadList({ document: { text, marks } }: { document: DocumentView }) {
  const t = useTranslations('document')
  if (marks.length === 0) return null
  const hasOneSubject = new Set(marks.map(({ subject }) => subject?.name)).size === 1
  return (
    <SideSection id="last" title={t('read')}>
      <Disclosure summary={t('marks', { count: marks.length })}>
        <ul className="grid gap-2.5 text-small">
          {marks.map((mark, at) => (
            <ReadMark
              // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a text never change places
              key={at}
              mark={mark}
              words={text.slice(mark.start, mark.end)}
              hasSubject={!hasOneSubject}
            />
          ))}
        </ul>
      </Disclosure>
    </SideSection>
  )
}

function ReadMark({ mark, words, hasSubject }: { mark: Mark; words: string; hasSubject: boolean }) {
  const labelOf = useMarkLabel()
  return (
    <li>
      <a href={`#p${mark.start}`}>{labelOf(mark)}</a>
      <span lang="sv" className="block text-fine text-muted">
        <Covered text={shortened(words)} />
        {hasSubject && mark.subject && mark.field !== 'name' && (
          <span className="block">{mark.subject.name}</span>
        )}
      </span>
    </li>
  )
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line
}
