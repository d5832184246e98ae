import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatYears } from '../../lib/format.ts'
import { fundName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectField } from '../../lib/projects/fields.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { useFieldLabel } from '../source/reader.ts'
import { SourcedValue } from '../source/SourcedValue.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { Section } from '../ui/Section.tsx'
import { FACT_GROUPS } from './fact-groups.ts'
import { isToldByFollowUps } from './told.ts'

type Props = { project: ProjectView }

/** Every field that a source has, and the names of those that none has. */
export function Facts({ project }: Props) {
  const t = useTranslations('project')
  return (
    <Section id="uppgifter" title={t('facts')}>
      <div className="grid gap-9">
        {FACT_GROUPS.map(({ title, keys }) => (
          <FactGroup key={title} title={t(title)} keys={keys} project={project} />
        ))}
        <Absent project={project} />
      </div>
    </Section>
  )
}

type GroupProps = Props & { title: string; keys: readonly ProjectField[] }

function FactGroup({ title, keys, project }: GroupProps) {
  const rows = keys.filter((key) => !isAbsent(project, key))
  if (rows.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 text-h3">{title}</h3>
      <FactList>
        {rows.map((key) => (
          <FieldFact key={key} name={key} project={project} />
        ))}
      </FactList>
    </div>
  )
}

function FieldFact({ name, project }: Props & { name: ProjectField }) {
  const labelOf = useFieldLabel()
  const field = project.fields[name]
  const derived = useDerived(project, name)
  return (
    <Fact label={labelOf(name)}>
      {field.state === 'absent' && derived}
      {field.state !== 'absent' && (
        <SourcedValue
          field={field}
          period={project.derived.period}
          link={name === 'owner' && <OwnerLink project={project} />}
        />
      )}
    </Fact>
  )
}

function OwnerLink({ project: { owner, ownerUnit } }: Props): ReactNode {
  const locale = useLocale()
  if (!owner) return null
  return (
    <span lang="sv">
      <a href={pathOf(locale, { page: 'organisations', slug: owner.slug })}>{owner.name}</a>
      {ownerUnit && `, ${ownerUnit}`}
    </span>
  )
}

/** A fund or a period that no source states but that follows from what they do state, with what it follows from. */
function useDerived({ derived }: ProjectView, name: ProjectField): string | null {
  const t = useTranslations()
  const locale = useLocale()
  const [value, ground] =
    name === 'fund'
      ? [derived.fund && fundName(locale, derived.fund), derived.fundBy]
      : [derived.period && formatYears(derived.period), derived.periodBy]
  if (!value || !ground || ground === 'source') return value
  return t('project.grounded', { value, ground: t(`ground.${ground}`) })
}

const isAbsent = ({ fields, derived }: ProjectView, key: ProjectField) =>
  fields[key].state === 'absent' &&
  !(key === 'fund' && derived.fund) &&
  !(key === 'programmingPeriod' && derived.period)

/** Absent is told apart from empty: here are the fields that no source has, and no follow-up either. */
function Absent({ project }: Props) {
  const t = useTranslations('project')
  const labelOf = useFieldLabel()
  const keys = FACT_GROUPS.flatMap((group) => group.keys).filter(
    (key) => isAbsent(project, key) && !isToldByFollowUps(project.followUp, key),
  )
  if (keys.length === 0) return null
  return (
    <div className="text-muted text-small">
      <h3 className="mb-1 font-sans font-semibold text-small tracking-normal">{t('absentTitle')}</h3>
      <p>{keys.map(labelOf).join(', ')}</p>
    </div>
  )
}
