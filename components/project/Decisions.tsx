import { useTranslations } from 'next-intl'
import type { ProjectView } from '../../lib/projects/view.ts'
import { DecisionLink } from '../decisions/DecisionLink.tsx'
import { ItemAmount } from '../decisions/ItemAmount.tsx'
import { Partners } from '../decisions/Partners.tsx'
import { Section } from '../ui/Section.tsx'

type Item = ProjectView['items'][number]

/** The entries on decision lists that led here. */
export function Decisions({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  return (
    <Section id="beslut" title={t('decisions')}>
      {project.items.length === 0 && <p className="text-muted">{t('decisionsNone')}</p>}
      <ul className="grid gap-6">
        {project.items.map((item) => (
          <DecidedItem key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function DecidedItem({ item }: { item: Item }) {
  const t = useTranslations('project')
  return (
    <li className="grid gap-2 border-accent border-s-3 ps-4">
      <p className="font-semibold">
        <DecisionLink decision={item.decision} item={item.id} />
      </p>
      {item.rejected && <p className="font-semibold text-differ text-small">{t('rejected')}</p>}
      <ItemAmount item={item} />
      <Partners item={item} />
      {item.linkedBy && (
        <p className="text-fine text-muted">
          {t('linkedBy', { reason: t(item.linkedBy === 'number' ? 'linkedByNumber' : 'linkedByName') })}
        </p>
      )}
    </li>
  )
}
