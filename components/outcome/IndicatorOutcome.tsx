import { GENDERS, type Gender, type MeasureName, measureKey } from '../../lib/follow-up/measures.ts'
import type { OutcomeRow, OutcomesView } from '../../lib/follow-up/view.ts'
import { useWords, type Words } from '../history/words.ts'
import { commonDay } from './common-day.ts'
import { DayLine } from './DayLine.tsx'
import { type FiguresRow, FiguresTable } from './FiguresTable.tsx'
import { FigureValue } from './FigureValue.tsx'
import { figureText, rowName } from './figure-text.ts'
import { OtherFigures } from './OtherFigures.tsx'
import { type Pair, PairBars } from './PairBars.tsx'
import { Part } from './Part.tsx'
import type { Place } from './place.ts'
import { Share } from './Share.tsx'

type Props = { view: OutcomesView; place: Place }

const COLUMNS = ['baseline', 'target', 'actual'] as const satisfies MeasureName[]
type Column = (typeof COLUMNS)[number]
const keyOf = (name: Column, part: Gender, row: string) => measureKey({ name, part, row })

/** Indicators: where they stood, the target, and what came of it. They count unlike things: none is added to another. */
export function IndicatorOutcome({ view, place }: Props) {
  const words = useWords()
  const { t } = words
  const indicators = view.rows.filter(({ kind }) => kind === 'indicator')
  if (indicators.length === 0) return null
  const all = indicators.flatMap(({ key }) =>
    COLUMNS.flatMap((column) => GENDERS.map((gender) => keyOf(column, gender, key))),
  )
  const day = commonDay(
    view,
    all.filter((key) => key.startsWith('actual')),
  )
  const how = { place, showDay: day === null }
  const title = t('outcome.indicators.title')
  return (
    <Part title={title} place={place}>
      <DayLine day={day} />
      <PairBars pairs={pairsOf(indicators, view, words)} legend={t('outcome.indicators.legend')} isOwnScale />
      <FiguresTable
        caption={title}
        first={t('outcome.head.indicator')}
        heads={[...COLUMNS.map((column) => t(`followUp.measure.${column}`)), t('outcome.head.shareOfTarget')]}
        rows={indicators.flatMap((indicator) => rowsOf(indicator, view, how, words))}
      />
      <OtherFigures measures={all} view={view} what={title} />
    </Part>
  )
}

type How = { place: Place; showDay: boolean }

function rowsOf(indicator: OutcomeRow, view: OutcomesView, { place, showDay }: How, words: Words) {
  const { t, locale } = words
  return GENDERS.flatMap((gender): FiguresRow[] => {
    const shown = (column: Column) => view.outcomes[keyOf(column, gender, indicator.key)]
    const [target, actual] = [shown('target'), shown('actual')]
    if (gender !== 'total' && !COLUMNS.some(shown)) return []
    return [
      {
        key: `${indicator.key}-${gender}`,
        label:
          gender === 'total' ? (
            <IndicatorName indicator={indicator} />
          ) : (
            <>
              <span className="sr-only">{rowName(indicator, locale)}, </span>
              <span className="inline-block first-letter:uppercase">{t(`followUp.part.${gender}`)}</span>
            </>
          ),
        isPart: gender !== 'total',
        cells: [
          ...COLUMNS.map((column) =>
            column !== 'actual' && !shown(column) ? null : (
              <FigureValue
                key={column}
                measure={keyOf(column, gender, indicator.key)}
                view={view}
                place={place}
                showDay={showDay && column === 'actual'}
                isMain={column === 'actual'}
              />
            ),
          ),
          actual && target && <Share key="share" actual={actual} promised={target} />,
        ],
      },
    ]
  })
}

/** An indicator with what it counts, and over which time. */
function IndicatorName({ indicator }: { indicator: OutcomeRow }) {
  const { locale } = useWords()
  const { name, unit, period } = indicator
  return (
    <>
      <span lang={name === null ? undefined : 'sv'}>{rowName(indicator, locale)}</span>
      {(unit || period) && (
        <span lang="sv" className="block font-normal text-fine text-muted">
          {[unit, period].filter(Boolean).join(', ')}
        </span>
      )}
    </>
  )
}

/** Those that have both a target and an outcome, each on a scale of its own. */
function pairsOf(
  indicators: readonly OutcomeRow[],
  { outcomes }: OutcomesView,
  { t, locale }: Words,
): Pair[] {
  return indicators.flatMap((indicator): Pair[] => {
    const [target, actual] = [
      outcomes[keyOf('target', 'total', indicator.key)],
      outcomes[keyOf('actual', 'total', indicator.key)],
    ]
    if (!target || !actual) return []
    const text = t('outcome.of', {
      actual: figureText(locale, actual),
      promised: figureText(locale, target),
    })
    return [{ label: rowName(indicator, locale), promised: target.value, actual: actual.value, text }]
  })
}
