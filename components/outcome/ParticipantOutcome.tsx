import { GENDERS, type Gender, measureKey } from '../../lib/follow-up/measures.ts'
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

const keyOf = (name: 'planned' | 'reached', part: Gender, row: string | null) =>
  measureKey({ name, part, row })
const keysOf = (name: 'planned' | 'reached', row: string | null) =>
  GENDERS.map((part) => keyOf(name, part, row))

/** Participants planned beside those reached: all, by gender, and by group. Nothing where nobody has reported any. */
export function ParticipantOutcome({ view, place }: Props) {
  const words = useWords()
  const { t } = words
  const groups: (OutcomeRow | null)[] = [null, ...view.rows.filter(({ kind }) => kind === 'group')]
  const reached = groups.flatMap((group) => keysOf('reached', group?.key ?? null))
  const planned = groups.flatMap((group) => keysOf('planned', group?.key ?? null))
  const isPlannedOnly = !reached.some((measure) => view.outcomes[measure])
  if (isPlannedOnly && !planned.some((measure) => view.outcomes[measure]?.source.kind === 'followUp'))
    return null
  const how = { place, showDay: commonDay(view, reached) === null }
  const title = t('outcome.participants.title')
  return (
    <Part title={title} place={place}>
      <DayLine day={commonDay(view, reached)} />
      <PairBars pairs={pairsOf(view, words)} legend={t('outcome.participants.legend')} />
      <FiguresTable
        caption={title}
        first={t('outcome.head.participants')}
        heads={[t('outcome.head.planned'), t('outcome.head.reached'), t('outcome.head.shareOfPlanned')]}
        rows={groups.flatMap((group) => rowsOf(group, view, how, words))}
      />
      <OtherFigures measures={[...planned, ...reached]} view={view} what={title} />
    </Part>
  )
}

type How = { place: Place; showDay: boolean }

function rowsOf(
  group: OutcomeRow | null,
  view: OutcomesView,
  { place, showDay }: How,
  { t, locale }: Words,
): FiguresRow[] {
  const name = group === null ? t('outcome.participants.everybody') : rowName(group, locale)
  return GENDERS.flatMap((gender): FiguresRow[] => {
    const row = group?.key ?? null
    const [ofPlanned, ofReached] = [keyOf('planned', gender, row), keyOf('reached', gender, row)]
    const [planned, reached] = [view.outcomes[ofPlanned], view.outcomes[ofReached]]
    // The whole is the row that its parts stand under, whether somebody says it or not.
    if (!planned && !reached && gender !== 'total') return []
    return [
      {
        key: `${group?.key ?? ''}-${gender}`,
        label:
          gender === 'total' ? (
            <span lang={group ? 'sv' : undefined}>{name}</span>
          ) : (
            <>
              <span className="sr-only">{name}, </span>
              <span className="inline-block first-letter:uppercase">{t(`followUp.part.${gender}`)}</span>
            </>
          ),
        isPart: gender !== 'total',
        cells: [
          planned && <FigureValue key="planned" measure={ofPlanned} view={view} place={place} />,
          <FigureValue
            key="reached"
            measure={ofReached}
            view={view}
            place={place}
            showDay={showDay}
            isMain
          />,
          reached && planned && <Share key="share" actual={reached} promised={planned} />,
        ],
      },
    ]
  })
}

/** Everybody, and each gender, of which somebody has told how many were reached. */
function pairsOf({ outcomes }: OutcomesView, { t, locale }: Words): Pair[] {
  return GENDERS.flatMap((gender): Pair[] => {
    const [planned, reached] = [
      outcomes[keyOf('planned', gender, null)],
      outcomes[keyOf('reached', gender, null)],
    ]
    if (!reached) return []
    const actual = figureText(locale, reached)
    return [
      {
        label: gender === 'total' ? t('outcome.participants.everybody') : t(`followUp.part.${gender}`),
        promised: planned?.value ?? null,
        actual: reached.value,
        text: planned ? t('outcome.of', { actual, promised: figureText(locale, planned) }) : actual,
      },
    ]
  })
}
