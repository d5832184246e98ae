import { indicatorOf } from '../../lib/follow-up/indicators.ts'
import { GROUPINGS, type IndicatorSum, type OutcomeOverview } from '../../lib/follow-up/sums.ts'
import { EVERYTHING } from '../../lib/projects/search/links.ts'
import { useWords } from '../history/words.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { Coverage } from './Coverage.tsx'
import { GroupTable } from './GroupTable.tsx'
import { SumHeads, SumRow, SumTable } from './SumTable.tsx'

/** What all projects promised and what came of it, and by region, programme area and objective, always with coverage. */
export function OutcomesView({ overview: { all, by, indicators } }: { overview: OutcomeOverview }) {
  const { t } = useWords()
  const isEmpty = Object.values(all.sums).every(({ reported }) => reported.projects === 0)
  return (
    <>
      <PageHead title={t('outcomeSums.title')}>
        <p className="mt-4 max-w-text text-lead">{t('outcomeSums.lead')}</p>
      </PageHead>
      <Section id="alla" title={t('outcomeSums.all')}>
        <Coverage group={all} />
        {isEmpty ? (
          <p className="text-muted">{t('outcomeSums.none')}</p>
        ) : (
          <SumTable title={t('outcomeSums.all')} group={all} behind={EVERYTHING} />
        )}
        <p className="mt-4 max-w-text text-muted text-small">{t('outcomeSums.how')}</p>
      </Section>
      {!isEmpty &&
        GROUPINGS.map((grouping) => <GroupTable key={grouping} by={grouping} groups={by[grouping]} />)}
      {indicators.length > 0 && <Indicators indicators={indicators} />}
    </>
  )
}

function Indicators({ indicators }: { indicators: readonly IndicatorSum[] }) {
  const { t, locale } = useWords()
  const title = t('outcomeSums.indicators')
  const heads = [
    t('outcomeSums.head.target'),
    t('outcomeSums.head.actual'),
    t('outcomeSums.comparedHead'),
  ] as const
  return (
    <Section id="indikatorer" title={title}>
      <table className="stacks table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('outcomeSums.head.indicator')}</th>
            <SumHeads heads={heads} />
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, projects, sum }) => (
            <SumRow
              key={code}
              heads={heads}
              name={`${code} ${indicatorOf(code)?.name[locale] ?? ''}`}
              kind="number"
              sum={sum}
              all={projects}
              among="indicator"
            />
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-muted text-small">{t('outcomeSums.indicatorsNote')}</p>
    </Section>
  )
}
