import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatKronor } from '../../lib/format.ts'
import { fundName, regionName } from '../../lib/i18n/codes.ts'
import type { DecisionView } from '../../lib/projects/view.ts'
import { SourcedValue } from '../source/SourcedValue.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { sumsOf } from './sums.ts'

export function DecisionHead({ decision }: { decision: DecisionView }) {
  const t = useTranslations('decision')
  const locale = useLocale()
  const date = decision.fields.find(({ key }) => key === 'decisionDate')
  return (
    <PageHead kicker={t('kicker')} title={decision.heading} titleLang="sv">
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
          {decision.fund && <Fact label={t('fund')}>{fundName(locale, decision.fund)}</Fact>}
          {decision.partnership && (
            <Fact label={t('partnership')}>
              <span lang="sv">{decision.partnership}</span>
            </Fact>
          )}
          {decision.region && <Fact label={t('region')}>{regionName(locale, decision.region)}</Fact>}
          {decision.county && <Fact label={t('county')}>{decision.county}</Fact>}
          {decision.publisher && (
            <Fact label={t('publisher')}>
              <span lang="sv">{decision.publisher}</span>
            </Fact>
          )}
          <SumsFact decision={decision} />
        </FactList>
      </div>
    </PageHead>
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
