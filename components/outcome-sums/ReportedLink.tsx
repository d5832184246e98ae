import type { Summed } from '../../lib/follow-up/sums.ts'
import type { ProjectQuery } from '../../lib/projects/search/types.ts'
import { useWords } from '../history/words.ts'
import { projectsHref } from '../projects/address.ts'
import { thatReported } from './behind.ts'

/** Projects that a sum is of: what they have reported, and the search that lists their group. */
export type Reporting = {
  summed: Summed
  behind: ProjectQuery
  /** What the group is called, where a page has several. */
  group?: string
}

type Props = { of: string; reporting: Reporting }

/** How many projects a sum is of, with the way to exactly them. Whoever hears the link alone hears of what it is. */
export function ReportedLink({ of, reporting: { summed, behind, group } }: Props) {
  const { t, locale } = useWords()
  const have = t(`outcomeSums.have.${summed}`)
  return (
    <a href={projectsHref(thatReported(behind, summed), locale)} className="inline-block py-1">
      {of}
      <span className="sr-only"> {group === undefined ? have : `${have}: ${group}`}</span>
    </a>
  )
}
