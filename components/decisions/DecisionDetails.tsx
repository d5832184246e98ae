import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionView } from '../../lib/projects/view.ts'
import { HistoryLink } from '../history/HistoryLink.tsx'
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
                <ItemEntry
                  key={item.id}
                  item={item}
                  documents={decision.documents}
                  ofDecision={decision.byHand}
                  followUp={decision.followUps[item.id]}
                />
              ))}
            </ol>
            <AddEntries slug={decision.slug} />
          </Section>
          <Warnings warnings={decision.warnings} documents={decision.documents} />
        </div>
        <aside className="grid content-start gap-12">
          <Documents documents={decision.documents} />
          <HistoryLink of="decisions" slug={decision.slug} name={decision.heading} />
        </aside>
      </div>
    </article>
  )
}

/** The way for staff; whoever else follows it is asked to sign in. */
function AddEntries({ slug }: { slug: string }) {
  const t = useTranslations('decisionDraft.byHand')
  const locale = useLocale()
  const query = `?${new URLSearchParams({ decision: slug })}`
  return (
    <p className="mt-4 text-fine print:hidden">
      <a
        rel="nofollow"
        href={pathOf(locale, { page: 'staff/drafts', query })}
        className="inline-block py-1.5 text-muted"
      >
        {t('add')}
      </a>
    </p>
  )
}
