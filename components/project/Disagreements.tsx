import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isPromise } from '../../lib/follow-up/measures.ts'
import type { FigureView, OutcomesView, OutcomeView } from '../../lib/follow-up/view.ts'
import { pathOf } from '../../lib/paths.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'
import { useWords } from '../history/words.ts'
import { figureText, measureLabel } from '../outcome/figure-text.ts'
import { figureId, sourceHref } from '../outcome/place.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { noteId, SourceButton } from '../source/SourceButton.tsx'
import { useValueText } from '../source/SourcedValue.tsx'
import { valueText } from '../source/value.ts'
import { Section } from '../ui/Section.tsx'
import { disagreementsIn } from './differing.ts'

/** Every field and every outcome that sources say different things of, in one place. */
export function Disagreements({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  const { fields, outcomes } = disagreementsIn(project)
  const count = fields.length + outcomes.length
  if (count === 0) return null
  return (
    <Section id="olika" title={t('differ')}>
      <p className="mb-4 max-w-text text-muted text-small">
        {t('differNote', { count })}{' '}
        <a href={`${pathOf(locale, { page: 'about' })}#metod`}>{t('differRule')}</a>
      </p>
      <ul className="divide-y divide-line border-line border-y">
        {fields.map((field) => (
          <Disagreement key={field.key} field={field} period={project.derived.period} />
        ))}
        {outcomes.map((outcome) => (
          <OutcomeDisagreement key={outcome.measure} outcome={outcome} view={project.followUp} />
        ))}
      </ul>
    </Section>
  )
}

function Disagreement({ field, period }: { field: FieldView; period: string | null }) {
  const labelOf = useFieldLabel()
  const reader = useReader(period)
  const shown = useValueText(field, period)
  const others = field.rivals.map((rival) => valueText(field.key, field.type, rival, reader) ?? rival.words)
  return (
    <Differing
      label={labelOf(field.key)}
      shown={
        <SourceButton field={{ ...field, rivals: [] }} target={noteId(field.key)}>
          <span className="line-clamp-3">{shown}</span>
        </SourceButton>
      }
      others={others}
    />
  )
}

/** Figures of one day that reports tell differently, with the way to where they stand with their sources. */
function OutcomeDisagreement({ outcome, view }: { outcome: OutcomeView; view: OutcomesView }) {
  const words = useWords()
  const { measure, source, rivals } = outcome
  // A promise stands beside its outcome, where there is one.
  const href = isPromise(measure) ? sourceHref(source) : `#${figureId(measure, {})}`
  const figureIn = (figure: FigureView) => figureText(words.locale, figure)
  return (
    <Differing
      label={measureLabel(measure, view.rows, words)}
      shown={
        <a href={href} className="inline-block py-0.5">
          {figureIn(outcome)}
        </a>
      }
      others={rivals.map(figureIn)}
    />
  )
}

type DifferingProps = { label: string; shown: ReactNode; others: readonly string[] }

function Differing({ label, shown, others }: DifferingProps) {
  const t = useTranslations('project')
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(8rem,13rem)_1fr_1fr]">
      <p className="text-muted text-small leading-[1.7]">{label}</p>
      <p className="min-w-0">
        <span className="block text-fine text-muted">{t('shown')}</span>
        {shown}
      </p>
      <p className="min-w-0">
        <span className="block text-fine text-muted">{t('otherSays')}</span>
        <span className="line-clamp-3">{[...new Set(others)].join(' · ')}</span>
      </p>
    </li>
  )
}
