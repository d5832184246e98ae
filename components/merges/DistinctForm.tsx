'use client'

import { useActionState } from 'react'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import type { Hidden, MergeAction } from './form-state.ts'

type Props = {
  action: MergeAction
  hidden: Hidden
  texts: Record<'lead' | 'note' | 'submit', string>
}

/** Says that two organisations are two. */
export function DistinctForm({ action, hidden, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && <FormAlert of={state}>{state.alert}</FormAlert>}
      <p>{texts.lead}</p>
      <HiddenFields fields={hidden} />
      <TextField
        name="note"
        label={texts.note}
        error={state?.errors.note}
        defaultValue={state?.values.note ?? ''}
        autoComplete="off"
        maxLength={500}
      />
      <div>
        <SubmitButton quiet>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
