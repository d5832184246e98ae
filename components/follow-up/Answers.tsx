'use client'

import { useLocale, useTranslations } from 'next-intl'
import { flagKey } from '../../lib/follow-up/flags.ts'
import { boxId, choiceName, FILE, type FollowUpForm, SEEN } from '../../lib/follow-up/form.ts'
import { followUpAddress } from '../../lib/follow-up/staff-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { ConflictChoices } from '../staff/ConflictChoices.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { Stopped } from '../staff/Stopped.tsx'
import { useProblemText, useWhere } from './boxes.ts'
import { Looked } from './Looked.tsx'
import { followUpLabel } from './labels.ts'
import { figureText } from './texts.ts'

type Props = { form: FollowUpForm }

/** What became of what was sent, all of it in one box that takes the focus: what has to be done first stands first. */
export function Answers({ form }: Props) {
  const t = useTranslations('followUpForm')
  const fileLabel = useTranslations('files.field')('label')
  const { refused, conflicts, others, stopped, fileProblem, problems, flags, done } = form
  const isWrong =
    refused !== null ||
    stopped !== null ||
    conflicts.length > 0 ||
    fileProblem !== null ||
    problems !== null ||
    flags.length > 0
  if (!isWrong && done !== 'kept' && others === null) return null
  return (
    <div className="mb-8">
      <FormAlert tone={isWrong ? 'wrong' : 'done'} of={form}>
        <div className="grid gap-4">
          {refused && <Refused form={form} refused={refused} />}
          {stopped && (
            <Stopped others={others} stopped={stopped}>
              <TookIn form={form} />
            </Stopped>
          )}
          {conflicts.length > 0 && <Conflicts form={form} />}
          {conflicts.length === 0 && !stopped && others && (
            <div>
              <p>{t('conflict.merged', { name: others })}</p>
              {form.tookIn.length > 0 && (
                <ul className="mt-2 grid gap-1 text-small">
                  <TookIn form={form} />
                </ul>
              )}
            </div>
          )}
          {fileProblem && (
            <p>
              <a href={`#${FILE}`}>{fileLabel}:</a> {fileProblem}
            </p>
          )}
          {problems && <Problems form={form} problems={problems} />}
          {flags.length > 0 && <Flags form={form} />}
          {!isWrong && done === 'kept' && <p>{t('kept')}</p>}
        </div>
      </FormAlert>
    </div>
  )
}

const GONE = [
  'missing',
  'discarded',
  'published',
  'withdrawn',
  'stale',
  'takenBack',
  'malformed',
  'failed',
] as const
const REFUSALS = ['signedOut', 'forbidden', 'secondFactor', 'foreign'] as const

function Refused({ form: { id }, refused }: Props & { refused: string }) {
  const t = useTranslations()
  const locale = useLocale()
  const gone = GONE.find((kind) => kind === refused) ?? 'failed'
  const refusal = REFUSALS.find((kind) => kind === refused)
  const isElsewhere = ['discarded', 'published', 'withdrawn'].includes(refused)
  return (
    <div>
      <p className="font-semibold">
        {refusal ? t(`staff.refusal.${refusal}`) : t(`followUpForm.gone.${gone}`)}
      </p>
      {isElsewhere && (
        <p className="mt-1">
          <a href={pathOf(locale, followUpAddress(id))} target="_blank" rel="noreferrer">
            {t('followUpForm.openIt')}
          </a>
        </p>
      )}
    </div>
  )
}

/** Boxes with what others wrote meanwhile, and the file that they attached. */
function TookIn({ form }: Props) {
  const fileLabel = useTranslations('files.field')('label')
  const whereOf = useWhere(form)
  return form.tookIn.map(({ row, field }) => (
    <li key={`${row} ${field}`}>
      <a href={field === FILE ? `#${FILE}` : `#${boxId(row, field)}`}>
        {field === FILE ? fileLabel : whereOf({ row, field })}
      </a>
    </li>
  ))
}

/** Every problem, with the way to its box. */
function Problems({ form, problems }: Props & { problems: NonNullable<FollowUpForm['problems']> }) {
  const t = useTranslations('followUpForm.problem')
  const textOf = useProblemText()
  const whereOf = useWhere(form)
  return (
    <div>
      <p className="font-semibold">{t('title', { count: problems.length })}</p>
      <p className="text-small">{t('saved')}</p>
      <ul className="mt-2 grid gap-1 text-small">
        {problems.map((problem) => (
          <li key={`${problem.row} ${problem.field} ${textOf(problem)}`}>
            <a href={`#${boxId(problem.row, problem.field)}`}>{whereOf(problem)}</a>: {textOf(problem)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is unusual: each is ticked by who has looked at it. */
function Flags({ form: { flags, seen } }: Props) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t('flag.title')}</legend>
      {flags.map((flag) => {
        const key = flagKey(flag)
        const what = t(`flag.${flag.code}`, {
          field: followUpLabel(flag.field, words),
          is: figureText(flag.field, flag.is, words),
          against: figureText(flag.field, flag.against, words),
        })
        return (
          <Looked
            key={`${key} ${seen.includes(key)}`}
            name={SEEN}
            value={key}
            isSeen={seen.includes(key)}
            label={t('flag.checked', { what })}
          />
        )
      })}
      <div>
        <button type="submit" name="act" value="publish" className="button">
          {t('publish')}
        </button>
      </div>
    </fieldset>
  )
}

/** Boxes that two have filled in differently: both texts, and whose stands. */
function Conflicts({ form }: Props) {
  const t = useTranslations('followUpForm')
  const title = useTranslations('staff.conflict')
  const whereOf = useWhere(form)
  const conflicts = form.conflicts.map(({ row, field, base, mine, theirs }) => {
    return { name: choiceName(row, field), label: whereOf({ row, field }), base, mine, theirs }
  })
  return (
    <div>
      {!form.stopped && (
        <p className="font-semibold">
          {form.others ? title('title', { name: form.others }) : title('titleUnknown')}
        </p>
      )}
      <p className="text-small">{t('conflict.lead')}</p>
      <ConflictChoices conflicts={conflicts} />
      <button type="submit" name="act" value="save" className="button mt-4">
        {t('save')}
      </button>
    </div>
  )
}
