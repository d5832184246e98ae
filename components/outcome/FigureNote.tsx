import { anchorOf, type FigureView, type OutcomesView, type OutcomeView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { Note, NotePart } from '../source/Note.tsx'
import { CorrectionLines } from './CorrectionLines.tsx'
import { ExampleTag } from './ExampleNote.tsx'
import { figureText, keyOf, measureLabel, statedText, summedOf } from './figure-text.ts'
import { SourceLines } from './SourceLines.tsx'

type Props = { outcome: OutcomeView; view: OutcomesView; id: string }

/** Where a figure is from. */
export function FigureNote({ outcome, view, id }: Props) {
  const words = useWords()
  const { t, locale } = words
  const { derivedFrom, correction, rivals, basis, asOf } = outcome
  return (
    <Note id={id} label={measureLabel(outcome.measure, view.rows, words)} value={figureText(locale, outcome)}>
      <p>
        {[basis && t(`followUp.basis.${basis}`), asOf && t('outcome.day', { day: formatDate(locale, asOf) })]
          .filter(Boolean)
          .join(', ')}
      </p>
      {derivedFrom && (
        <p>{t(`outcome.summed.${summedOf(derivedFrom)}.long`, { count: derivedFrom.length })}</p>
      )}
      {correction && <CorrectionLines correction={correction} before={statedText(locale, outcome)} />}
      <Grounds figure={outcome} view={view} />
      {rivals.length > 0 && (
        <NotePart title={t('source.rivals')}>
          {rivals.map((rival) => (
            <li key={keyOf(rival)}>
              <p className="mb-1 font-semibold font-serif text-base">{figureText(locale, rival)}</p>
              <Grounds figure={rival} view={view} />
            </li>
          ))}
        </NotePart>
      )}
    </Note>
  )
}

/** The source of a figure, and the way to all that it says. */
function Grounds({ figure: { source }, view }: { figure: FigureView; view: OutcomesView }) {
  const { t } = useWords()
  if (source.kind === 'page') return <p className="text-fine text-muted">{t('outcome.ownPage')}</p>
  const followUp = view.followUps.find(({ id }) => id === source.id)
  if (!followUp) return null
  return (
    <div className="grid gap-1">
      {view.followUps.some(({ isExample }) => !isExample) && <ExampleTag followUp={followUp} />}
      <SourceLines source={followUp.source} />
      {followUp.comment && (
        <p lang="sv" className="whitespace-pre-line text-small">
          {followUp.comment}
        </p>
      )}
      <p className="text-fine">
        <a href={`#${anchorOf(source.id)}`} className="inline-block py-1">
          {t('outcome.toFollowUp')}
        </a>
      </p>
    </div>
  )
}
