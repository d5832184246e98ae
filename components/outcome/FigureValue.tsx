import type { OutcomesView, OutcomeView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { DifferSign } from '../source/DifferSign.tsx'
import { noteId } from '../source/SourceButton.tsx'
import { FigureNote } from './FigureNote.tsx'
import { figureText, summedOf } from './figure-text.ts'
import { figureId, figureNoteId, type Place, sourceHref } from './place.ts'
import { Unreported } from './Unreported.tsx'

type Props = {
  /** lib/follow-up/measures.ts. */
  measure: string
  view: OutcomesView
  place: Place
  /** Its day stands beside it: nothing else tells it. */
  showDay?: boolean
  isMain?: boolean
}

/** A figure with the way to where it is from; what nobody reported says so. */
export function FigureValue({ measure, view, place, showDay = false, isMain = false }: Props) {
  const { t, locale } = useWords()
  const outcome = view.outcomes[measure]
  if (!outcome) return <Unreported measure={measure} view={view} />
  const { source, apart } = outcome
  const note = source.kind === 'page' ? noteId(source.field, place.scope) : figureNoteId(measure, place)
  return (
    <div id={figureId(measure, place)} className="target:bg-accent-soft">
      <button type="button" className={`sourced ${isMain ? 'font-semibold' : ''}`} popoverTarget={note}>
        {figureText(locale, outcome)}
        <span className="sr-only">, {t('source.show')}</span>
      </button>
      <Signs outcome={outcome} />
      {source.kind === 'followUp' && <FigureNote outcome={outcome} view={view} id={note} />}
      <About outcome={outcome} showDay={showDay} />
      {apart.map((figure) => (
        <span
          key={`${figure.basis}-${figure.value}`}
          className="block whitespace-normal text-fine text-muted"
        >
          {figure.basis ? t(`outcome.inWords.${figure.basis}.said`) : t('outcome.inWords.unknown.said')}:{' '}
          <a href={sourceHref(figure.source)} className="whitespace-nowrap">
            {figureText(locale, figure)}
          </a>
        </span>
      ))}
    </div>
  )
}

/** That sources disagree, and that somebody has corrected it: in words or by a sign with words. */
function Signs({ outcome: { isDisputed, correction } }: { outcome: OutcomeView }) {
  const { t } = useWords()
  return (
    <>
      {isDisputed && <DifferSign words={t('source.differs')} />}
      {correction && <span className="ms-1.5 text-fine text-muted">{t('outcome.corrected')}</span>}
    </>
  )
}

/** On whose word, of which day, and what it was summed from. */
function About({ outcome, showDay }: { outcome: OutcomeView; showDay: boolean }) {
  const { t, locale } = useWords()
  const { asOf, basis, derivedFrom, source } = outcome
  const day =
    asOf && showDay
      ? t(source.kind === 'page' ? 'outcome.pageDay' : 'outcome.day', { day: formatDate(locale, asOf) })
      : null
  const lines = [
    basis && t(`outcome.inWords.${basis}.said`),
    derivedFrom && t(`outcome.summed.${summedOf(derivedFrom)}.short`, { count: derivedFrom.length }),
    day,
  ].filter(Boolean)
  if (lines.length === 0) return null
  return <span className="block whitespace-normal text-fine text-muted">{lines.join(', ')}</span>
}
