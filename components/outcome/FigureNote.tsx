import { anchorOf, type FigureView, type OutcomesView, type OutcomeView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { CrossIcon } from '../ui/icons.tsx'
import { CorrectionLines } from './CorrectionLines.tsx'
import { figureText, keyOf, measureLabel, statedText, summedOf } from './figure-text.ts'
import { SourceLines } from './SourceLines.tsx'

type Props = { outcome: OutcomeView; view: OutcomesView; id: string }

/** Where a figure is from, in a popover of the browser's own: no script opens or closes it. */
export function FigureNote({ outcome, view, id }: Props) {
  const { t, locale } = useWords()
  const { derivedFrom, correction, rivals, basis, asOf } = outcome
  return (
    <div
      popover="auto"
      id={id}
      role="dialog"
      aria-labelledby={`${id}-rubrik`}
      className="source-note whitespace-normal"
    >
      <NoteHead outcome={outcome} view={view} id={id} />
      <p>
        {[basis && t(`followUp.basis.${basis}`), asOf && t('outcome.day', { day: formatDate(locale, asOf) })]
          .filter(Boolean)
          .join(', ')}
      </p>
      {derivedFrom && <p>{t(`outcome.summed.${summedOf(derivedFrom)}.long`)}</p>}
      {correction && <CorrectionLines correction={correction} before={statedText(locale, outcome)} />}
      <Grounds figure={outcome} view={view} />
      {rivals.length > 0 && (
        <section className="border-line border-t pt-3">
          <h3 className="mb-2 font-sans font-semibold text-small tracking-normal">{t('source.rivals')}</h3>
          <ul className="grid gap-4">
            {rivals.map((rival) => (
              <li key={keyOf(rival)}>
                <p className="mb-1 font-semibold font-serif text-base">{figureText(locale, rival)}</p>
                <Grounds figure={rival} view={view} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function NoteHead({ outcome, view, id }: Props) {
  const words = useWords()
  const label = measureLabel(outcome.measure, view.rows, words)
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-fine text-muted">{label}</p>
        <p id={`${id}-rubrik`} className="font-semibold font-serif text-h3">
          <span className="sr-only">{label}: </span>
          {figureText(words.locale, outcome)}
        </p>
      </div>
      <button
        type="button"
        popoverTarget={id}
        popoverTargetAction="hide"
        // biome-ignore lint/a11y/noAutofocus: focus goes into the note when it opens, and back when it closes
        autoFocus
        className="-me-2 -mt-1 grid size-9 shrink-0 place-items-center rounded-sm hover:bg-accent-soft"
      >
        <CrossIcon />
        <span className="sr-only">{words.t('source.close')}</span>
      </button>
    </div>
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
