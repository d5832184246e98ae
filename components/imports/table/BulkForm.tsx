import { useTranslations } from 'next-intl'
import type { Verdict } from '../../../lib/imports/desk/state.ts'
import { ActForm } from '../ActForm.tsx'
import type { ActAction } from '../form-state.ts'
import { Part } from './Part.tsx'

type Props = {
  /** Decides on everything of a `verdict`, or on all there is, by `choice`. */
  action: ActAction
  hidden: Readonly<Record<string, string>>
  counts: Partial<Record<Verdict, { undecided: number }>>
}

/** In the order in which they ask for thought; what cannot be read can only be left out. */
const KINDS = [
  { verdict: 'new', choice: 'accept', text: 'acceptNew' },
  { verdict: 'matches', choice: 'accept', text: 'acceptMatches' },
  { verdict: 'unchanged', choice: 'accept', text: 'acceptUnchanged' },
  { verdict: 'changes', choice: 'accept', text: 'acceptChanges' },
  { verdict: 'disagrees', choice: 'accept', text: 'acceptDisagrees' },
  { verdict: 'refused', choice: 'skip', text: 'skipRefused' },
] as const satisfies { verdict: Verdict; choice: 'accept' | 'skip'; text: string }[]

/** Answers for many rows at once: every kind of which some are undecided. */
export function BulkForm({ action, hidden, counts }: Props) {
  const t = useTranslations('tables.bulk')
  const shown = KINDS.flatMap(({ verdict, ...kind }) => {
    const count = counts[verdict]?.undecided ?? 0
    return count > 0 ? [{ verdict, ...kind, count }] : []
  })
  if (shown.length === 0) return null
  const all = shown.reduce((sum, { count }) => sum + count, 0)
  return (
    <Part id="manga" title={t('title')} note={t('note')} className="mb-8">
      <div className="flex flex-wrap items-start gap-3">
        {shown.map(({ verdict, choice, text, count }) => (
          <ActForm
            key={verdict}
            action={action}
            hidden={{ ...hidden, verdict, choice }}
            text={t(text, { count })}
            quiet
          />
        ))}
        {shown.length > 1 && (
          <ActForm
            action={action}
            hidden={{ ...hidden, verdict: '', choice: 'skip' }}
            text={t('skipAll', { count: all })}
            quiet
          />
        )}
      </div>
    </Part>
  )
}
