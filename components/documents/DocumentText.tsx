import { useLocale, useTranslations } from 'next-intl'
import type { DocumentView } from '../../lib/projects/view.ts'
import { MarkedPiece } from './MarkedPiece.tsx'
import { useMarkLabel } from './mark-label.ts'
import { type Line, type Part, partsOf } from './marked-text.ts'

/** The whole text as it came, what was read from it marked, and what it was read as beside it. */
export const DocumentText = ({ document: { text, marks, warnings } }: { document: DocumentView }) => (
  <div lang="sv" className="document-text">
    {partsOf(text, marks, warnings).map((part) => (
      <TextPart key={part.lines[0]?.start} part={part} />
    ))}
  </div>
)

function TextPart({ part: { passage, ids, lines } }: { part: Part }) {
  return (
    <div id={ids[0]} className={passage ? 'passage' : undefined}>
      {lines.map((line) => (
        <TextLine key={line.start} line={line} passage={passage} />
      ))}
    </div>
  )
}

const TextLine = ({ line, passage }: { line: Line; passage: Part['passage'] }) => (
  <div className={line.isAfterGap ? 'document-line after-gap' : 'document-line'}>
    <p className="words">
      {line.pieces.map((piece) => (
        <MarkedPiece key={`${piece.start}-${piece.text.length}`} piece={piece} passage={passage} />
      ))}
    </p>
    <MarginLabels line={line} />
  </div>
)

/** In the margin, for the eye alone: each mark says the same to those who listen. */
function MarginLabels({ line: { opens, isWarned, pieces } }: { line: Line }) {
  const t = useTranslations()
  const locale = useLocale()
  const labelOf = useMarkLabel()
  const labels = [...new Set(opens.map(labelOf))]
  const isCovered = pieces.some(({ text }) => text.includes('█'))
  if (labels.length === 0 && !isWarned && !isCovered) return null
  return (
    <p aria-hidden="true" lang={locale} className="margin-labels">
      {labels.join(' · ')}
      {isWarned && <span className="block text-differ">{t('document.warned')}</span>}
      {isCovered && <span className="block">{t('document.coveredLabel')}</span>}
    </p>
  )
}
