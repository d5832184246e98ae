'use client'

import { useActionState } from 'react'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { ReasonField } from '../staff/ReasonField.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import type { Hidden, MergeAction } from './form-state.ts'

type Props = {
  action: MergeAction
  hidden: Hidden
  texts: Record<'reason' | 'reasonHint' | 'submit', string>
}

/** Undoes a merge: why. */
export function SplitForm({ action, hidden, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && <FormAlert of={state}>{state.alert}</FormAlert>}
      <HiddenFields fields={hidden} />
      <ReasonField texts={texts} error={state?.errors.reason} typed={state?.values.reason} />
      <div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
