import { useTranslations } from 'next-intl'
import type { DecisionView } from '../../lib/projects/view.ts'
import { Documents } from '../project/Documents.tsx'
import { Warnings } from '../project/Warnings.tsx'
import { Section } from '../ui/Section.tsx'
import { DecisionHead } from './DecisionHead.tsx'
import { ItemEntry } from './ItemEntry.tsx'

/** A decision: who decided what, on which day, and every entry as the source has it. */
export function DecisionDetails({ decision }: { decision: DecisionView }) {
  const t = useTranslations()
  return (
    <article>
      <DecisionHead decision={decision} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-[minmax(0,1fr)_17.5rem]">
        <div className="min-w-0">
          <Section
            id="poster"
            title={t('decision.items')}
            aside={t('decisions.items', { count: decision.items.length })}
          >
            {decision.items.length === 0 && <p className="text-muted">{t('decision.noItems')}</p>}
            <ol className="divide-y divide-line">
              {decision.items.map((item) => (
                <ItemEntry key={item.id} item={item} documents={decision.documents} />
              ))}
            </ol>
          </Section>
          <Warnings warnings={decision.warnings} documents={decision.documents} />
        </div>
        <aside>
          <Documents documents={decision.documents} />
        </aside>
      </div>
    </article>
  )
}
