import { anchorOf, type FigureView, type OutcomesView, type OutcomeView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { figureText, keyOf, measureLabel } from './figure-text.ts'

type Props = { measures: readonly string[]; view: OutcomesView; what: string }

/** What else is said of the figures of a part: of the same day, and of earlier ones. Nothing is overwritten. */
export function OtherFigures({ measures, view, what }: Props) {
  const { t } = useWords()
  const rows = measures.flatMap((measure) => {
    const outcome = view.outcomes[measure]
    return outcome ? othersOf(outcome) : []
  })
  if (rows.length === 0) return null
  return (
    <div className="mt-3">
      <Disclosure
        summary={
          <>
            {t('outcome.others.title', { count: rows.length })}
            <span className="sr-only">: {what}</span>
          </>
        }
      >
        <table className="stacks table">
          <caption className="sr-only">
            {t('outcome.others.caption')}: {what}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('outcome.head.what')}</th>
              <th scope="col" className="number">
                {t('outcome.head.figure')}
              </th>
              <th scope="col">{t('outcome.head.day')}</th>
              <th scope="col">{t('outcome.head.how')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <OtherFigure key={`${row.figure.measure}-${keyOf(row.figure)}`} {...row} view={view} />
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  )
}

type Other = { figure: FigureView; how: 'rival' | 'apart' | 'earlier' }

const othersOf = ({ rivals, apart, earlier }: OutcomeView): Other[] => [
  ...rivals.map((figure) => ({ figure, how: 'rival' as const })),
  ...apart.map((figure) => ({ figure, how: 'apart' as const })),
  ...earlier.map((figure) => ({ figure, how: 'earlier' as const })),
]

function OtherFigure({ figure, how, view }: Other & { view: OutcomesView }) {
  const words = useWords()
  const { t, locale } = words
  const { measure, asOf, basis, source, derivedFrom } = figure
  const about = [
    t(`outcome.others.${how}.why`),
    basis && t(`outcome.inWords.${basis}.said`),
    derivedFrom && t('outcome.others.summed'),
    figure.correction && t('outcome.corrected'),
  ]
  return (
    <tr>
      <th scope="row">{measureLabel(measure, view.rows, words)}</th>
      <td className="number" data-label={t('outcome.head.figure')}>
        {source.kind === 'followUp' ? (
          <a href={`#${anchorOf(source.id)}`}>{figureText(locale, figure)}</a>
        ) : (
          figureText(locale, figure)
        )}
      </td>
      <td data-label={t('outcome.head.day')}>{asOf ? formatDate(locale, asOf) : t('outcome.noDay')}</td>
      <td data-label={t('outcome.head.how')}>{about.filter(Boolean).join(', ')}</td>
    </tr>
  )
}
