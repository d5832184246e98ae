import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatKronor } from '../../lib/format.ts'
import type { DecisionView, FieldView } from '../../lib/projects/view.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { SourcedValue } from '../source/SourcedValue.tsx'
import { valueText } from '../source/value.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ByHandNote } from './ByHandNote.tsx'
import { sumsOf } from './sums.ts'

export function DecisionHead({ decision }: { decision: DecisionView }) {
  const t = useTranslations('decision')
  const locale = useLocale()
  const labelOf = useFieldLabel()
  const fieldOf = (key: string) =>
    decision.fields.find((field) => field.key === key && field.state !== 'absent')
  const date = fieldOf('decisionDate')
  const heading = fieldOf('heading')
  return (
    <PageHead kicker={t('kicker')} title={decision.heading} titleLang="sv">
      {decision.byHand && (
        <div className="mt-5">
          <ByHandNote byHand={decision.byHand} what="decision" />
        </div>
      )}
      <div className="mt-6 max-w-text">
        <FactList>
          {(date || decision.decidedOn) && (
            <Fact label={t('date')}>
              {date ? <SourcedValue field={date} /> : formatDate(locale, decision.decidedOn ?? '')}
              {decision.statedOn && decision.statedOn !== decision.decidedOn && (
                <p className="text-differ text-small">
                  {t('statedOn', { date: formatDate(locale, decision.statedOn) })}
                </p>
              )}
            </Fact>
          )}
          <OwnFact field={fieldOf('fund')} label={t('fund')} />
          <OwnFact field={fieldOf('partnership')} label={t('partnership')} />
          <OwnFact field={fieldOf('region')} label={t('region')} />
          <OwnFact field={fieldOf('county')} label={t('county')} />
          <OwnFact field={fieldOf('publisher')} label={t('publisher')} />
          {heading?.correction && !decision.byHand && <OwnFact field={heading} label={labelOf('heading')} />}
          <SumsFact decision={decision} />
        </FactList>
      </div>
    </PageHead>
  )
}

/** A field of the decision itself, with its words and its correction where it has any. */
function OwnFact({ field, label }: { field: FieldView | undefined; label: string }) {
  const reader = useReader()
  if (!field) return null
  const isSourced = field.shown !== null || field.correction !== null || field.rivals.length > 0
  return (
    <Fact label={label}>
      {isSourced ? <SourcedValue field={field} /> : valueText(field.key, field.type, field, reader)}
    </Fact>
  )
}

function SumsFact({ decision }: { decision: DecisionView }) {
  const t = useTranslations()
  const locale = useLocale()
  const sums = sumsOf(decision.items)
  if (sums.length === 0) return null
  return (
    <Fact label={t('decision.sums')}>
      <ul className="figures">
        {sums.map(({ kind, kronor, count, precision }) => (
          <li key={kind}>
            {t('decision.sumOf', {
              kind: t(`amountKind.${kind}`),
              sum: formatKronor(locale, kronor, { precision }),
              count,
            })}
          </li>
        ))}
      </ul>
    </Fact>
  )
}
