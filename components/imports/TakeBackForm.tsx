'use client'

import { useActionState } from 'react'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { ReasonField } from '../staff/ReasonField.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import type { ActAction } from './form-state.ts'

type Props = {
  action: ActAction
  hidden: Readonly<Record<string, string>>
  texts: { reason: string; reasonHint: string; submit: string; keep: string }
  /** Back to the import, without taking it back. */
  back: string
}

/** Why an import is taken back, and that it is. */
export function TakeBackForm({ action, hidden, texts, back }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && (
        <FormAlert of={state}>
          <p>{state.alert}</p>
        </FormAlert>
      )}
      <HiddenFields fields={hidden} />
      <ReasonField
        key={state?.reason ?? ''}
        texts={texts}
        error={state?.isReasonWrong ? state.alert : undefined}
        typed={state?.reason}
      />
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton>{texts.submit}</SubmitButton>
        <a href={back} className="py-2">
          {texts.keep}
        </a>
      </p>
    </form>
  )
}
