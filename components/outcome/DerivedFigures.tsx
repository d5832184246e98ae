import type { ReactNode } from 'react'
import { type DerivedFigure, derivedFigures, type Operand } from '../../lib/follow-up/derived.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { formatDate, formatKronor } from '../../lib/format.ts'
import { useWords, type Words } from '../history/words.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { figureText, shareText } from './figure-text.ts'
import { Part } from './Part.tsx'
import { figureId, type Place } from './place.ts'

type Props = { view: OutcomesView; place: Place }

/** What follows from the figures and no source says: each with how it is worked out, and of which figures. */
export function DerivedFigures({ view, place }: Props) {
  const { t } = useWords()
  const figures = derivedFigures((measure) => view.outcomes[measure])
  if (figures.length === 0) return null
  return (
    <Part title={t('outcome.derived.title')} place={place}>
      <FactList>
        {figures.map((figure) => (
          <Derived key={figure.kind} figure={figure} view={view} place={place} />
        ))}
      </FactList>
    </Part>
  )
}

function Derived({ figure, view, place }: Props & { figure: DerivedFigure }) {
  const words = useWords()
  const { t } = words
  const { kind, of, by, isDisputed, isRough, hasOtherDays } = figure
  const link = (operand: Operand) => (words: ReactNode) => (
    <a href={`#${figureId(operand.measure, place)}`}>{words}</a>
  )
  const reservations = [
    isDisputed && t('outcome.derived.disputed'),
    isRough && t('outcome.derived.rough'),
    hasOtherDays && t('outcome.derived.otherDays'),
  ].filter(Boolean)
  return (
    <Fact label={t(`outcome.derived.${kind}.label`)}>
      <p className="figures">{valueText(figure, words)}</p>
      <p className="text-fine text-muted">
        {t.rich(`outcome.derived.${kind}.formula`, {
          ofValue: withDay(of, view, words),
          byValue: withDay(by, view, words),
          of: link(of),
          by: link(by),
        })}{' '}
        {t(kind === 'costPerParticipant' ? 'outcome.derived.toKronor' : 'outcome.derived.toPercent')}
      </p>
      {kind === 'supportUsed' && <Recovered view={view} place={place} />}
      {reservations.length > 0 && <p className="text-differ text-fine">{reservations.join(' ')}</p>}
    </Fact>
  )
}

/** What had to be paid back of the support: nothing tells whether the costs are counted with it or without. */
function Recovered({ view: { outcomes }, place }: Props) {
  const { t, locale } = useWords()
  const recovered = outcomes['recovered.total']
  if (!recovered || recovered.value <= 0) return null
  return (
    <p className="text-fine text-muted">
      {t.rich('outcome.derived.recovered', {
        value: figureText(locale, recovered),
        of: (words) => <a href={`#${figureId(recovered.measure, place)}`}>{words}</a>,
      })}
    </p>
  )
}

const valueText = ({ kind, value }: DerivedFigure, words: Words): string =>
  kind === 'costPerParticipant' ? formatKronor(words.locale, Math.round(value)) : shareText(value, words)

/** A figure with its day; a promise holds for the whole project. */
function withDay({ measure }: Operand, { outcomes }: OutcomesView, { t, locale }: Words): string {
  const outcome = outcomes[measure]
  if (!outcome) return ''
  const text = figureText(locale, outcome)
  const isPromise = ['budget', 'support', 'planned.total'].includes(measure)
  if (isPromise || !outcome.asOf) return text
  const day = formatDate(locale, outcome.asOf)
  return `${text} (${t(outcome.source.kind === 'page' ? 'outcome.pageDay' : 'outcome.day', { day })})`
}
