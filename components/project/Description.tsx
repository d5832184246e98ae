import { useTranslations } from 'next-intl'
import type { ProjectView } from '../../lib/projects/view.ts'
import { noteId, SourceSign } from '../source/SourceButton.tsx'
import { SourceNote } from '../source/SourceNote.tsx'
import { Section } from '../ui/Section.tsx'
import { Blocks } from './Blocks.tsx'

export function Description({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const field = project.fields.description
  const target = noteId('description')
  if (project.description.length === 0) return null
  return (
    <Section
      id="beskrivning"
      title={t('descriptionTitle')}
      aside={
        <span className="text-muted">
          {t('descriptionSource')} <SourceSign field={field} target={target} />
        </span>
      }
    >
      <SourceNote field={field} id={target} />
      <Blocks blocks={project.description} />
    </Section>
  )
}
