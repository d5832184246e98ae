'use client'

import { unstable_rethrow } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useCallback, useEffect, useRef } from 'react'
import { boxId, contentIn, type FollowUpForm as Form } from '../../lib/follow-up/form.ts'
import type { IndicatorProgramme } from '../../lib/follow-up/indicators.ts'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { Answers } from './Answers.tsx'
import { type Longest, useBoxes } from './boxes.ts'
import { DayField, SourceFields } from './CommonFields.tsx'
import { KindFields } from './KindFields.tsx'

export type WriteAction = (before: Form, form: FormData) => Promise<Form>

type Props = {
  opened: Form
  action: WriteAction
  longest: Longest
  /** Whose common indicators fit the project. */
  programmes: readonly IndicatorProgramme[]
  /** How large a file may be. */
  mostBytes: number
}

/** Refusals to publish: what was typed is kept. */
const KEPT = ['stale', 'takenBack']

/** The form of a draft: the day, what its kind asks for, the source. Works before any script has loaded, and without. */
export function FollowUpForm({ opened, action, longest, programmes, mostBytes }: Props) {
  const t = useTranslations('followUpForm')
  const [form, send] = useActionState(useSafely(action), opened)
  const boxOf = useBoxes(form, longest)
  const warning = useLeaveWarning(form)
  useFocusOnRow(form)
  return (
    <form action={send} {...warning}>
      <input type="hidden" name="locale" value={useLocale()} />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" name="act" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('save')}
      </button>
      <Answers form={form} />
      <DayField form={form} boxOf={boxOf} />
      <div className="mt-10">
        <KindFields form={form} boxOf={boxOf} programmes={programmes} />
        <SourceFields form={form} boxOf={boxOf} mostBytes={mostBytes} />
      </div>
      <Ends form={form} />
    </form>
  )
}

/**
 * An action whose answer does not come leaves everything that was typed where it is. The server renders the form with the
 * action itself, which is what a browser without a script sends it to.
 */
function useSafely(action: WriteAction): WriteAction {
  const safely = useCallback<WriteAction>(
    async (before, sent) => {
      try {
        return await action(before, sent)
      } catch (error) {
        // Leading somewhere else is thrown, too.
        unstable_rethrow(error)
        return { ...before, shown: contentIn(sent, before.kind, before.base), refused: 'failed', done: null }
      }
    },
    [action],
  )
  return typeof window === 'undefined' ? action : safely
}

/** Asks before a page is left on which something was typed that is not kept. */
function useLeaveWarning(form: Form) {
  const isUnsaved = useRef(false)
  useEffect(() => {
    // Nothing was kept of what came back with a refusal.
    isUnsaved.current = form.refused !== null && !KEPT.includes(form.refused)
  }, [form])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isUnsaved.current && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
  const set = (value: boolean) => () => {
    isUnsaved.current = value
  }
  return { onInput: set(true), onSubmit: set(false) }
}

/** A row that was just added is where one goes on. */
function useFocusOnRow(form: Form) {
  useEffect(() => {
    if (form.done === null || typeof form.done === 'string') return
    const { row } = form.done
    const first = ['group', 'code', 'name'].map((field) => document.getElementById(boxId(row, field)))
    first.find((box) => box !== null)?.focus()
  }, [form])
}

function Ends({ form }: { form: Form }) {
  const t = useTranslations('followUpForm')
  const time = new Intl.DateTimeFormat(useLocale() === 'sv' ? 'sv-SE' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(form.savedAt))
  return (
    <div className="bottom-0 z-10 mt-10 border-ink border-t bg-paper py-3 sm:sticky print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton name="act" value="save" quiet>
          {t('save')}
        </SubmitButton>
        <SubmitButton name="act" value="publish">
          {t('publish')}
        </SubmitButton>
        <SubmitButton name="act" value="discard" quiet>
          {t('discard')}
        </SubmitButton>
        <p className="text-small">{t('savedAt', { time })}</p>
      </div>
      <p className="mt-2 hidden max-w-text text-fine text-muted sm:block">{t('endsHint')}</p>
    </div>
  )
}
