'use client'

import { useActionState } from 'react'
import { Tick } from '../staff/Choice.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import { Problems } from './DecideForm.tsx'
import { type DeskAction, NOTHING_SENT } from './form-state.ts'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  action: DeskAction
  hidden: Readonly<Record<string, string>>
  /** What asks for the others of the same kind; null where there are none. */
  also: string | null
  texts: { title: string; wrong: string; note: string; noteHint: string; look: string }
}

/** That somebody has looked, with a note, and on to the next. */
export function LookForm({ action, hidden, also, texts }: Props) {
  const [state, send] = useActionState(action, NOTHING_SENT)
  const wrong = state.problems.find(({ field }) => field === 'note')?.text
  return (
    <form action={send} className="grid gap-5">
      <Problems state={state} title={texts.wrong} />
      <h2 className="text-h3">
        {texts.title}
        <KeyHint>t</KeyHint>
      </h2>
      <HiddenFields fields={hidden} />
      <TextField
        key={state.values.note ?? ''}
        name="note"
        label={texts.note}
        hint={texts.noteHint}
        error={wrong}
        defaultValue={state.values.note}
        maxLength={500}
        autoComplete="off"
        data-keys="t"
      />
      {also && <Tick name="also" label={also} checked={state.values.also === 'on'} />}
      <div>
        <SubmitButton>{texts.look}</SubmitButton>
      </div>
    </form>
  )
}
