import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { ItemView, OrganisationView } from '../../lib/projects/view.ts'
import { DecisionLink } from '../decisions/DecisionLink.tsx'
import { Section } from '../ui/Section.tsx'
import { EntryAmount } from './EntryAmount.tsx'
import { RoleSums } from './RoleSums.tsx'

type Entry = OrganisationView['items'][number]
type Props = { organisation: OrganisationView; kind: Entry['role'] }

/** Entries on decision lists in which an organisation has a role. */
export function RoleItems({ organisation, kind }: Props) {
  const t = useTranslations('organisation')
  const entries = organisation.items.filter(({ role }) => role === kind)
  if (entries.length === 0) return null
  const isApplicant = kind === 'APPLICANT'
  const isWhole = entries.length === (isApplicant ? organisation.applied : organisation.partner)
  return (
    <Section id={isApplicant ? 'sokande' : 'part'} title={t(isApplicant ? 'asApplicant' : 'asPartner')}>
      {/* A partner's part of an amount is not known, and a sum of some of the entries would mislead. */}
      {isApplicant && isWhole && <RoleSums items={entries.map(({ item }) => item)} />}
      {!isApplicant && <p className="mb-4 text-muted text-small">{t('partnerNote')}</p>}
      <ul className="divide-y divide-line border-line border-b">
        {entries.map((entry) => (
          <RoleItem key={entry.item.id} entry={entry} />
        ))}
      </ul>
      {!isWhole && <p className="mt-4 text-small">{t('itemsListed', { count: entries.length })}</p>}
    </Section>
  )
}

function RoleItem({ entry: { item, role, decision } }: { entry: Entry }) {
  const t = useTranslations('project')
  const locale = useLocale()
  return (
    <li className="grid gap-x-8 gap-y-1.5 py-4 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 content-start gap-1">
        <h3 className="text-h3">
          <a
            lang="sv"
            href={`${pathOf(locale, { page: 'decisions', slug: decision.slug })}#post-${item.id}`}
            className="hyphens-auto"
          >
            {item.name}
          </a>
        </h3>
        <p className="text-small">
          <DecisionLink decision={decision} />
        </p>
        {role === 'PARTNER' && <Applicants item={item} />}
        <ItemProject item={item} />
        {item.rejected && <p className="font-semibold text-differ text-small">{t('rejected')}</p>}
      </div>
      <EntryAmount item={item} />
    </li>
  )
}

function Applicants({ item: { applicants } }: { item: ItemView }) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  if (applicants.length === 0) return null
  return (
    <p className="text-small">
      <span className="text-muted">{t('applicants')}: </span>
      {applicants.map(({ slug, name }, at) => (
        <span key={name} lang="sv">
          {at > 0 && ', '}
          {slug ? <a href={pathOf(locale, { page: 'organisations', slug })}>{name}</a> : name}
        </span>
      ))}
    </p>
  )
}

function ItemProject({ item: { project } }: { item: ItemView }) {
  const t = useTranslations('organisation')
  const locale = useLocale()
  if (!project) return null
  return (
    <p className="text-small">
      <span className="text-muted">{t('itemProject')}: </span>
      <a lang="sv" href={pathOf(locale, { page: 'projects', slug: project.slug })}>
        {project.name} ({project.number})
      </a>
    </p>
  )
}
