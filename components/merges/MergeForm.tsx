'use client'

import { useActionState } from 'react'
import { Choice, type Option } from '../staff/Choice.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { ReasonField } from '../staff/ReasonField.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import type { Hidden, MergeAction } from './form-state.ts'

type Props = {
  action: MergeAction
  hidden: Hidden
  /** One of them is merged already: then only what was typed too late is shown. */
  isClosed: boolean
  /** Which of the two can stay; one alone is no question. */
  stays: { options: Option[]; value: string | undefined }
  texts: Record<
    'stays' | 'staysHint' | 'reason' | 'reasonHint' | 'evidence' | 'evidenceHint' | 'submit',
    string
  >
}

/** Makes two organisations one: which stays, why, and where that stands. */
export function MergeForm({ action, hidden, isClosed, stays, texts }: Props) {
  const [state, send] = useActionState(action, null)
  const [only, ...others] = stays.options
  if (isClosed && !state) return null
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && <FormAlert of={state}>{state.alert}</FormAlert>}
      <HiddenFields fields={hidden} />
      {others.length > 0 ? (
        <Choice
          name="stays"
          legend={texts.stays}
          hint={texts.staysHint}
          options={stays.options}
          value={state?.values.stays ?? stays.value}
          error={state?.errors.stays}
        />
      ) : (
        <>
          <p>{texts.staysHint}</p>
          <input type="hidden" name="stays" value={only?.value} />
        </>
      )}
      <ReasonField texts={texts} error={state?.errors.reason} typed={state?.values.reason} />
      <TextField
        name="evidence"
        label={texts.evidence}
        hint={texts.evidenceHint}
        error={state?.errors.evidence}
        defaultValue={state?.values.evidence ?? ''}
        autoComplete="off"
        maxLength={2000}
      />
      {!isClosed && (
        <div>
          <SubmitButton>{texts.submit}</SubmitButton>
        </div>
      )}
    </form>
  )
}
