import type { FollowUpView, OutcomesView } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { FollowUpBlock } from './FollowUpBlock.tsx'
import { useFieldLabel, useSaidText } from './field-text.ts'
import { Part } from './Part.tsx'
import type { Place } from './place.ts'

const KINDS = ['COSTS', 'PARTICIPANTS', 'INDICATORS'] as const

/** Everything that figures are from: the source of each report, its comment, its corrections, and all that it says. */
export function FigureSources({ view, place }: { view: OutcomesView; place: Place }) {
  const { t } = useWords()
  const reports = view.followUps.filter(({ kind }) => KINDS.some((known) => known === kind)).reverse()
  if (reports.length === 0) return null
  return (
    <Part title={t('outcome.sources')} place={place}>
      <ul className="divide-y divide-line border-line border-y">
        {reports.map((followUp) => (
          <FollowUpBlock
            key={followUp.id}
            followUp={followUp}
            view={view}
            title={t(`followUp.kind.${followUp.kind}`)}
          >
            <Disclosure summary={t('outcome.allFields')}>
              <Fields followUp={followUp} view={view} />
            </Disclosure>
          </FollowUpBlock>
        ))}
      </ul>
    </Part>
  )
}

function Fields({ followUp, view }: { followUp: FollowUpView; view: OutcomesView }) {
  const { t } = useWords()
  const labelOf = useFieldLabel(view.rows)
  const textOf = useSaidText()
  return (
    <FactList>
      {followUp.fields.map((field) => (
        <Fact key={field.key} label={labelOf(field.key)}>
          <span className="figures">{textOf(field) ?? t('value.notStated')}</span>
          {field.correction && <span className="ms-1.5 text-fine text-muted">{t('outcome.corrected')}</span>}
        </Fact>
      ))}
    </FactList>
  )
}
