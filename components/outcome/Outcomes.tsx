import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'
import { Section } from '../ui/Section.tsx'
import { AttachedDocuments, documentsIn } from './AttachedDocuments.tsx'
import { DerivedFigures } from './DerivedFigures.tsx'
import { Events } from './Events.tsx'
import { ExampleNote } from './ExampleNote.tsx'
import { FigureSources } from './FigureSources.tsx'
import { IndicatorOutcome } from './IndicatorOutcome.tsx'
import { MissingNote } from './MissingNote.tsx'
import { MoneyOutcome } from './MoneyOutcome.tsx'
import { Part } from './Part.tsx'
import { ParticipantOutcome } from './ParticipantOutcome.tsx'
import type { Place } from './place.ts'
import { Results } from './Results.tsx'

const ON_PROJECT: Place = { heading: 'h3' }

/** What a project promised and what came of it, with what is missing. Nothing where nothing is published nor missing. */
export function Outcomes({ view }: { view: OutcomesView }) {
  const { t } = useWords()
  const { followUps, missing } = view
  const isTold = followUps.some(({ kind }) => kind !== 'DOCUMENT')
  if (!isTold && !missing) return null
  return (
    <Section id="utfall" title={t('outcome.title')}>
      <ExampleNote followUps={followUps} />
      <MissingNote missing={missing} />
      {isTold && <Told view={view} place={ON_PROJECT} />}
    </Section>
  )
}

const Told = ({ view, place }: { view: OutcomesView; place: Place }) => (
  <div>
    <MoneyOutcome view={view} place={place} />
    <ParticipantOutcome view={view} place={place} />
    <IndicatorOutcome view={view} place={place} />
    <DerivedFigures view={view} place={place} />
    <Results view={view} place={place} />
    <Events view={view} place={place} />
    <FigureSources view={view} place={place} />
  </div>
)

/** Reports, evaluations and the like, in a section of their own. */
export function OutcomeDocuments({ view }: { view: OutcomesView }) {
  const { t } = useWords()
  const documents = documentsIn(view)
  if (documents.length === 0) return null
  return (
    <Section id="rapporter" title={t('outcome.documents')}>
      <ExampleNote followUps={documents} />
      <AttachedDocuments view={view} />
    </Section>
  )
}

/** What came of an entry that no project belongs to, under the entry itself. */
export function EntryOutcomes({ view, item }: { view: OutcomesView; item: number }) {
  const { t } = useWords()
  const place: Place = { scope: item, heading: 'h4' }
  return (
    <section aria-label={t('outcome.title')} className="mt-2 border-accent border-s-3 ps-4">
      <p className="mb-3 font-semibold">{t('outcome.title')}</p>
      <ExampleNote followUps={view.followUps} />
      <Told view={view} place={place} />
      {documentsIn(view).length > 0 && (
        <Part title={t('outcome.documents')} place={place}>
          <AttachedDocuments view={view} />
        </Part>
      )}
    </section>
  )
}
