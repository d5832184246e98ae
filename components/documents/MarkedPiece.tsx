import { useLocale, useTranslations } from 'next-intl'
import { Covered } from './Covered.tsx'
import { Hollow } from './Hollow.tsx'
import { useMarkLabel } from './mark-label.ts'
import { isProse, type Mark, type Piece } from './marked-text.ts'

type Props = { piece: Piece; passage: Mark | null }

/** A stretch of the text: plain, or marked as read, with the anchors that values elsewhere lead to. */
export function MarkedPiece({ piece, passage }: Props) {
  const labelOf = useMarkLabel()
  const { text, marks, ids, isWarned } = piece
  const [id, ...others] = ids
  const inside = (
    <>
      {others.map((other) => (
        <span key={other} id={other} />
      ))}
      <Opening marks={piece.opens} />
      {text || marks.length === 0 ? <Covered text={text} /> : <Hollow marks={marks} />}
    </>
  )
  if (marks.length === 0) {
    return id || isWarned ? (
      <span id={id} className={isWarned ? 'warned' : undefined}>
        {inside}
      </span>
    ) : (
      inside
    )
  }
  // That it lies within a passage is told by the rail.
  const within = marks.filter((mark) => mark !== passage)
  const label = (within.length > 0 ? within : marks).map(labelOf).join(' · ')
  return (
    <mark id={id} title={label} data-label={label} className={classesOf(piece, passage)}>
      {inside}
    </mark>
  )
}

function classesOf({ text, marks, isWarned }: Piece, passage: Mark | null) {
  // The rail beside a passage says that all of it was read; shorter things read within it are marked as elsewhere.
  const isQuiet = text !== '' && marks.every((mark) => mark === passage)
  const isUnreadable = marks.some(({ state }) => state === 'UNREADABLE')
  const classes = [
    isQuiet && 'quiet',
    !isQuiet && marks.every(isProse) && 'pale',
    text === '' && 'hollow',
    isUnreadable && 'unreadable',
    isWarned && 'warned',
  ]
  return classes.filter(Boolean).join(' ') || undefined
}

/** Said where a mark begins, for the mark itself is rarely told; not copied with the text. */
function Opening({ marks }: { marks: Mark[] }) {
  const t = useTranslations('document')
  const locale = useLocale()
  const labelOf = useMarkLabel()
  if (marks.length === 0) return null
  return (
    <span lang={locale} className="sr-only select-none">
      [{t('readAs', { fields: marks.map(labelOf).join(', ') })}]{' '}
    </span>
  )
}
