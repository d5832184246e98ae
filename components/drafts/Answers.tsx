'use client'

import { useLocale, useTranslations } from 'next-intl'
import {
  conflictName,
  type DraftForm,
  type Stopped as StoppedDraft,
} from '../../lib/decisions/drafts/form.ts'
import type { DecisionKey, EntryKey } from '../../lib/decisions/drafts/schema.ts'
import { pathOf } from '../../lib/paths.ts'
import { ConflictChoices } from '../staff/ConflictChoices.tsx'
import { Stopped } from '../staff/Stopped.tsx'
import { Told } from './Told.tsx'
import { controlOf, useLabel, useProblemText } from './words.ts'

type Props = { draft: DraftForm; answers: number }

/** What became of what was sent: in this order, for the first is what has to be done first. */
export function Answers({ draft, answers }: Props) {
  const t = useTranslations('decisionDraft')
  return (
    <>
      <Refused draft={draft} answers={answers} />
      {draft.conflicts.length > 0 && <Conflicts draft={draft} answers={answers} />}
      {draft.stopped && (
        <Told answer={answers}>
          <Stopped others={draft.stopped.others} stopped={draft.stopped.act}>
            <News news={draft.stopped.news} />
          </Stopped>
        </Told>
      )}
      {draft.conflicts.length === 0 && !draft.stopped && draft.others && (
        <Told tone="done" answer={0} title={t('conflict.merged', { name: draft.others })} />
      )}
      {draft.keptEntry && <Told tone="done" answer={0} title={t('conflict.kept')} />}
      {draft.exists && <Exists draft={draft} answers={answers} />}
      {draft.problems && draft.problems.length > 0 && <Problems draft={draft} answers={answers} />}
      {draft.left > 0 && <Told answer={answers} title={t('paste.left', { count: draft.left })} />}
      {draft.removed && <Removed draft={draft} />}
    </>
  )
}

const GONE = ['missing', 'discarded', 'published', 'stale', 'tooLong', 'full'] as const
const REFUSALS = ['signedOut', 'forbidden', 'secondFactor', 'foreign'] as const

function Refused({ draft: { refused, published }, answers }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const gone = GONE.find((kind) => kind === refused)
  const refusal = REFUSALS.find((kind) => kind === refused)
  if (!gone && !refusal) return null
  return (
    <Told
      answer={answers}
      title={gone ? t(`decisionDraft.gone.${gone}`) : refusal && t(`staff.refusal.${refusal}`)}
    >
      {published && (
        <p>
          <a href={pathOf(locale, { page: 'decisions', slug: published })}>{t('decisionDraft.toDecision')}</a>
        </p>
      )}
    </Told>
  )
}

/** Where others wrote, field by field and entry by entry, with the way there: an entry may stand on another page. */
function News({ news: { fields, entries, gone, isMoved } }: { news: StoppedDraft['news'] }) {
  const t = useTranslations('decisionDraft')
  const labelOf = useLabel()
  return (
    <>
      {fields.map((field) => (
        <li key={field}>
          <ToField entry={null} field={field} text={labelOf(field)} />
        </li>
      ))}
      {entries.slice(0, MOST_TOLD).map(({ id, number, onPage, name, fields }) => (
        <li key={id}>
          {onPage ? (
            <ToField entry={id} field={fields[0] ?? 'name'} text={t('entry', { number })} />
          ) : (
            <ToEntry entry={id} text={t('entry', { number })} />
          )}{' '}
          {[name, fields.map(labelOf).join(', ')].filter(Boolean).join(': ')}
        </li>
      ))}
      {entries.length > MOST_TOLD && <li>{t('news.more', { count: entries.length - MOST_TOLD })}</li>}
      {gone > 0 && <li>{t('news.gone', { count: gone })}</li>}
      {isMoved && <li>{t('news.moved')}</li>}
    </>
  )
}

/** Leads to a field of this page. */
const ToField = ({
  entry,
  field,
  text,
}: {
  entry: string | null
  field: DecisionKey | EntryKey
  text: string
}) => (
  <a href={`#${controlOf(entry, field)}`} onClick={() => open(controlOf(entry, field))}>
    {text}
  </a>
)

/** Leads to the page that an entry stands on, keeping what was typed on this one. */
const ToEntry = ({ entry, text }: { entry: string | null; text: string }) => (
  <button type="submit" name="act" value={`show:${entry}`} className="text-accent underline">
    {text}
  </button>
)

/** Every problem, with the way to its field. */
function Problems({ draft, answers }: Props) {
  const t = useTranslations('decisionDraft.problem')
  const labelOf = useLabel()
  const textOf = useProblemText()
  const problems = draft.problems ?? []
  return (
    <Told answer={answers} title={t('title', { count: problems.length })}>
      <p className="text-small">{t('saved')}</p>
      <ul className="mt-2 grid gap-1 text-small">
        {problems.slice(0, MOST_TOLD).map((problem) => {
          const { entry, field, number } = problem
          const where =
            number === null
              ? t('of', { field: labelOf(field) })
              : t('ofEntry', { number, field: labelOf(field) })
          return (
            <li key={`${entry} ${field} ${textOf(problem)}`}>
              {problem.onPage ? (
                <ToField entry={entry} field={field} text={where} />
              ) : (
                <ToEntry entry={entry} text={where} />
              )}{' '}
              {textOf(problem)}
            </li>
          )
        })}
      </ul>
    </Told>
  )
}
/** Whoever has more than so many wrong looks again after putting these right. */
const MOST_TOLD = 60

/** A field may be folded away. */
function open(id: string) {
  const field = document.getElementById(id)
  const fold = field?.closest('details')
  if (fold) fold.open = true
  field?.focus()
}

function Conflicts({ draft, answers }: Props) {
  const t = useTranslations('decisionDraft')
  const words = useTranslations('staff.conflict')
  const labelOf = useLabel()
  const places = new Map(draft.shown.entries.map(({ id }, at) => [id, at]))
  const title = draft.others ? words('title', { name: draft.others }) : words('titleUnknown')
  const conflicts = draft.conflicts.map(({ entry, field, base, mine, theirs }) => {
    const number = entry === null ? 0 : (draft.page - 1) * PAGE + (places.get(entry) ?? 0) + 1
    const label = entry === null ? labelOf(field) : `${t('entry', { number })}, ${labelOf(field)}`
    return { name: conflictName({ entry, field }), label, base, mine, theirs }
  })
  return (
    <Told answer={answers} title={title}>
      <p className="text-small">{t('conflict.lead')}</p>
      <ConflictChoices conflicts={conflicts} />
      <button type="submit" name="act" value="save" className="button mt-4">
        {t('save')}
      </button>
    </Told>
  )
}
const PAGE = 25

/** The registry has the decision: the entries can be added to it. */
function Exists({ draft: { exists }, answers }: Props) {
  const t = useTranslations('decisionDraft.exists')
  const locale = useLocale()
  if (!exists) return null
  return (
    <Told answer={answers} title={t('title')}>
      <p className="text-small">
        {t.rich('text', {
          heading: exists.heading,
          decision: (words) => (
            <a lang="sv" href={pathOf(locale, { page: 'decisions', slug: exists.slug })}>
              {words}
            </a>
          ),
        })}
      </p>
      <button type="submit" name="act" value={`into:${exists.slug}`} className="button mt-3">
        {t('add')}
      </button>
    </Told>
  )
}

function Removed({ draft: { removed } }: { draft: DraftForm }) {
  const t = useTranslations('decisionDraft')
  const name = removed?.entry.name.trim()
  return (
    <Told tone="done" answer={0} title={name ? t('removed', { name }) : t('removedBlank')}>
      <button type="submit" name="act" value="putBack" className="button-quiet mt-2">
        {t('putBack')}
      </button>
    </Told>
  )
}
