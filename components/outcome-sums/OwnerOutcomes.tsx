import type { OutcomeGroup } from '../../lib/follow-up/sums.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { Section } from '../ui/Section.tsx'
import { Coverage } from './Coverage.tsx'
import { SumTable } from './SumTable.tsx'

/** What the projects that an organisation owns promised and what came of them; nothing where none has reported. */
export function OwnerOutcomes({ group }: { group: OutcomeGroup }) {
  const { t, locale } = useWords()
  const isEmpty = Object.values(group.sums).every(({ reported }) => reported.projects === 0)
  if (isEmpty) return null
  const title = t('outcomeSums.organisation')
  return (
    <Section id="utfall" title={title}>
      <Coverage group={group} />
      <SumTable title={title} group={group} />
      <p className="mt-3 text-small">
        <a href={pathOf(locale, { page: 'outcomes' })} className="inline-block py-0.5">
          {t('outcomeSums.toAll')}
        </a>
      </p>
    </Section>
  )
}
