import type { Grouping, OutcomeGroup, Summed } from '../../lib/follow-up/sums.ts'
import { formatNumber } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { projectsHref } from '../projects/address.ts'
import { Section } from '../ui/Section.tsx'
import { projectsBehind } from './behind.ts'
import { groupName } from './names.ts'
import { ReportedLink } from './ReportedLink.tsx'
import { comparedText, kindOf, partText } from './values.ts'

const COLUMNS = ['budget', 'support', 'people'] as const satisfies Summed[]

type Props = { by: Grouping; groups: readonly OutcomeGroup[] }

/** Groups of projects side by side: what was reported of each, by how many, and how it stands to what they promised. */
export function GroupTable({ by, groups }: Props) {
  const words = useWords()
  const { t, locale } = words
  const title = t(`outcomeSums.by.${by}`)
  return (
    <Section id={`efter-${by}`} title={title}>
      <table className="stacks table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`outcomeSums.head.${by}`)}</th>
            <th scope="col" className="number">
              {t('outcomeSums.head.projects')}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`outcomeSums.head.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.period} ${group.code}`}>
              <th scope="row">
                <GroupName by={by} group={group} />
              </th>
              <td className="figures number" data-label={t('outcomeSums.head.projects')}>
                {formatNumber(locale, group.projects)}
              </td>
              {COLUMNS.map((column) => (
                <GroupCell key={column} by={by} column={column} group={group} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** What a group is called, with the way to its projects. */
function GroupName({ by, group }: { by: Grouping; group: OutcomeGroup }) {
  const words = useWords()
  const name = groupName(by, group, words)
  const projects = projectsBehind(by, group)
  return projects ? <a href={projectsHref(projects, words.locale)}>{name}</a> : name
}

type CellProps = { by: Grouping; column: (typeof COLUMNS)[number]; group: OutcomeGroup }

function GroupCell({ by, column, group }: CellProps) {
  const words = useWords()
  const sum = group.sums[column]
  const { value, of } = partText(kindOf(column), sum.reported, group.projects, words)
  const behind = projectsBehind(by, group)
  return (
    <td className="number" data-label={words.t(`outcomeSums.head.${column}`)}>
      <div>
        {value !== null && <span className="figures block">{value}</span>}
        <span className="block text-fine text-muted">
          {behind && value !== null ? (
            <ReportedLink
              of={of}
              reporting={{ summed: column, behind, group: groupName(by, group, words) }}
            />
          ) : (
            of
          )}
        </span>
        {sum.compared.projects > 0 && (
          <span className="block whitespace-normal text-fine text-muted">
            {comparedText(kindOf(column), sum, words)}
          </span>
        )}
      </div>
    </td>
  )
}
