'use client'

import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import { Problems } from './DecideForm.tsx'
import { type DeskAction, NOTHING_SENT } from './form-state.ts'

type Props = {
  action: DeskAction
  hidden: Readonly<Record<string, string>>
  /** Every warning of the page. */
  ids: readonly number[]
  texts: { wrong: string; note: string; noteHint: string; marked: string; page: string; title: string }
  /** The table: its boxes are named `id`. */
  children: ReactNode
}

/** Warnings of which several can be marked and looked at in one go. */
export function WarningTableForm({ action, hidden, ids, texts, children }: Props) {
  const [state, send] = useActionState(action, NOTHING_SENT)
  return (
    <form action={send} className="grid gap-6">
      <Problems state={state} title={texts.wrong} />
      {Object.entries({ ...hidden, page: ids.join(',') }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <section className="grid gap-4 border-ink border-t pt-4">
        <h2 className="text-h3">{texts.title}</h2>
        <TextField
          key={state.values.note ?? ''}
          name="note"
          label={texts.note}
          hint={texts.noteHint}
          error={state.problems.find(({ field }) => field === 'note')?.text}
          defaultValue={state.values.note}
          maxLength={500}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="which" value="marked">
            {texts.marked}
          </SubmitButton>
          <SubmitButton quiet name="which" value="page">
            {texts.page}
          </SubmitButton>
        </div>
      </section>
    </form>
  )
}
