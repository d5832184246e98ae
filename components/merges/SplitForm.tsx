'use client'

import { useActionState } from 'react'
import { REASON } from '../../lib/corrections/reason.ts'
import { FormAlert } from '../staff/FormAlert.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'
import type { Hidden, MergeAction } from './form-state.ts'
import { HiddenFields } from './HiddenFields.tsx'

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
      <TextArea
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        error={state?.errors.reason}
        defaultValue={state?.values.reason ?? ''}
        required
        minLength={REASON.least}
        maxLength={REASON.most}
        rows={3}
      />
      <div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
