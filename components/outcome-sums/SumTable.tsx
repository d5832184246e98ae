import { type OutcomeGroup, type Part, SUMMED, type Sum } from '../../lib/follow-up/sums.ts'
import type { ProjectQuery } from '../../lib/projects/search/types.ts'
import { useWords } from '../history/words.ts'
import { ReportedLink, type Reporting } from './ReportedLink.tsx'
import { type Among, comparedText, kindOf, partText, type SumKind } from './values.ts'

type Props = {
  title: string
  group: OutcomeGroup
  /** The search that lists the projects of the group, where there is one. */
  behind: ProjectQuery | null
}

/** Promise and outcome of one group of projects, a row for each thing that is summed of it. */
export function SumTable({ title, group, behind }: Props) {
  const { t } = useWords()
  const { projects, sums } = group
  const heads = [
    t('outcomeSums.promisedHead'),
    t('outcomeSums.reportedHead'),
    t('outcomeSums.comparedHead'),
  ] as const
  const shown = SUMMED.filter((summed) => sums[summed].promised.projects + sums[summed].reported.projects > 0)
  return (
    <table className="stacks table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <td />
          <SumHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {shown.map((summed) => (
          <SumRow
            key={summed}
            heads={heads}
            name={t(`outcomeSums.what.${summed}`)}
            kind={kindOf(summed)}
            sum={sums[summed]}
            all={projects}
            {...(behind && { reporting: { summed, behind } })}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Promised, reported, compared, as a table calls them. */
type Heads = readonly [promised: string, reported: string, compared: string]

export const SumHeads = ({ heads: [promised, reported, compared] }: { heads: Heads }) => (
  <>
    <th scope="col" className="number">
      {promised}
    </th>
    <th scope="col" className="number">
      {reported}
    </th>
    <th scope="col">{compared}</th>
  </>
)

type RowProps = {
  heads: Heads
  name: string
  kind: SumKind
  sum: Sum
  /** How many projects there are to report, and of which kind. */
  all: number
  among?: Among
  reporting?: Reporting
}

/** One thing promised and reported, each with its coverage. */
export function SumRow({ heads: [promised, reported, compared], name, sum, reporting, ...row }: RowProps) {
  const words = useWords()
  return (
    <tr>
      <th scope="row">{name}</th>
      <SumCell head={promised} part={sum.promised} {...row} />
      <SumCell head={reported} part={sum.reported} {...row} {...(reporting && { reporting })} />
      <td data-label={compared}>{comparedText(row.kind, sum, words)}</td>
    </tr>
  )
}

type CellProps = Omit<RowProps, 'heads' | 'name' | 'sum'> & { head: string; part: Part }

function SumCell({ head, kind, part, all, among, reporting }: CellProps) {
  const { value, of } = partText(kind, part, all, useWords(), among)
  return (
    <td className="number" data-label={head}>
      <div>
        {value !== null && <span className="figures block">{value}</span>}
        <span className="text-fine text-muted">
          {reporting && value !== null ? <ReportedLink of={of} reporting={reporting} /> : of}
        </span>
      </div>
    </td>
  )
}
