import { toldPartsOf } from '../../lib/follow-up/told-parts.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { useWords, type Words } from '../history/words.ts'
import { commonDay } from './common-day.ts'
import { DayLine } from './DayLine.tsx'
import { type FiguresRow, FiguresTable } from './FiguresTable.tsx'
import { FigureValue } from './FigureValue.tsx'
import { figureText } from './figure-text.ts'
import { NewerCosts } from './NewerCosts.tsx'
import { OtherFigures } from './OtherFigures.tsx'
import { type Pair, PairBars } from './PairBars.tsx'
import { Part } from './Part.tsx'
import type { Place } from './place.ts'
import { Share } from './Share.tsx'

type Props = { view: OutcomesView; place: Place }

/** What can be used, and of which promise. */
const ROWS = [
  { key: 'total', promised: 'budget', actual: 'costs.total' },
  { key: 'eu', promised: 'support', actual: 'costs.eu' },
  { key: 'public', promised: null, actual: 'costs.public' },
  { key: 'private', promised: null, actual: 'costs.private' },
  { key: 'advances', promised: null, actual: 'advances.total' },
  { key: 'recovered', promised: null, actual: 'recovered.total' },
] as const
const ACTUALS = ROWS.map(({ actual }) => actual)
const MEASURES = ROWS.flatMap(({ promised, actual }) => (promised ? [promised, actual] : [actual]))

/** Budget and support beside what was used, advanced and recovered. Nothing where nobody has reported any of it. */
export function MoneyOutcome({ view, place }: Props) {
  const words = useWords()
  const { t } = words
  const { outcomes } = view
  if (!ACTUALS.some((measure) => outcomes[measure])) return null
  const day = commonDay(view, ACTUALS)
  const title = t('outcome.money.title')
  return (
    <Part title={title} place={place}>
      <DayLine day={day} />
      <PairBars pairs={pairsOf(view, words)} legend={t('outcome.money.legend')} />
      <FiguresTable
        caption={title}
        first={t('outcome.head.post')}
        heads={[t('outcome.head.promised'), t('outcome.head.actual'), t('outcome.head.share')]}
        rows={rowsOf(view, { place, showDay: day === null }, words)}
      />
      <NewerCosts view={view} />
      <OtherFigures measures={MEASURES} view={view} what={title} />
    </Part>
  )
}

type How = { place: Place; showDay: boolean }

function rowsOf(view: OutcomesView, { place, showDay }: How, { t }: Words): FiguresRow[] {
  return ROWS.flatMap(({ key, promised, actual }): FiguresRow[] => {
    const [promise, outcome] = [promised ? view.outcomes[promised] : undefined, view.outcomes[actual]]
    if (!promise && !outcome && !toldPartsOf(actual, view.outcomes)) return []
    return [
      {
        key,
        label: t(`outcome.money.${key}.row`),
        isPart: actual.startsWith('costs.') && key !== 'total',
        cells: [
          promise && <FigureValue key="promised" measure={promise.measure} view={view} place={place} />,
          <FigureValue key="actual" measure={actual} view={view} place={place} showDay={showDay} isMain />,
          outcome && promise && <Share key="share" actual={outcome} promised={promise} />,
        ],
      },
    ]
  })
}

function pairsOf({ outcomes }: OutcomesView, { t, locale }: Words): Pair[] {
  return ROWS.flatMap(({ key, promised, actual }): Pair[] => {
    const [promise, outcome] = [promised ? outcomes[promised] : undefined, outcomes[actual]]
    if (!promise || !outcome) return []
    const text = t('outcome.of', {
      actual: figureText(locale, outcome),
      promised: figureText(locale, promise),
    })
    return [{ label: t(`outcome.money.${key}.row`), promised: promise.value, actual: outcome.value, text }]
  })
}
