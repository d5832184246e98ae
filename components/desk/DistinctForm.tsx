'use client'

import { useActionState } from 'react'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import { Problems } from './DecideForm.tsx'
import { type DeskAction, NOTHING_SENT } from './form-state.ts'

type Props = {
  action: DeskAction
  hidden: Readonly<Record<string, string>>
  /** Tells the forms of a page apart. */
  id: string
  texts: { wrong: string; note: string; save: string }
}

/** That two organisations are two. */
export function DistinctForm({ action, hidden, id, texts }: Props) {
  const [state, send] = useActionState(action, NOTHING_SENT)
  return (
    <form action={send} className="grid gap-3">
      <Problems state={state} title={texts.wrong} />
      <HiddenFields fields={hidden} />
      <TextField
        key={state.values.note ?? ''}
        id={`note-${id}`}
        name="note"
        label={texts.note}
        defaultValue={state.values.note}
        maxLength={500}
        autoComplete="off"
      />
      <div>
        <SubmitButton quiet>{texts.save}</SubmitButton>
      </div>
    </form>
  )
}
