'use client'

import { useActionState } from 'react'
import { REASON } from '../../lib/corrections/reason.ts'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'

/** Why a follow-up was not taken back: what is wrong with the reason, or with none of the fields; and what was typed. */
export type WithdrawState = { alert: string; reasonError?: string; reason: string } | null
type WithdrawAction = (before: WithdrawState, form: FormData) => Promise<WithdrawState>

type Props = {
  action: WithdrawAction
  hidden: Readonly<Record<string, string>>
  texts: Record<'reason' | 'reasonHint' | 'submit', string>
}

/** Takes a public follow-up back: why. */
export function WithdrawForm({ action, hidden, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && <FormAlert of={state}>{state.alert}</FormAlert>}
      <HiddenFields fields={hidden} />
      {/* The form above it on the page has a reason of its own, with that id. */}
      <TextArea
        id="withdraw-reason"
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        error={state?.reasonError}
        defaultValue={state?.reason ?? ''}
        required
        minLength={REASON.least}
        maxLength={REASON.most}
        rows={3}
      />
      <div>
        <SubmitButton quiet>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
