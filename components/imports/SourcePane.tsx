import { useLocale, useTranslations } from 'next-intl'
import { type ImportQuery, importAddress } from '../../lib/imports/desk/params.ts'
import type { EntryView, SourceView } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Covered } from '../documents/Covered.tsx'
import { Hollow } from '../documents/Hollow.tsx'
import { useMarkLabel } from '../documents/mark-label.ts'
import { isProse, type Line, type Mark, type Part, type Piece, partsOf } from '../documents/marked-text.ts'
import { ENTRY, fieldId, SOURCE, SOURCE_BOX } from './places.ts'

type Props = { importId: number; source: SourceView; open: EntryView | null; query: ImportQuery }

/** A mark of the source, with where it leads. */
type Lead = { href: string; isOpen: boolean }
type Leads = ReadonlyMap<Mark, Lead>

/** The whole source as text, every reading in it marked, each mark the way to its entry. */
export function SourcePane(props: Props) {
  const { source, open } = props
  const t = useTranslations('imports.review')
  const { marks, leads } = useMarks(props)
  return (
    <section
      id={SOURCE}
      aria-labelledby={`${SOURCE}-rubrik`}
      className="min-w-0 lg:sticky lg:top-4 lg:self-start"
    >
      <h2 id={`${SOURCE}-rubrik`} className="text-h3">
        {t('source')}
      </h2>
      <p className="mb-2 text-muted text-small">{t('sourceNote')}</p>
      {/* What is for listeners only is placed within the box, and does not make the page as long as the source. */}
      <section
        id={SOURCE_BOX}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        aria-label={t(open?.kind === 'row' ? 'sourceRow' : 'sourceText', { title: source.title })}
        className="relative max-h-[55dvh] overflow-y-auto overscroll-contain rounded-sm border border-edge bg-raised py-4 ps-7 pe-4 lg:max-h-[calc(100dvh-7rem)] print:max-h-none print:overflow-visible"
      >
        <div lang="sv" className="document-text">
          {partsOf(source.text, marks, source.warnings).map((part) => (
            <TextPart key={part.lines[0]?.start} part={part} leads={leads} isRow={open?.kind === 'row'} />
          ))}
        </div>
      </section>
    </section>
  )
}

/** Marks as the text is cut at them, and where each leads: to its field in the opened entry, or to its own entry. */
function useMarks({ importId, source, open, query }: Props): { marks: Mark[]; leads: Leads } {
  const locale = useLocale()
  const leads = new Map<Mark, Lead>()
  const marks = source.marks.map(({ field, state, start, end, entryId }): Mark => {
    const mark: Mark = { field, state, start, end, subject: null }
    if (entryId === null) return mark
    const isOpen = entryId === open?.id
    const at = isOpen
      ? open.fields.findIndex((one) => one.field === field && one.start === start && one.end === end)
      : -1
    const href = isOpen
      ? `#${at < 0 ? ENTRY : fieldId(at)}`
      : `${pathOf(locale, importAddress(importId, { ...query, entryId }))}#${ENTRY}`
    leads.set(mark, { href, isOpen })
    return mark
  })
  return { marks, leads }
}

/** `isRow`: the cells of a table's row, below each other, which say nothing without their headers. */
type PartProps = { part: Part; leads: Leads; isRow: boolean }

function TextPart({ part: { passage, ids, lines }, leads, isRow }: PartProps) {
  const lead = passage ? leads.get(passage) : undefined
  return (
    <div
      id={ids[0]}
      data-open={lead?.isOpen || undefined}
      className={`${passage ? 'passage' : ''} data-followed:bg-accent-soft data-open:bg-mark/15`}
    >
      {passage && lead && lines.some(({ opens }) => opens.includes(passage)) && (
        <PassageLink passage={passage} lead={lead} />
      )}
      {lines.map((line) => (
        <TextLine key={line.start} line={line} passage={passage} leads={leads} isRow={isRow} />
      ))}
    </div>
  )
}

/** A long passage is no link: what it was read as stands over it, and is one. */
function PassageLink({ passage, lead }: { passage: Mark; lead: Lead }) {
  const locale = useLocale()
  const labelOf = useMarkLabel()
  return (
    <p lang={locale} className="select-none font-sans text-fine">
      <a href={lead.href} className="inline-block py-0.5">
        {labelOf(passage)}
      </a>
    </p>
  )
}

type LineProps = { line: Line; passage: Mark | null; leads: Leads; isRow: boolean }

const TextLine = ({ line: { pieces, isAfterGap, opens }, passage, leads, isRow }: LineProps) => (
  <p className={isAfterGap ? 'words after-gap' : 'words'}>
    {isRow && <CellHead marks={opens.filter((mark) => mark !== passage)} />}
    {pieces.map((piece) => (
      <TextPiece key={`${piece.start}-${piece.text.length}`} piece={piece} passage={passage} leads={leads} />
    ))}
  </p>
)

/** For the eye alone: the mark says the same to those who listen. */
function CellHead({ marks }: { marks: readonly Mark[] }) {
  const locale = useLocale()
  const labelOf = useMarkLabel()
  if (marks.length === 0) return null
  return (
    <span lang={locale} aria-hidden="true" className="select-none font-sans text-fine text-muted">
      {marks.map(labelOf).join(', ')}:{' '}
    </span>
  )
}

type PieceProps = { piece: Piece; passage: Mark | null; leads: Leads }

function TextPiece({ piece, passage, leads }: PieceProps) {
  const labelOf = useMarkLabel()
  const { text, marks, ids, isWarned } = piece
  const [id, ...others] = ids
  const within = marks.filter((mark) => mark !== passage)
  // Of marks that lie within one another the innermost is the one that somebody points at.
  const inmost = within.at(-1)
  const lead = inmost && leads.get(inmost)
  const inside = (
    <>
      {others.map((other) => (
        <span key={other} id={other} />
      ))}
      <Words piece={piece} passage={passage} />
    </>
  )
  if (within.length === 0)
    return id || isWarned ? (
      <span id={id} className={isWarned ? 'warned' : undefined}>
        {inside}
      </span>
    ) : (
      inside
    )
  const label = within.map(labelOf).join(' · ')
  return (
    <mark
      id={id}
      title={label}
      data-label={label}
      data-open={lead?.isOpen || undefined}
      className={classesOf({ text, within, isWarned, isOpen: lead?.isOpen ?? false })}
    >
      {lead ? (
        // A mark that goes on over a break is one stop for those who go by keys.
        <a
          href={lead.href}
          tabIndex={piece.opens.includes(inmost) ? undefined : -1}
          className="text-inherit no-underline hover:underline"
        >
          {inside}
        </a>
      ) : (
        inside
      )}
    </mark>
  )
}

type Look = { text: string; within: readonly Mark[]; isWarned: boolean; isOpen: boolean }

/** The opened entry's words stand out; those of others are pale. */
function classesOf({ text, within, isWarned, isOpen }: Look): string {
  const classes = [
    text === '' && 'hollow',
    text !== '' && (!isOpen || within.every(isProse)) && 'pale',
    isOpen && 'outline-2 outline-accent',
    within.some(({ state }) => state === 'UNREADABLE') && 'unreadable',
    isWarned && 'warned',
    'data-followed:outline-4 data-followed:outline-accent',
  ]
  return classes.filter(Boolean).join(' ')
}

/** The words themselves, with what they were read as for those who listen. */
function Words({ piece: { text, opens }, passage }: { piece: Piece; passage: Mark | null }) {
  const t = useTranslations('document')
  const locale = useLocale()
  const labelOf = useMarkLabel()
  const told = opens.filter((mark) => mark !== passage)
  return (
    <>
      {told.length > 0 && (
        <span lang={locale} className="sr-only select-none">
          [{t('readAs', { fields: told.map(labelOf).join(', ') })}]{' '}
        </span>
      )}
      {text === '' && told.length > 0 ? <Hollow marks={told} /> : <Covered text={text} />}
    </>
  )
}
