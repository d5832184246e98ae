import { editPage } from '../../lib/corrections/address.ts'
import { editAddress } from '../../lib/desk/addresses.ts'
import type { OutcomeDisagreementView } from '../../lib/desk/view.ts'
import { standsIn } from '../../lib/follow-up/differing.ts'
import type { FigureView } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { type Address, pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { figureText, keyOf, summedOf } from '../outcome/figure-text.ts'
import { SourceLines } from '../outcome/SourceLines.tsx'
import { DecideForm } from './DecideForm.tsx'
import type { DeskAction } from './form-state.ts'
import { useFormTexts } from './form-texts.ts'

type Props = {
  task: OutcomeDisagreementView
  action: DeskAction
  hidden: Readonly<Record<string, string>>
  /** Where somebody comes back to who corrects one of them. */
  here: Address
}

/** What sources say differently of one measure, each with its source and the way to correct or withdraw it. */
export function OutcomeTask({ task, action, hidden, here }: Props) {
  const { t, locale } = useWords()
  const { outcome } = task
  const texts = useFormTexts(t('desk.outcome.legend'))
  const label = outcome && t('desk.outcome.right', { value: figureText(locale, outcome) })
  return (
    <>
      <ul className="mb-8 grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        {(outcome ? [outcome, ...outcome.rivals] : []).map((figure) => (
          <Figure key={keyOf(figure)} figure={figure} isShown={figure === outcome} task={task} here={here} />
        ))}
      </ul>
      {/* There even where it is settled: who sent it before that has words in it. */}
      <DecideForm
        action={action}
        hidden={{ ...hidden, basis: task.basis }}
        options={[{ value: 'reviewed', label, keys: 'r' }]}
        isOpen={task.isOpen}
        takesEvidence
        texts={texts}
      />
    </>
  )
}

type FigureProps = Pick<Props, 'task' | 'here'> & { figure: FigureView; isShown: boolean }

function Figure({ figure, isShown, task, here }: FigureProps) {
  const { t, locale } = useWords()
  const { asOf, basis, derivedFrom, source } = figure
  const followUp =
    source.kind === 'followUp' ? task.view.followUps.find(({ id }) => id === source.id) : undefined
  const about = [
    basis && t(`outcome.inWords.${basis}.said`),
    asOf && t('outcome.day', { day: formatDate(locale, asOf) }),
    derivedFrom && t(`outcome.summed.${summedOf(derivedFrom)}.short`, { count: derivedFrom.length }),
  ]
  return (
    <li className="grid min-w-0 gap-2 border-line border-t pt-3">
      <p>
        <span className="font-semibold font-serif text-h3">{figureText(locale, figure)}</span>
        {isShown && <span className="text-muted text-small"> {t('desk.shownNow')}</span>}
      </p>
      <p className="text-muted text-small">{about.filter(Boolean).join(', ')}</p>
      {followUp ? (
        <SourceLines source={followUp.source} />
      ) : (
        <p className="text-fine text-muted">{t('outcome.ownPage')}</p>
      )}
      {followUp?.comment && (
        <p lang="sv" className="whitespace-pre-line text-small">
          {followUp.comment}
        </p>
      )}
      <p className="text-small">
        <a href={pathOf(locale, editOf(figure, task, pathOf(locale, here)))} className="inline-block py-1">
          {t(followUp ? 'desk.outcome.editFollowUp' : 'desk.outcome.editPage')}
        </a>
      </p>
    </li>
  )
}

/** Where a figure is corrected, and what tells it withdrawn; from there back to here. */
function editOf(figure: FigureView, { record }: OutcomeDisagreementView, then: string): Address {
  const { followUp, fields } = standsIn(figure)
  if (followUp === null) return editAddress(record, fields.join('.'), then)
  const query = new URLSearchParams({ falt: fields.join('~'), till: then })
  return { ...editPage('followUp', String(followUp)), query: `?${query}` }
}
