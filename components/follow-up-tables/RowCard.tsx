import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { headerOf } from '../../lib/follow-up/table/columns.ts'
import { type ComparedRow, hasMoved, rowFlagKey } from '../../lib/follow-up/table/compare.ts'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { followUpLabel } from '../follow-up/labels.ts'
import { useWords } from '../history/words.ts'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { rowId } from './places.ts'
import type { FormAction } from './ReviewView.tsx'
import { besideText, figuresOf, figureText, flagText, knownText, onDay, problemText } from './sentences.ts'

type Props = {
  compared: ComparedRow
  action: FormAction
  /** Sent along with every form. */
  hidden: Readonly<Record<string, string>>
}

/** One row of a table: what it would change, what is wrong, what is unusual, and what somebody decides about it. */
export function RowCard({ compared, action, hidden }: Props) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const { row, state, project, changes } = compared
  const name = project?.name || row.name || row.number
  return (
    <li id={rowId(row.row)} className="scroll-mt-4 rounded-sm border border-edge p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 break-words text-h3">
          {project ? (
            <a lang="sv" href={pathOf(locale, { page: 'projects', slug: project.slug })}>
              {project.name || project.number}
            </a>
          ) : (
            <span lang="sv">{name || t('noNumber')}</span>
          )}
        </h3>
        <p className={`text-small ${TONES[state] ?? ''}`}>{t(`rowState.${state}`)}</p>
      </div>
      <p className="text-muted text-small">
        {[t('row', { row: row.row }), project?.number ?? row.number].filter(Boolean).join(' · ')}
      </p>
      <div className="mt-3 grid gap-3 empty:hidden">
        <Why compared={compared} />
        {hasMoved(compared) && <Moved compared={compared} />}
        {changes.length > 0 && <Changes compared={compared} name={name} />}
      </div>
      {/* There is nothing to leave out where nothing is new. */}
      {state !== 'unchanged' && <Decide compared={compared} name={name} action={action} hidden={hidden} />}
    </li>
  )
}

const TONES: Partial<Record<ComparedRow['state'], string>> = {
  wrong: 'font-semibold text-differ',
  unknown: 'font-semibold text-differ',
  twice: 'font-semibold text-differ',
  unusual: 'font-semibold text-differ',
}

/** What keeps the row out, asks for a look, or is good to know. */
function Why({ compared }: { compared: ComparedRow }) {
  const words = useWords()
  const { t, locale } = words
  const { row, state, problems, flags, notes } = compared
  return (
    <>
      {state === 'unknown' && (
        <p>
          {row.number === ''
            ? t('followUpTable.noNumber')
            : t('followUpTable.unknownNumber', { number: row.number })}
        </p>
      )}
      {state === 'twice' && <p>{t('followUpTable.twiceWhy')}</p>}
      {problems.length > 0 && (
        <List title={t('followUpTable.problems')}>
          {problems.map((problem) => (
            <li key={`${problem.column} ${JSON.stringify(problem.why)}`} className="list-disc">
              {headerOf(problem.column, locale)}: {problemText(problem, words)}{' '}
              {problem.cell !== '' && (
                <span className="break-words text-muted">
                  {t('followUpTable.problemCell', { cell: problem.cell.slice(0, 200) })}
                </span>
              )}
            </li>
          ))}
        </List>
      )}
      {flags.length > 0 && (
        <List title={t('followUpTable.flags')}>
          {flags.map((flag) => (
            <li key={rowFlagKey(flag)} className="list-disc">
              {flagText(flag, words)}
            </li>
          ))}
        </List>
      )}
      {notes.map((note) => (
        <p key={note} className="text-small">
          {t(`followUpTable.note.${note}`, { name: row.name })}
        </p>
      ))}
    </>
  )
}

const List = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h4 className="font-semibold text-small">{title}</h4>
    <ul className="grid gap-1 ps-5 text-small">{children}</ul>
  </div>
)

function Moved({ compared: { moved, hasOtherProject } }: { compared: ComparedRow }) {
  const words = useWords()
  const { t } = words
  return (
    <List title={t('followUpTable.moved')}>
      {hasOtherProject && <li className="list-disc">{t('followUpTable.movedProject')}</li>}
      {moved.map(({ key, was, now }) => (
        <li key={key} className="list-disc">
          {t('followUpTable.movedLine', {
            label: followUpLabel(key, words),
            was: knownText(key, was, words),
            now: knownText(key, now, words),
          })}
        </li>
      ))}
    </List>
  )
}

/** Old beside new, each with its day, and all else that becomes public with it. */
function Changes({ compared, name }: { compared: ComparedRow; name: string }) {
  const words = useWords()
  const { t, locale } = words
  const { followUps } = compared
  const stated = followUps[0]?.stated
  const day = typeof stated?.asOf?.value === 'string' ? formatDate(locale, stated.asOf.value) : null
  const beside = besideText(compared, words)
  return (
    <div>
      <table className="stacks table">
        <caption className="sr-only">{`${t('followUpTable.changes')}: ${name}`}</caption>
        <thead>
          <tr>
            <th scope="col" className="text-start">
              {t('followUpTable.what')}
            </th>
            <th scope="col" className="number">
              {t('followUpTable.old')}
            </th>
            <th scope="col" className="number">
              {t('followUpTable.new')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figuresOf(compared).map(({ key, old, typed }) => {
            const value = figureText(key, typed, words)
            return (
              <tr key={key}>
                <th scope="row" className="text-start font-normal">
                  {followUpLabel(key, words)}
                </th>
                <td data-label={t('followUpTable.old')} className="number">
                  <span className="wrap-anywhere whitespace-normal">{knownText(key, old, words)}</span>
                </td>
                <td data-label={t('followUpTable.new')} className="number font-semibold">
                  <span className="wrap-anywhere whitespace-normal">
                    {day === null ? value : onDay(value, day)}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {beside.length > 0 && (
        <dl className="mt-2 grid gap-1 text-small">
          {beside.map(({ label, text }) => (
            <div key={label} className="min-w-0">
              <dt className="inline text-muted">{label}: </dt>
              <dd className="inline whitespace-pre-line break-words">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** Left out or taken in, one by one; what is unusual is taken in by who has looked at it. */
function Decide({ compared, name, action, hidden }: Props & { name: string }) {
  const t = useTranslations('followUpTable')
  const { row, state, flags } = compared
  const names = { row: row.row, name }
  const about = { ...hidden, row: String(row.row), wasIn: row.isIn ? '1' : '' }
  return (
    <div className="mt-3 flex flex-wrap gap-3 print:hidden">
      {state === 'unusual' && (
        <form action={action}>
          <HiddenFields fields={{ ...about, isIn: '1', sees: '1', seen: flags.map(rowFlagKey).join('\n') }} />
          <SubmitButton label={t('lookedLong', names)}>{t('looked')}</SubmitButton>
        </form>
      )}
      <form action={action}>
        <HiddenFields fields={{ ...about, isIn: row.isIn ? '' : '1' }} />
        {row.isIn ? (
          <SubmitButton quiet label={t('leaveOutLong', names)}>
            {t('leaveOut')}
          </SubmitButton>
        ) : (
          <SubmitButton quiet label={t('takeInLong', names)}>
            {t('takeIn')}
          </SubmitButton>
        )}
      </form>
    </div>
  )
}
