import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { noteId, SourceButton } from '../source/SourceButton.tsx'
import { useValueText } from '../source/SourcedValue.tsx'
import { valueText } from '../source/value.ts'
import { Section } from '../ui/Section.tsx'

/** Every field that sources say different things of, in one place. */
export function Disagreements({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  const fields = Object.values(project.fields).filter(({ rivals }) => rivals.length > 0)
  if (fields.length === 0) return null
  return (
    <Section id="olika" title={t('differ')}>
      <p className="mb-4 max-w-text text-muted text-small">
        {t('differNote', { count: fields.length })}{' '}
        <a href={`${pathOf(locale, { page: 'about' })}#metod`}>{t('differRule')}</a>
      </p>
      <ul className="divide-y divide-line border-line border-y">
        {fields.map((field) => (
          <Disagreement key={field.key} field={field} period={project.derived.period} />
        ))}
      </ul>
    </Section>
  )
}

function Disagreement({ field, period }: { field: FieldView; period: string | null }) {
  const t = useTranslations('project')
  const labelOf = useFieldLabel()
  const reader = useReader(period)
  const shown = useValueText(field, period)
  const others = field.rivals.map((rival) => valueText(field.key, field.type, rival, reader) ?? rival.words)
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(8rem,13rem)_1fr_1fr]">
      <p className="text-muted text-small leading-[1.7]">{labelOf(field.key)}</p>
      <p className="min-w-0">
        <span className="block text-fine text-muted">{t('shown')}</span>
        <SourceButton field={{ ...field, rivals: [] }} target={noteId(field.key)}>
          <span className="line-clamp-3">{shown}</span>
        </SourceButton>
      </p>
      <p className="min-w-0">
        <span className="block text-fine text-muted">{t('otherSays')}</span>
        <span className="line-clamp-3">{[...new Set(others)].join(' · ')}</span>
      </p>
    </li>
  )
}
