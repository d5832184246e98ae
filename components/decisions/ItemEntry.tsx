import { useLocale, useTranslations } from 'next-intl'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { pathOf } from '../../lib/paths.ts'
import type { ByHand, DocumentReference, FieldView, ItemView } from '../../lib/projects/view.ts'
import { WarningList } from '../documents/WarningList.tsx'
import { warningsInForce } from '../documents/warnings.ts'
import { EntryOutcomes } from '../outcome/Outcomes.tsx'
import { Blocks } from '../project/Blocks.tsx'
import { useFieldLabel } from '../source/reader.ts'
import { noteId, SourceButton } from '../source/SourceButton.tsx'
import { SourcedValue } from '../source/SourcedValue.tsx'
import { SourceNote } from '../source/SourceNote.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Applicants } from './Applicants.tsx'
import { ByHandNote } from './ByHandNote.tsx'
import { ItemAmount } from './ItemAmount.tsx'
import { Partners } from './Partners.tsx'

/** Fields that the entry shows in a place of their own. */
const PLACED = ['name', 'applicant', 'amount', 'partners', 'description']

type Props = {
  item: ItemView
  documents: DocumentReference[]
  /** Who added the decision itself: told once, not with each of its entries. */
  ofDecision: ByHand | null
  /** What came of it, where something is published and no project belongs to it. */
  followUp: OutcomesView | undefined
}

/** One project on a decision list. */
export function ItemEntry({ item, documents, ofDecision, followUp }: Props) {
  const t = useTranslations()
  const name = item.fields.find(({ key }) => key === 'name')
  const warnings = warningsInForce(item.warnings, documents)
  const others = item.fields.filter(({ key, state }) => !PLACED.includes(key) && state !== 'absent')
  return (
    <li id={`post-${item.id}`} className="grid gap-2 py-6 first:pt-2 target:bg-accent-soft">
      <h3 lang="sv" className="text-h3">
        {name ? (
          <SourceButton field={name} target={noteId('name', item.id)}>
            {item.name}
          </SourceButton>
        ) : (
          item.name
        )}
      </h3>
      {name && <SourceNote field={name} id={noteId('name', item.id)} />}
      {item.removed && <ByHandNote byHand={item.removed} what="removed" />}
      {item.isWithdrawn && !item.removed && (
        <p className="text-muted text-small">{t('decision.withdrawn')}</p>
      )}
      {item.rejected && <p className="font-semibold text-differ text-small">{t('project.rejected')}</p>}
      <Applicants item={item} />
      <ItemAmount item={item} />
      <Partners item={item} />
      <OtherFacts fields={others} scope={item.id} />
      <ProjectLink item={item} />
      {item.description.length > 0 && (
        <Disclosure summary={t('field.description')}>
          <Blocks blocks={item.description} />
        </Disclosure>
      )}
      {followUp && <EntryOutcomes view={followUp} item={item.id} />}
      {warnings.length > 0 && <WarningList warnings={warnings} />}
      {item.byHand && !hasSameGround(item.byHand, ofDecision) && (
        <ByHandNote byHand={item.byHand} what="entry" />
      )}
    </li>
  )
}

const hasSameGround = (a: ByHand, b: ByHand | null): boolean =>
  a.reason === b?.reason && a.evidence === b.evidence && a.by === b.by && a.on === b.on

function OtherFacts({ fields, scope }: { fields: FieldView[]; scope: number }) {
  const labelOf = useFieldLabel()
  return fields.map((field) => (
    <div key={field.key} className="text-small">
      <span className="text-muted">{labelOf(field.key)}: </span>
      <SourcedValue field={field} scope={scope} />
    </div>
  ))
}

/** The project that the entry led to, where the registry holds it. */
function ProjectLink({ item: { project } }: { item: ItemView }) {
  const t = useTranslations('decision')
  const locale = useLocale()
  if (!project) return <p className="text-muted text-small">{t('noProject')}</p>
  return (
    <p className="text-small">
      <span className="text-muted">{t('project')}: </span>
      <a lang="sv" href={pathOf(locale, { page: 'projects', slug: project.slug })} className="font-semibold">
        {project.name} ({project.number})
      </a>
    </p>
  )
}
