import { pathOf } from '../../lib/paths.ts'
import type { OrganisationView } from '../../lib/projects/view.ts'
import { useWords } from '../history/words.ts'
import { Section } from '../ui/Section.tsx'
import { projectsOfOwner } from './behind.ts'
import { Coverage } from './Coverage.tsx'
import { SumTable } from './SumTable.tsx'

/** What the projects that an organisation owns promised and what came of them; nothing where none has reported. */
export function OwnerOutcomes({ organisation }: { organisation: OrganisationView }) {
  const { slug, outcomes: group } = organisation
  const { t, locale } = useWords()
  const isEmpty = Object.values(group.sums).every(({ reported }) => reported.projects === 0)
  if (isEmpty) return null
  const title = t('outcomeSums.organisation')
  return (
    <Section id="utfall" title={title}>
      <Coverage group={group} />
      <SumTable title={title} group={group} behind={projectsOfOwner(slug)} />
      <p className="mt-3 text-small">
        <a href={pathOf(locale, { page: 'outcomes' })} className="inline-block py-0.5">
          {t('outcomeSums.toAll')}
        </a>
      </p>
    </Section>
  )
}
