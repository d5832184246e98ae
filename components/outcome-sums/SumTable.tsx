import { type OutcomeGroup, type Part, SUMMED, type Sum } from '../../lib/follow-up/sums.ts'
import { useWords } from '../history/words.ts'
import { comparedText, kindOf, partText, type SumKind } from './values.ts'

type Props = { title: string; group: OutcomeGroup }

/** Promise and outcome of one group of projects, a row for each thing that is summed of it. */
export function SumTable({ title, group }: Props) {
  const { t } = useWords()
  const { projects, sums } = group
  const shown = SUMMED.filter((summed) => sums[summed].promised.projects + sums[summed].reported.projects > 0)
  return (
    <table className="stacks table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {t('outcomeSums.promisedHead')}
          </th>
          <th scope="col" className="number">
            {t('outcomeSums.reportedHead')}
          </th>
          <th scope="col">{t('outcomeSums.comparedHead')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((summed) => (
          <SumRow
            key={summed}
            name={t(`outcomeSums.what.${summed}`)}
            kind={kindOf(summed)}
            sum={sums[summed]}
            all={projects}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { name: string; kind: SumKind; sum: Sum; all: number }

/** One thing promised and reported, each with its coverage. */
export function SumRow({ name, kind, sum, all }: RowProps) {
  const words = useWords()
  const { t } = words
  return (
    <tr>
      <th scope="row">{name}</th>
      <SumCell head={t('outcomeSums.promisedHead')} kind={kind} part={sum.promised} all={all} />
      <SumCell head={t('outcomeSums.reportedHead')} kind={kind} part={sum.reported} all={all} />
      <td data-label={t('outcomeSums.comparedHead')}>{comparedText(kind, sum, words)}</td>
    </tr>
  )
}

type CellProps = { head: string; kind: RowProps['kind']; part: Part; all: number }

function SumCell({ head, kind, part, all }: CellProps) {
  const { value, of } = partText(kind, part, all, useWords())
  return (
    <td className="number" data-label={head}>
      {value !== null && <span className="figures block">{value}</span>}
      <span className="text-fine text-muted">{of}</span>
    </td>
  )
}
