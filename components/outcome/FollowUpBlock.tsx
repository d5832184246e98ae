import type { ReactNode } from 'react'
import {
  anchorOf,
  type FollowUpField,
  type FollowUpView,
  type OutcomesView,
} from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { useWords } from '../history/words.ts'
import { CorrectionLines } from './CorrectionLines.tsx'
import { ExampleTag } from './ExampleNote.tsx'
import { useFieldLabel, useSaidText } from './field-text.ts'
import { SourceLines } from './SourceLines.tsx'

type Props = { followUp: FollowUpView; view: OutcomesView; title: ReactNode; children?: ReactNode }

/** One follow-up: what it is, its day, what it says, its source, and what was corrected in it. */
export function FollowUpBlock({ followUp, view, title, children }: Props) {
  const { t, locale } = useWords()
  const { id, asOf, source, comment } = followUp
  const isMixed = view.followUps.some(({ isExample }) => !isExample)
  return (
    <li id={anchorOf(id)} className="grid gap-2 py-4 first:pt-2 target:bg-accent-soft">
      <p>
        <span className="font-semibold">{title}</span>
        {asOf && (
          <time dateTime={asOf} className="ms-2 text-muted text-small">
            {formatDate(locale, asOf)}
          </time>
        )}{' '}
        {isMixed && <ExampleTag followUp={followUp} />}
      </p>
      {children}
      {comment && (
        <p className="max-w-text whitespace-pre-line text-small">
          <span className="text-muted">{t('followUp.field.comment')}: </span>
          <span lang="sv">{comment}</span>
        </p>
      )}
      <SourceLines source={source} />
      <Corrections followUp={followUp} view={view} />
    </li>
  )
}

function Corrections({ followUp: { corrections, fields }, view }: Pick<Props, 'followUp' | 'view'>) {
  const labelOf = useFieldLabel(view.rows)
  const textOf = useSaidText()
  const before = (key: string) => {
    const field: FollowUpField | undefined = fields.find((one) => one.key === key)
    return field?.stated ? textOf({ ...field, ...field.stated }) : null
  }
  return corrections.map(({ field, ...correction }) => (
    <CorrectionLines key={field} correction={correction} label={labelOf(field)} before={before(field)} />
  ))
}
