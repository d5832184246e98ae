'use client'

import { type ReactNode, useActionState } from 'react'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import type { ActAction } from './form-state.ts'

type Props = {
  action: ActAction
  /** Sent along: in which language, which import, seen at which version. */
  hidden: Readonly<Record<string, string>>
  text: string
  quiet?: boolean
  /** Cannot be done yet; the page says why. */
  isDisabled?: boolean
  children?: ReactNode
}

/** A button that does one thing to an import, or says why it was not done. */
export function ActForm({ action, hidden, text, quiet = false, isDisabled = false, children }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid content-start gap-2">
      {state && (
        <FormAlert of={state}>
          <p>{state.alert}</p>
        </FormAlert>
      )}
      <HiddenFields fields={hidden} />
      <div>
        {isDisabled ? (
          <button type="submit" disabled className={`${quiet ? 'button-quiet' : 'button'} opacity-60`}>
            {text}
          </button>
        ) : (
          <SubmitButton quiet={quiet}>{text}</SubmitButton>
        )}
      </div>
      {children}
    </form>
  )
}
