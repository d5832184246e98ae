import { useTranslations } from 'next-intl'
import type { OrganisationView } from '../../lib/projects/view.ts'
import { OwnerOutcomes } from '../outcome-sums/OwnerOutcomes.tsx'
import { OrganisationFigures } from './OrganisationFigures.tsx'
import { OrganisationHead } from './OrganisationHead.tsx'
import { OrganisationNames } from './OrganisationNames.tsx'
import { OwnedProjects } from './OwnedProjects.tsx'
import { RoleItems } from './RoleItems.tsx'

/** An organisation with everything that it does in the registry, and every name it goes by. */
export function OrganisationDetails({ organisation }: { organisation: OrganisationView }) {
  const t = useTranslations('organisation')
  const { projects, items } = organisation
  return (
    <article>
      <OrganisationHead organisation={organisation} />
      <OrganisationFigures organisation={organisation} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-[minmax(0,1fr)_17.5rem]">
        <div className="min-w-0">
          {projects.length + items.length === 0 && <p>{t('none')}</p>}
          <OwnedProjects organisation={organisation} />
          <OwnerOutcomes organisation={organisation} />
          <RoleItems organisation={organisation} kind="APPLICANT" />
          <RoleItems organisation={organisation} kind="PARTNER" />
        </div>
        <OrganisationNames organisation={organisation} />
      </div>
    </article>
  )
}
