import { useLocale, useTranslations } from 'next-intl'
import { eventEndIn } from '../../lib/follow-up/missing.ts'
import { anchorOf } from '../../lib/follow-up/view.ts'
import { formatDate, formatPeriod, formatYears } from '../../lib/format.ts'
import { fundShort } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { useReader } from '../source/reader.ts'
import { noteId, SourceButton } from '../source/SourceButton.tsx'
import { valueText } from '../source/value.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { disagreementsIn } from './differing.ts'

export function ProjectHead({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  const { fund, period } = project.derived
  const kicker = [
    t('kicker', { number: project.number }),
    fund && fundShort(locale, fund),
    period && formatYears(period),
  ]
  return (
    <PageHead kicker={kicker.filter(Boolean).join(' · ')} title={project.name} titleLang="sv">
      <Owner project={project} />
      <WhereAndWhen project={project} />
      <DifferLink project={project} />
    </PageHead>
  )
}

function Owner({ project: { owner, ownerUnit } }: { project: ProjectView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  if (!owner) return null
  return (
    <p className="mt-5 text-lead">
      {t('owner')}{' '}
      <a lang="sv" href={pathOf(locale, { page: 'organisations', slug: owner.slug })}>
        {owner.name}
      </a>
      {ownerUnit && <span lang="sv">, {ownerUnit}</span>}
    </p>
  )
}

function WhereAndWhen({ project: { fields, followUp } }: { project: ProjectView }) {
  const reader = useReader()
  const region = valueText('region', 'code', fields.region, reader)
  const [start, end] = [fields.startDate.value, fields.endDate.value]
  const period = formatPeriod(reader.locale, asText(start), asText(end))
  const told = eventEndIn(followUp.followUps)
  const isOther = told !== null && told.on !== end
  if (!(region || period || isOther)) return null
  return (
    <p className="mt-2">
      {region && (
        <SourceButton field={fields.region} target={noteId('region')}>
          {region}
        </SourceButton>
      )}
      {region && period && <span className="px-2 text-muted">·</span>}
      {period && (
        <SourceButton
          field={start ? fields.startDate : fields.endDate}
          target={noteId(start ? 'startDate' : 'endDate')}
        >
          {period}
        </SourceButton>
      )}
      {isOther && <ToldEnd on={told.on} followUp={told.followUp} />}
    </p>
  )
}

/** The end that an event gives, where the page says another or none: lists and sums go by it. */
function ToldEnd({ on, followUp }: { on: string; followUp: number }) {
  const t = useTranslations('project')
  const locale = useLocale()
  return (
    <span className="block text-small">
      <a href={`#${anchorOf(followUp)}`}>{t('toldEnd', { day: formatDate(locale, on) })}</a>
    </span>
  )
}

const asText = (value: unknown) => (typeof value === 'string' ? value : null)

function DifferLink({ project }: { project: ProjectView }) {
  const t = useTranslations('projects')
  const { fields, outcomes } = disagreementsIn(project)
  const count = fields.length + outcomes.length
  if (count === 0) return null
  return (
    <p className="mt-4 text-small">
      <span aria-hidden="true" className="me-1.5 font-bold text-differ">
        ≠
      </span>
      <a href="#olika">{t('disagreementCount', { count })}</a>
    </p>
  )
}
