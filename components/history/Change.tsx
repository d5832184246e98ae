import type { ChangeView, SubjectView } from '../../lib/history/view.ts'
import { timeInSweden } from '../../lib/history/when.ts'
import { pathOf } from '../../lib/paths.ts'
import { recordAddress, stateAddress } from './addresses.ts'
import { Grounds } from './Grounds.tsx'
import { Particulars } from './Particulars.tsx'
import { sentenceOf } from './sentence.ts'
import { useWords } from './words.ts'

type Props = {
  change: ChangeView
  /** The record need not be named. */
  isOwn: boolean
  /** An entry's decision need not be named. */
  isWithin: boolean
  linksState: boolean
}

/** One change: when, of what, what happened, on what grounds. */
export function Change({ change, isOwn, isWithin, linksState }: Props) {
  const words = useWords()
  const { subject, at } = change
  return (
    <li
      id={`andring-${change.id}`}
      className="grid gap-x-6 py-3.5 target:bg-accent-soft sm:grid-cols-[4rem_1fr]"
    >
      <time dateTime={at} className="figures text-muted text-small leading-[1.7]">
        {timeInSweden(words.locale, at)}
      </time>
      <div className="grid min-w-0 max-w-text gap-1.5">
        {subject && !isOwn && <Subject subject={subject} isWithin={isWithin} />}
        <p className="break-words">{sentenceOf(change, words)}</p>
        <Grounds change={change} />
        <Particulars change={change} />
        {linksState && subject && <StateLink subject={subject} change={change} />}
      </div>
    </li>
  )
}

function Subject({ subject, isWithin }: { subject: SubjectView; isWithin: boolean }) {
  const { t, locale } = useWords()
  const { kind, name, of } = subject
  return (
    <p className="font-semibold text-small">
      <a href={pathOf(locale, recordAddress(subject))} className="inline-block py-0.5">
        {kind === 'item' ? t('history.subject.item', { name }) : name}
      </a>
      {of && !isWithin && (
        <span className="font-normal text-muted"> {t('history.subject.inDecision', { decision: of })}</span>
      )}
    </p>
  )
}

function StateLink({ subject, change }: { subject: SubjectView; change: ChangeView }) {
  const { t, locale } = useWords()
  return (
    <p className="text-fine print:hidden">
      <a
        href={pathOf(locale, stateAddress(subject, change.revision))}
        rel="nofollow"
        className="inline-block py-0.5"
      >
        {t('history.stateThen')}
        <span className="sr-only">
          : {subject.of ?? subject.name}, {timeInSweden(locale, change.at)}
        </span>
      </a>
    </p>
  )
}
